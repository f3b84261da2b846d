import type { i18n } from "i18next";
import type { TermsProblem } from "../../rules/terms/locale-term.ts";
import type { CsvProblem } from "../../rules/terms/terms-of-csv.ts";

/** Why the terms of a language were not kept, as a sentence for the person who entered them. */
export function termsProblemWords(t: i18n["t"], problem: TermsProblem): string {
  switch (problem.code) {
    case "source_missing":
    case "target_missing":
    case "without_letters":
      return t(`answers:terms.${problem.code}`, { row: problem.row });
    case "words_too_long":
    case "note_too_long":
      return t(`answers:terms.${problem.code}`, { row: problem.row, limit: problem.limit });
    case "too_many_terms":
      return t("answers:terms.too_many_terms", { limit: problem.limit });
    case "term_given_twice":
      return t("answers:terms.term_given_twice", { word: problem.word, rows: problem.rows.map(String) });
    case "term_forbidden_and_asked_for": {
      const { row, word, other } = problem;
      return t("answers:terms.term_forbidden_and_asked_for", { row, word, other });
    }
    case "terms_too_long":
      return t("answers:terms.terms_too_long", { limit: problem.limit, length: problem.length });
    case "not_terms":
      return t("answers:terms.not_terms");
  }
}

/** What is wrong with a file of terms, a sentence a line. */
export function csvProblemWords(t: i18n["t"], problems: readonly CsvProblem[]): string {
  return problems.map((problem) => lineWords(t, problem)).join("\n");
}

function lineWords(t: i18n["t"], problem: CsvProblem): string {
  switch (problem.code) {
    case "columns_missing":
      return t("answers:terms.columns_missing", { columns: problem.columns });
    case "language_missing":
      return t("answers:terms.language_missing");
    case "quote_not_closed":
      return t("answers:terms.quote_not_closed", { row: problem.line });
    case "locale_unknown":
      return t("answers:terms.locale_unknown", { row: problem.line, locale: problem.locale });
    case "kind_unknown":
      return t("answers:terms.kind_unknown", { row: problem.line, kind: problem.written });
    case "term_wrong":
      return termsProblemWords(
        t,
        "row" in problem.problem ? { ...problem.problem, row: problem.line } : problem.problem,
      );
    case "no_terms":
      return t("answers:terms.no_terms");
    case "terms_refused":
      return t("answers:terms.refused", { locale: problem.locale, why: termsProblemWords(t, problem.problem) });
  }
}
