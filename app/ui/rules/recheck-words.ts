import type { TFunction } from "i18next";
import { inARow } from "../in-a-row.ts";
import { reviewAddress } from "../products/review-address.ts";

/** What came of a check of drafts; units are drafts, but for `left`: products. */
export interface RecheckView {
  jobId: string;
  drafts: number;
  blocked: number;
  differ: number;
  left: number;
}

/** What came of a check of drafts, in a sentence, also where nothing did. */
export function recheckWords(t: TFunction<"rules">, { drafts, blocked, differ, left }: RecheckView): string {
  const what =
    differ > 0
      ? blocked > 0
        ? t("afterSave.blockedNow", { count: blocked })
        : t("afterSave.noneBlocked")
      : blocked > 0
        ? t("afterSave.sameBlocked", { count: blocked })
        : t("afterSave.same");
  const checked = drafts > 0 ? t("afterSave.checked", { count: drafts, what }) : "";
  const unchecked = left > 0 ? t("afterSave.left", { count: left }) : "";
  return inARow(checked, unchecked) || t("afterSave.noneLeft");
}

/** Where those drafts are reviewed, the blocked ones first asked for. */
export function recheckReview({ jobId, blocked }: RecheckView): string {
  return reviewAddress(new URLSearchParams({ job: jobId, ...(blocked > 0 ? { lane: "blocked" } : {}) }));
}
