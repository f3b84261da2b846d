import type { ExamineMode } from "../db/schema/index.ts";
import type { ModelConfig } from "./model-config.ts";

/** Which model examines a shop's texts, and when it is asked. */
export type ChosenExaminer = { mode: "off" } | { mode: Exclude<ExamineMode, "off">; model: string };

/**
 * A shop's choice over the operator's. Where a model is known and nobody chose otherwise, it is asked about what the program
 * cannot settle; where none is known, nobody is asked.
 * @param chosen.model the provider's name; null: the operator's
 * @param chosen.mode null: nobody chose
 */
export function examinerOf(
  { MODEL_EXAMINER }: Pick<ModelConfig, "MODEL_EXAMINER">,
  chosen: { model: string | null; mode: ExamineMode | null },
): ChosenExaminer {
  const model = chosen.model ?? MODEL_EXAMINER;
  const mode = chosen.mode ?? "doubtful";
  return model === undefined || mode === "off" ? { mode: "off" } : { mode, model };
}
