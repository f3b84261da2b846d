import type { RegenerationProblem } from "../../generation/start-regeneration.ts";
import { editProblemWords } from "./edit-problem-words.ts";
import { factsProblemWords } from "./facts-problem-words.ts";

/** Why texts are not written again, as sentences for the person who asked for it. */
export function regenerationProblemWords(problems: readonly RegenerationProblem[]): string {
  return `${problems.map(wordsOf).join(". ")}.`;
}

/** Without a full stop. */
function wordsOf(problem: RegenerationProblem): string {
  switch (problem.code) {
    case "notes_too_long":
      return `Keep the notes within ${problem.limit} characters`;
    case "no_field":
      return "At least one field must be specified for regeneration";
    case "field_not_understood":
      return `${problem.field}: give a text, or an object with mode and value`;
    case "unknown_field":
      return `${problem.field} is no field that can be regenerated: use ${problem.known.join(", ")} or global_attr.<name>`;
    case "attribute_not_one_text":
      return `${problem.field}: an attribute's value is one text`;
    case "field_names_no_image":
      return `${problem.field}: each image has an alt text of its own, so name the image: image_alt_<number>`;
    case "field_given_twice":
      return `${problem.field} is given twice under different names`;
    case "content_empty":
      return `${problem.field}: the new content is empty`;
    case "instruction_not_one_text":
      return `${problem.field}: an instruction is one text`;
    case "instruction_too_long":
      return `${problem.field}: keep the instruction within ${problem.limit} characters`;
    case "no_product":
      return "Name at least one product";
    case "too_many_products":
      return `Name at most ${problem.limit} products at once`;
    case "content_for_several_products":
      return "New content can be given for one product at a time: give instructions instead";
    case "attributes_refused":
      return withoutStop(factsProblemWords(problem.problem));
    case "content_refused":
      return `${problem.contentType}: ${withoutStop(editProblemWords(problem.problem))}`;
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
