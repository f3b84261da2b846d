import type { StoredWarning } from "../../db/schema/index.ts";
import type { MeaningDifference } from "./meaning.ts";

/**
 * What an examiner found in a translation and an edit did not touch: nobody compares the two again for a comma. What was missing
 * counts as put in once the text is longer by about half of it.
 * @param texts what a reader sees of the translation before and after the edit
 */
export function standingDifferences(
  warnings: readonly StoredWarning[],
  { before, after }: { before: string; after: string },
): MeaningDifference[] {
  return warnings.flatMap(({ code, quote, details }): MeaningDifference[] => {
    if (code !== "MEANING_DIFFERS" || !details) return [];
    const stands = typeof quote === "string" && after.includes(quote);
    switch (details.kind) {
      case "not_in_source":
        return stands ? [{ kind: "added", target: quote }] : [];
      case "differs_from_source":
        return stands ? [{ kind: "changed", source: details.words, target: quote }] : [];
      case "not_kept":
        return after.length < before.length + details.words.length / 2
          ? [{ kind: "missing", source: details.words }]
          : [];
      default:
        return [];
    }
  });
}
