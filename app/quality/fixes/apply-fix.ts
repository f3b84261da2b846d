import type { TextBody } from "../../db/schema/index.ts";
import { spansOf } from "../evidence/places.ts";
import { overText } from "./over-text.ts";

/**
 * The text with other words in the place of a finding's: wherever it holds them as whole words, inside HTML between the tags only.
 * @returns null where the text does not hold them
 */
export function applyFix(
  body: TextBody,
  fix: { quote: string; with: string },
  { html }: { html: boolean },
): TextBody | null {
  let changed = false;
  const replaced = (part: string) =>
    overText(part, html, (text) => {
      const spans = spansOf(text, fix.quote);
      if (spans.length === 0) return text;
      changed = true;
      let rest = text;
      for (const { start, end } of spans.toReversed()) rest = rest.slice(0, start) + fix.with + rest.slice(end);
      return rest;
    });
  const fixed = typeof body === "string" ? replaced(body) : body.map(replaced);
  return changed ? fixed : null;
}
