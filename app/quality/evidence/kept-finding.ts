import type { FindingDecision, ShownFact } from "../../db/schema/index.ts";

/** A finding that a person looked at and kept: these words against this fact are right as they are. */
export interface KeptFinding {
  /** the name of the text's slot */
  contentType: string;
  code: string;
  /** the words of the text; where the finding has none, its description */
  quote: string;
  /** null where it was about no fact */
  fact: Pick<ShownFact, "path" | "value"> | null;
  decision: FindingDecision;
}

/** The same words against the same fact: what a decision holds for, in whatever version of the text. */
export function findingKey(finding: {
  code: string;
  quote?: string | null | undefined;
  description?: string | undefined;
  fact?: Pick<ShownFact, "path" | "value"> | null | undefined;
}): string {
  const { code, quote, description = "", fact } = finding;
  return JSON.stringify([code, quote ?? description, fact?.path ?? null, fact?.value ?? null]);
}
