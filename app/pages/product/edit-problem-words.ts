import type { i18n } from "i18next";
import type { ProblemOfEdit } from "../../versions/edit-versions.ts";

/** Why a text was not taken, as a sentence for the person who entered it. */
export function editProblemWords(t: i18n["t"], problem: ProblemOfEdit["problem"]): string {
  switch (problem.code) {
    case "text_too_long":
      return t("answers:product.edit.text_too_long", { chars: problem.chars });
    case "bullets_too_long":
      return t("answers:product.edit.bullets_too_long", { bullets: problem.bullets, chars: problem.chars });
    default:
      return t(`answers:product.edit.${problem.code}`);
  }
}
