import type { ProblemOfEdit } from "../../versions/edit-versions.ts";

/** Why a text was not taken, as a sentence for the person who entered it. */
export function editProblemWords(problem: ProblemOfEdit["problem"]): string {
  switch (problem.code) {
    case "content_type_gone":
      return "Your shop no longer has this content type. Reload the page.";
    case "image_not_named":
      return "Each image has an alt text of its own. Choose one of the images.";
    case "image_gone":
      return "This product no longer has this image. Reload the page.";
    case "text_too_long":
      return `Enter at most ${numberOf(problem.chars)} characters.`;
    case "bullets_too_long":
      return `Enter at most ${problem.bullets} bullets of at most ${numberOf(problem.chars)} characters.`;
    case "text_empty":
      return "Enter some text, or reject the version instead.";
    case "text_given_twice":
      return "The same text is given twice. Nothing was saved: give each text once.";
  }
}

function numberOf(amount: number): string {
  return amount.toLocaleString("en");
}
