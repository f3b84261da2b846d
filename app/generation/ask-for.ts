import { JobCancelled } from "../jobs/task.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { ModelAnswer, ModelRequest } from "../model/port.ts";
import type { UnusableReason } from "./generated-text.ts";

/** Gives the answer to a request of an item. @param options.call the request's number in the item, from 0 */
export type Complete = (request: ModelRequest, options: { call: number; signal: AbortSignal }) => Promise<ModelAnswer>;

/** A repair that is refused for what it asks leaves the texts as they are. */
const endsRepairs: ReadonlySet<string> = new Set(["model_bad_request", "model_refused"]);

/** The answer, or null where a call failed that only would have made paid texts better: they are not given up with it. */
export async function askFor(
  complete: Complete,
  request: ModelRequest,
  { call, signal, isExtra }: { call: number; signal: AbortSignal; isExtra: boolean },
): Promise<ModelAnswer | null> {
  try {
    return await complete(request, { call, signal });
  } catch (error) {
    const endsOnly =
      signal.reason instanceof JobCancelled || (isOperationalError(error) && endsRepairs.has(error.code));
    if (isExtra && endsOnly) return null;
    throw error;
  }
}

/** Why nothing can be read of an answer; null where it is what was asked for, by its form. */
export function unusableReason(answer: ModelAnswer): UnusableReason | null {
  if (answer.kind === "refused") return "model_refused";
  if (answer.kind === "truncated") return "model_truncated";
  if (answer.kind === "prompt_cut") return "model_prompt_cut";
  if (answer.kind !== "not_json") return null;
  return answer.text.trim() === "" ? "model_empty" : "model_bad_answer";
}
