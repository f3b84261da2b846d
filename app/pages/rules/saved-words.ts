import type { SavedRules } from "../../commands/rules/saved-rules.ts";
import { fieldName, type NamedType } from "../../ui/configs/field-name.ts";
import type { Outcome } from "../answer-action.ts";

export const goneRules = { problem: "Somebody deleted these rules. Go back to the list." };

/** The message about rules that were to be saved. Refusals name a field as the editor does. */
export function savedWords(result: SavedRules, message: string, types: readonly NamedType[]): Outcome {
  switch (result.kind) {
    case "saved":
      return { message, configId: result.configId };
    case "not_found":
      return goneRules;
    case "stale":
      return { problem: result.message, stale: true };
    case "invalid": {
      const [first] = result.problems;
      if (!first) return { problem: result.message };
      return {
        problem: `${fieldName(first.field, types)}: ${first.reason}`,
        fields: Object.fromEntries(result.problems.map(({ field, reason }) => [field, reason])),
      };
    }
  }
}
