import type { SavedRules } from "../../commands/rules/saved-rules.ts";
import type { NamedType } from "../../ui/configs/field-name.ts";
import type { Outcome } from "../answer-action.ts";
import { rulesProblemWords, wordsByField } from "./rules-problem-words.ts";

export const goneRules = { problem: "Somebody deleted these rules. Go back to the list." };

/**
 * The message about rules that were to be saved. Refusals name a field as the editor does.
 * @param untouched what was not done because somebody saved meanwhile
 */
export function savedWords(
  result: SavedRules,
  message: string,
  types: readonly NamedType[],
  untouched = "overwritten",
): Outcome {
  switch (result.kind) {
    case "saved":
      return { message, configId: result.configId };
    case "not_found":
      return goneRules;
    case "stale": {
      const problem = `Somebody saved these rules while you had them open. Nothing was ${untouched}.`;
      return { problem, stale: true };
    }
    case "invalid": {
      const fields = wordsByField(result.problem);
      return { problem: rulesProblemWords(result.problem, types), ...(fields && { fields }) };
    }
  }
}
