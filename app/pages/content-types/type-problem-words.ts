import type { TypeProblem } from "../../rules/content-types/save-content-type.ts";

interface Words {
  /** for the message */
  whole: string;
  /** beside the field; default: as the message */
  beside?: string;
}

/** Why a content type was not kept, for the person who entered it: as a message, and beside its field. */
export function typeProblemWords(problem: TypeProblem): { message: string; beside: string } {
  const { whole, beside = whole } = wordsOf(problem);
  return { message: whole, beside };
}

function wordsOf(problem: TypeProblem): Words {
  switch (problem.code) {
    case "label_missing":
      return { whole: "Enter a label." };
    case "label_too_long":
      return { whole: `Keep the label within ${numberOf(problem.limit)} characters.` };
    case "label_taken":
      return { whole: "Choose another label.", beside: "Another content type has this label." };
    case "task_too_long":
      return { whole: `Keep the task within ${numberOf(problem.limit)} characters.` };
    case "no_whole_number":
      return { whole: "Enter a whole number." };
    case "limit_out_of_range":
      return { whole: `Enter a number from ${numberOf(problem.least)} to ${numberOf(problem.most)}.` };
    case "name_malformed":
      return { whole: "Use small letters, digits and underscores, beginning with a letter." };
    case "name_too_short":
      return { whole: "Use at least two characters." };
    case "name_like_image_alt":
      return { whole: "Names that begin with image_alt stand for alt texts of images." };
    case "name_of_standard_type":
      return { whole: "Every shop has this content type already." };
    case "name_taken":
      return { whole: "Choose another name.", beside: "Your shop has a content type of this name." };
    case "place_taken":
      return { whole: "Choose another field.", beside: `${problem.label} stands in this field already.` };
    case "too_many_types":
      return { whole: `A shop adds at most ${problem.limit} content types. Remove one first.` };
    case "type_gone":
      return { whole: "Somebody removed this content type. Reload the page." };
    case "not_valid":
      return { whole: "This content type is not valid." };
  }
}

function numberOf(amount: number): string {
  return amount.toLocaleString("en");
}
