import type { TFunction } from "i18next";
import { factName } from "../marks/fact-name.ts";
import { findingTitleKey } from "../marks/finding-words.ts";
import type { MarkView } from "../marks/mark-view.ts";
import { type FoundMark, marksOf } from "../marks/marks-of.ts";
import type { NumberedFinding } from "./judge-product.ts";
import type { ReviewText } from "./review-view.ts";

interface Shown {
  findings: readonly NumberedFinding[];
  focused: NumberedFinding | null;
  /** the focused finding's words are shown as they would be */
  preview: boolean;
  glossary: readonly string[];
}

/** What is marked in a text's words: what is found with its number, what facts back, and words of the glossary. */
export function marksOfText(
  { name, newest }: ReviewText,
  { findings, focused, preview, glossary }: Shown,
  t: TFunction<"marks">,
): MarkView[] {
  if (!newest) return [];
  const found = findings
    .filter(({ text }) => text.name === name)
    .map((one): FoundMark => {
      const { finding, number } = one;
      const { fact, fix } = finding;
      const what = t(findingTitleKey(finding));
      const isFocused = one === focused;
      return {
        ...{ finding, key: `f${number}`, number, focused: isFocused },
        about: fact
          ? t("about.contradiction", { number, what, name: factName(t, fact), value: fact.value })
          : t("about.finding", { number, what }),
        instead: isFocused && preview && fix ? fix.with : undefined,
      };
    });
  return marksOf({ found, evidence: newest.evidence, glossary }, t);
}
