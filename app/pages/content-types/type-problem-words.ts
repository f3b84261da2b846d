import type { i18n } from "i18next";
import type { TypeProblem } from "../../rules/content-types/save-content-type.ts";

/** Why a content type was not kept, for the person who entered it: as a message, and beside its field. */
export function typeProblemWords(t: i18n["t"], problem: TypeProblem): { message: string; beside: string } {
  switch (problem.code) {
    case "label_taken":
    case "name_taken":
      return {
        message: t(`answers:types.problem.${problem.code}`),
        beside: t(`answers:types.problem.${problem.code}Beside`),
      };
    case "place_taken":
      return {
        message: t("answers:types.problem.place_taken"),
        beside: t("answers:types.problem.place_takenBeside", { label: problem.label }),
      };
    case "label_too_long":
    case "task_too_long":
    case "too_many_types":
      return both(t(`answers:types.problem.${problem.code}`, { limit: problem.limit }));
    case "limit_out_of_range":
      return both(t("answers:types.problem.limit_out_of_range", { least: problem.least, most: problem.most }));
    default:
      return both(t(`answers:types.problem.${problem.code}`));
  }
}

function both(words: string): { message: string; beside: string } {
  return { message: words, beside: words };
}
