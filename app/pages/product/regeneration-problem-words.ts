import type { i18n } from "i18next";
import type { RegenerationProblem } from "../../generation/start-regeneration.ts";
import { editProblemWords } from "./edit-problem-words.ts";
import { factsProblemWords } from "./facts-problem-words.ts";

/** Why texts are not written again, as sentences for the person who asked for it. */
export function regenerationProblemWords(t: i18n["t"], problems: readonly RegenerationProblem[]): string {
  const [first = "", ...more] = problems.map((problem) => wordsOf(t, problem));
  const joined = more.reduce((before, next) => t("answers:started.sentences", { first: before, second: next }), first);
  return t("answers:started.stop", { words: joined });
}

/** Without a full stop. */
function wordsOf(t: i18n["t"], problem: RegenerationProblem): string {
  switch (problem.code) {
    case "no_field":
    case "no_product":
    case "hands_off":
    case "content_for_several_products":
      return t(`answers:product.again.${problem.code}`);
    case "notes_too_long":
    case "too_many_products":
      return t(`answers:product.again.${problem.code}`, { limit: problem.limit });
    case "unknown_field":
      return t("answers:product.again.unknown_field", { field: problem.field, known: problem.known.join(", ") });
    case "instruction_too_long":
      return t("answers:product.again.instruction_too_long", { field: problem.field, limit: problem.limit });
    case "attributes_refused":
      return withoutStop(factsProblemWords(t, problem.problem));
    case "content_refused": {
      const { contentType } = problem;
      const refused = withoutStop(editProblemWords(t, problem.problem));
      return t("answers:product.again.content_refused", { contentType, problem: refused });
    }
    default:
      return t(`answers:product.again.${problem.code}`, { field: problem.field });
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, "");
}
