import { get, type Steps } from "../db/steps.ts";
import { OperationalError } from "../lib/errors.ts";

const agreedSql = "SELECT item_credits AS credits FROM credit_runs WHERE shop = @shop AND job_id = @jobId";

/**
 * What each item of a run costs: the price at its start, whatever the Settings are by now.
 * @param now what an item costs with the model of this moment, for a job without a run
 */
export function* agreedCredits({ shop, jobId }: { shop: string; jobId: string }, now: number): Steps<number> {
  return (yield* get<{ credits: number }>(agreedSql, { shop, jobId }))?.credits ?? now;
}

/**
 * Asked before an item's first call: a run that was started at one price calls no model of a higher one.
 * @throws OperationalError `credits_changed`
 */
export function assertCreditsHold({ agreed, now, model }: { agreed: number; now: number; model: string }): void {
  if (now <= agreed) return;
  throw new OperationalError("the model costs more credits than the run was started with", {
    code: "credits_changed",
    retryable: false,
    merchantMessage: `Settings name another model since this run was started: a product costs ${now} credits with ${model} instead of ${agreed}. Start the run again, or name the former model in Settings and retry.`,
  });
}
