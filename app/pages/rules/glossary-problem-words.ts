import type { i18n } from "i18next";
import type { GlossaryProblem } from "../../rules/glossary/glossary.ts";

/** Why a glossary was not kept, as a sentence for the person who entered it. */
export function glossaryProblemWords(t: i18n["t"], problem: GlossaryProblem): string {
  switch (problem.code) {
    case "word_missing":
    case "word_without_letters":
      return t(`answers:glossary.${problem.code}`, { row: problem.row });
    case "word_too_long":
    case "too_many_spellings":
      return t(`answers:glossary.${problem.code}`, { row: problem.row, limit: problem.limit });
    case "too_many_words":
      return t("answers:glossary.too_many_words", { limit: problem.limit });
    case "word_given_twice":
      return t("answers:glossary.word_given_twice", { word: problem.word, rows: problem.rows.map(String) });
    case "word_forbidden_and_asked_for": {
      const { row, word, other } = problem;
      return t("answers:glossary.word_forbidden_and_asked_for", { row, word, other });
    }
    case "glossary_too_long":
      return t("answers:glossary.glossary_too_long", { limit: problem.limit, length: problem.length });
    case "not_glossary":
      return t("answers:glossary.not_glossary");
  }
}
