import type { i18n } from "i18next";
import type { RulesProblem } from "../../commands/rules/saved-rules.ts";
import type { FieldProblem } from "../../rules/configs/field-problems.ts";
import { type FieldReader, fieldName } from "../../ui/rules/field-name.ts";
import { fieldReasonWords } from "./field-reason-words.ts";

/** Why rules were not kept, merged or tried, as a sentence. A field of the rules is named as the editor does. */
export function rulesProblemWords(reader: FieldReader, problem: RulesProblem): string {
  const { t } = reader;
  switch (problem.code) {
    case "fields_not_valid": {
      const [{ field, reason }] = problem.fields;
      return t("answers:rules.problem.field", {
        field: fieldName(field, reader),
        reason: fieldReasonWords(t, reason),
      });
    }
    case "is_preset":
    case "every_text_left_out":
    case "wrong_number_of_rule_sets":
      return t(`answers:rules.problem.${problem.code}`);
    case "too_many_rule_sets":
    case "file_too_long":
    case "file_too_deep":
    case "file_has_too_many_values":
      return t(`answers:rules.problem.${problem.code}`, { limit: problem.limit });
    case "file_not_json":
      return t("answers:rules.problem.file_not_json", { detail: problem.detail });
    case "wrong_number_of_products":
      return t("answers:rules.problem.wrong_number_of_products", { most: problem.most });
    case "rule_set_gone":
      return t("answers:rules.problem.rule_set_gone", { place: problem.place });
    case "rule_set_not_valid":
    case "rule_set_too_large": {
      const what = addressed(t, problem.fields[0]);
      return t(`answers:rules.problem.${problem.code}`, { place: problem.place, what });
    }
  }
}

/** The words for each field that is wrong, by its address. */
export function wordsByField(t: i18n["t"], problem: RulesProblem): Record<string, string> | undefined {
  if (problem.code !== "fields_not_valid") return undefined;
  return Object.fromEntries(problem.fields.map(({ field, reason }) => [field, fieldReasonWords(t, reason)]));
}

/** Behind the field's address in the file. */
function addressed(t: i18n["t"], { field, reason }: FieldProblem): string {
  const words = fieldReasonWords(t, reason);
  return field === "" ? words : t("answers:rules.problem.field", { field, reason: words });
}
