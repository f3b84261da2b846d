import type { Db } from "../db/open.ts";
import { giveBatchesUp, runBatches } from "../generation/batch/run-batches.ts";
import { batchJob } from "../generation/jobs.ts";
import type { ItemContext, ItemOutcome } from "../jobs/task.ts";
import type { JobId } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError, type OperationalError } from "../lib/errors.ts";
import type { Models } from "../model/model-for-shop.ts";
import { defineTask } from "./define-task.ts";
import { outcomeOfError } from "./outcome-of-error.ts";

export interface BatchTaskDeps {
  db: Db;
  clock: Clock;
  models: Models;
}

/** After trouble with the provider; its own wish goes first. */
const troubleWaitMs = 30_000;

/** Carries the calls of one generation job to the provider's batches and back; one item, a round each time it runs. */
export function createBatchTask(deps: BatchTaskDeps) {
  return defineTask(batchJob, (context, { jobId }) => carry(deps, context, jobId));
}

async function carry(deps: BatchTaskDeps, context: ItemContext, jobId: JobId): Promise<ItemOutcome> {
  const owner = { shop: context.shop, jobId };
  try {
    const { connection, batchesOf, isCurrent, priceOf } = await deps.models.forShop(context.shop);
    const round = await runBatches({ ...deps, connection, batchesOf, isCurrent, priceOf }, context, owner);
    if (round.finished) return { outcome: "done" };
    return {
      outcome: "retry",
      code: "batch_under_way",
      message: "A batch is under way.",
      waitMs: round.waitMs,
      answered: true,
    };
  } catch (error) {
    if (!isOperationalError(error)) throw error;
    return outcomeOf(deps, owner, error);
  }
}

async function outcomeOf(
  deps: BatchTaskDeps,
  owner: { shop: ItemContext["shop"]; jobId: JobId },
  error: OperationalError,
): Promise<ItemOutcome> {
  const outcome = outcomeOfError(error);
  if (outcome.outcome === "retry") return { ...outcome, waitMs: Math.max(troubleWaitMs, outcome.waitMs ?? 0) };
  if (outcome.outcome !== "failed") return outcome;
  // The provider does not take batches, or not these: the products are written one by one.
  await giveBatchesUp(deps, owner, outcome.code);
  return { outcome: "retry", code: outcome.code, message: outcome.message, waitMs: troubleWaitMs };
}
