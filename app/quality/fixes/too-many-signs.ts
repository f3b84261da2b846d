import type { Origin } from "../../lib/html/allowed-html.ts";

/**
 * No text for a product has so many signs that mean something in HTML; a person may bring a table of a thousand cells. What
 * has more is not parsed but bared of them all, which takes a hundredth of the time.
 */
const maxSigns: Record<Origin["by"], number> = { model: 4_000, person: 40_000 };

export function hasTooManySigns(text: string, by: Origin["by"] = "model"): boolean {
  let count = 0;
  for (const _sign of text.matchAll(/[<>&\n]/g)) {
    count++;
    if (count > maxSigns[by]) return true;
  }
  return false;
}

/** The words without any tag or entity. */
export function bare(text: string): string {
  return text
    .replace(/<[^<>]*>/g, " ")
    .replace(/[\s<>&]+/g, " ")
    .trim();
}
