import type { GlossaryProblem } from "../../rules/glossary/glossary.ts";

/** Why a glossary was not kept, as a sentence for the person who entered it. */
export function glossaryProblemWords(problem: GlossaryProblem): string {
  switch (problem.code) {
    case "word_missing":
      return `Row ${problem.row}: Enter a word.`;
    case "word_too_long":
      return `Row ${problem.row}: Use at most ${problem.limit} characters for one word.`;
    case "word_without_letters":
      return `Row ${problem.row}: Enter a word with letters or digits.`;
    case "too_many_spellings":
      return `Row ${problem.row}: List at most ${problem.limit} spellings beside one word.`;
    case "too_many_words":
      return `A glossary holds at most ${numberOf(problem.limit)} words.`;
    case "word_given_twice":
      return `"${problem.word}" stands in the glossary twice: rows ${problem.rows.join(" and ")}.`;
    case "word_forbidden_and_asked_for":
      return `Row ${problem.row} forbids "${problem.word}", which row ${problem.other} asks for. Change one of them.`;
    case "glossary_too_long":
      return `A glossary holds at most ${numberOf(problem.limit)} characters in all: this one has ${numberOf(problem.length)}.`;
    case "not_glossary":
      return "Check the glossary.";
  }
}

function numberOf(amount: number): string {
  return amount.toLocaleString("en");
}
