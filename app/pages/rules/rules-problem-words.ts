import type { RulesProblem } from "../../commands/rules/saved-rules.ts";
import type { FieldProblem } from "../../rules/configs/field-problems.ts";
import { fieldName, type NamedType } from "../../ui/configs/field-name.ts";
import { fieldReasonWords } from "./field-reason-words.ts";

/** Why rules were not kept, merged or tried, as a sentence. A field of the rules is named as the editor does. */
export function rulesProblemWords(problem: RulesProblem, types: readonly NamedType[]): string {
  switch (problem.code) {
    case "fields_not_valid": {
      const [{ field, reason }] = problem.fields;
      return `${fieldName(field, types)}: ${fieldReasonWords(reason)}`;
    }
    case "is_preset":
      return "Presets ship with the app and stay as they are. Duplicate it, then change the copy.";
    case "too_many_rule_sets":
      return `A shop keeps at most ${problem.limit} rule sets of its own. Delete one first.`;
    case "file_too_long":
      return `A file of rules has at most ${numberOf(problem.limit)} characters.`;
    case "file_too_deep":
      return `This is no file that Export saves. Data is nested at most ${numberOf(problem.limit)} levels deep.`;
    case "file_has_too_many_values":
      return `This is no file that Export saves. At most ${numberOf(problem.limit)} values are taken at once.`;
    case "file_not_json":
      return `This is no file that Export saves: it is not JSON. ${problem.detail}`;
    case "wrong_number_of_products":
      return `Choose one to ${problem.most} products.`;
    case "every_text_left_out":
      return "These rules leave out every text. Untick one of them.";
    case "wrong_number_of_rule_sets":
      return "Choose two to five rule sets to merge.";
    case "rule_set_gone":
      return `Rule set ${problem.place} does not exist. Choose another one.`;
    case "rule_set_not_valid":
      return `Rule set ${problem.place} is not valid: ${addressed(problem.fields[0])}`;
    case "rule_set_too_large":
      return `Rule set ${problem.place} is too large: ${addressed(problem.fields[0])}`;
  }
}

/** The words for each field that is wrong, by its address. */
export function wordsByField(problem: RulesProblem): Record<string, string> | undefined {
  if (problem.code !== "fields_not_valid") return undefined;
  return Object.fromEntries(problem.fields.map(({ field, reason }) => [field, fieldReasonWords(reason)]));
}

/** Behind the field's address in the file. */
function addressed({ field, reason }: FieldProblem): string {
  return field === "" ? fieldReasonWords(reason) : `${field}: ${fieldReasonWords(reason)}`;
}

function numberOf(amount: number): string {
  return amount.toLocaleString("en");
}
