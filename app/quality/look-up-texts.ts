import type { ContentConfig } from "../rules/content-config.ts";
import type { Resembled } from "./check-input.ts";
import { settingsOf } from "./check-result.ts";

/** Finds a text among those of other products. @param text what a reader sees */
export interface Catalogue {
  nearDuplicateOf(contentType: string, text: string): Promise<Resembled | null>;
}

/**
 * Looks up in the catalogue what the checks then say of near-duplicates. Empty texts, and those whose rules switch the check
 * off, are not looked up.
 * @param asked.views content type → what a reader sees, one entry a bullet or one for the whole text
 * @returns content type → the other product's text that it nearly repeats, null where there is none
 */
export async function lookUpTexts(
  catalogue: Catalogue,
  asked: { views: ReadonlyMap<string, readonly string[]>; only: readonly string[]; config: ContentConfig },
): Promise<Map<string, Resembled | null>> {
  const found = new Map<string, Resembled | null>();
  for (const contentType of asked.only) {
    const text = asked.views.get(contentType)?.join("\n") ?? "";
    if (text.trim() === "" || settingsOf(asked.config, contentType).DUPLICATE === "off") continue;
    found.set(contentType, await catalogue.nearDuplicateOf(contentType, text));
  }
  return found;
}
