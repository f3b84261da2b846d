import type { SavedRules } from "../../commands/rules/saved-rules.ts";
import type { FieldReader } from "../../ui/rules/field-name.ts";
import type { Outcome } from "../answer-action.ts";
import { rulesProblemWords, wordsByField } from "./rules-problem-words.ts";

/**
 * The message about rules that were to be saved. Refusals name a field as the editor does.
 * @param stale what is said where somebody saved meanwhile
 */
export function savedWords(
  reader: FieldReader,
  result: SavedRules,
  message: string,
  stale: "stale" | "restoreStale" = "stale",
): Outcome {
  const { t } = reader;
  switch (result.kind) {
    case "saved":
      return { message, configId: result.configId };
    case "not_found":
      return { problem: t("answers:rules.gone") };
    case "stale":
      return { problem: t(`answers:rules.${stale}`), stale: true };
    case "invalid": {
      const fields = wordsByField(t, result.problem);
      return { problem: rulesProblemWords(reader, result.problem), ...(fields && { fields }) };
    }
  }
}
