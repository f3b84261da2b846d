import type { TFunction } from "i18next";
import { findingOf } from "../marks/finding-of-warning.ts";
import type { FindingView } from "../marks/finding-view.ts";
import type { MarkView } from "../marks/mark-view.ts";
import { marksOf as marksIn } from "../marks/marks-of.ts";
import type { EvidenceView, WarningView } from "./product-detail-view.ts";

/** What a person has to look at, what blocks first. */
export function openFindings(warnings: readonly WarningView[]): FindingView[] {
  const open = warnings.filter(({ decision }) => !decision).map(findingOf);
  return open.toSorted((a, b) => Number(b.severity === "block") - Number(a.severity === "block"));
}

export function keyOf({ id, code, description }: FindingView): string {
  return id ?? `${code} ${description}`;
}

/** What is read out of a mark. */
export interface MarkWords {
  sentence(finding: FindingView): string;
  t: TFunction<"marks">;
}

/** The marks of a text: its findings by their numbers, and the words that facts back. */
export function marksOf(
  findings: readonly FindingView[],
  evidence: readonly EvidenceView[],
  focused: string | null,
  { sentence, t }: MarkWords,
): MarkView[] {
  const found = findings.map((finding, index) => ({
    ...{ finding, key: keyOf(finding), number: index + 1 },
    about: sentence(finding),
    focused: keyOf(finding) === focused,
  }));
  return marksIn({ found, evidence }, t);
}
