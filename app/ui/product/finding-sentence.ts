import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DetailsView } from "../marks/finding-view.ts";
import { findingTitleKey } from "../marks/finding-words.ts";
import { saidOfDetails } from "../marks/said-of-details.ts";
import type { MarkWords } from "./open-findings.ts";
import type { WarningView } from "./product-detail-view.ts";
import { warningText } from "./warning-text.ts";

type Said = Pick<WarningView, "code" | "description" | "quote"> & { details?: DetailsView | null | undefined };

/**
 * A finding as a sentence. What a check describes is stored in English; to readers of another language it is told by its name,
 * the words that it is about, and what it says beside them.
 * @param label the content type's
 */
export function useFindingSentence(label: string): (finding: Said) => string {
  const { t: marks, i18n } = useTranslation("marks");
  return (finding) => sentenceOf(finding, { label, language: i18n.language, marks });
}

/** What is read out of the marks of a text. Stays the same object while the language does. */
export function useMarkWords(label: string): MarkWords {
  const { t: marks, i18n } = useTranslation("marks");
  const { language } = i18n;
  return useMemo(
    () => ({ t: marks, sentence: (finding) => sentenceOf(finding, { label, language, marks }) }),
    [label, language, marks],
  );
}

interface Reader {
  label: string;
  language: string;
  marks: TFunction<"marks">;
}

function sentenceOf(finding: Said, { label, language, marks }: Reader): string {
  if (language === "en" && !saysMore(finding.details)) return warningText(finding.description, label);
  const what = marks(findingTitleKey(finding));
  const named = finding.quote ? marks("quoted", { what, words: finding.quote }) : what;
  return finding.details ? marks("withSaid", { what: named, said: saidOfDetails(marks, finding.details) }) : named;
}

/** The stored words, which a contract fixes, do not say how much a text may have. */
function saysMore(details: Said["details"]): boolean {
  return details?.kind === "too_long" && details.limit !== undefined;
}
