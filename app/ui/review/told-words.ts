import type { TFunction } from "i18next";
import type { ReviewTold } from "../review-told.ts";
import type { Told } from "./session-state.ts";

/** What a dialog says of what was not done. @param told null: there was no answer @param otherwise what else is said */
export function refusedWords(t: TFunction<"review">, told: ReviewTold | null, otherwise: string): string {
  return told?.kind === "not_allowed" && told.right !== "changeRules" ? t(`notAllowed.${told.right}`) : otherwise;
}

/** What the server said of something that was done, in a sentence that names the product. */
export function toldWords(
  t: TFunction<"review">,
  { told, title, message, words }: Told,
  ago: (at: number) => string,
): string {
  if (words) return t("told.wordsKept", { title });
  switch (told?.kind) {
    case "blocked":
      return t("told.blocked", { title, count: told.texts });
    case "decided_by":
      return t(told.outcome === "approved" ? "told.approvedBy" : "told.rejectedBy", { title, when: ago(told.at) });
    case "changed":
      return t("told.changed", { title });
    case "not_found":
      return t("told.gone", { title });
    case "goes_live":
      return t("told.goesLive");
    case "bulk_taken_back":
      return t("told.bulkStayed", { count: told.stayed });
    case "published":
      return t("told.published", { title });
    case "not_allowed": {
      const why = refusedWords(t, told, message);
      return title === "" ? why : t("told.notDone", { title, why });
    }
    default:
      return title === "" ? message : t("told.other", { title, message });
  }
}
