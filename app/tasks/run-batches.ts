import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { PauseReason } from "../db/schema/index.ts";
import { batchKind } from "../generation/batch/defer-request.ts";
import { giveBatchesUp } from "../generation/batch/give-batches-up.ts";
import { runBatches } from "../generation/batch/run-batches.ts";
import { pauseShop } from "../jobs/pause.ts";
import type { ItemContext, ItemOutcome, Task } from "../jobs/task.ts";
import { jobIdSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError, type OperationalError } from "../lib/errors.ts";
import type { Models } from "../model/model-for-shop.ts";

export interface BatchTaskDeps {
  db: Db;
  clock: Clock;
  models: Models;
}

const payloadSchema = z.object({ jobId: jobIdSchema });
type Payload = z.infer<typeof payloadSchema>;

/** What stops all calls of a shop until a person acts. */
const breakers: Record<string, PauseReason> = {
  model_billing: "billing",
  model_key: "model_key",
  model_not_allowed: "model_settings",
};

/** After trouble with the provider; its own wish goes first. */
const troubleWaitMs = 30_000;

/** Carries the calls of one generation job to the provider's batches and back; one item, a round each time it runs. */
export function createBatchTask(deps: BatchTaskDeps): Task<Payload, null> {
  return {
    kind: batchKind,
    needs: ["model"],
    // What a batch was paid for is fetched in the end, however long the model is away.
    neverGivesUp: true,
    payload: payloadSchema,
    item: z.null(),
    // One carrier a generation job: of two, one would hand over what the other has handed over already.
    exclusiveGroup: batchKind,
    run: (context, payload) => carry(deps, context, payload),
  };
}

async function carry(deps: BatchTaskDeps, context: ItemContext, { jobId }: Payload): Promise<ItemOutcome> {
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
  owner: { shop: ItemContext["shop"]; jobId: Payload["jobId"] },
  error: OperationalError,
): Promise<ItemOutcome> {
  const { code, merchantMessage: message } = error;
  const reason = breakers[code];
  if (reason) {
    await pauseShop(deps, { shop: owner.shop, reason, message });
    return { outcome: "paused", reason, message };
  }
  if (error.outageOf !== undefined)
    return { outcome: "stalled", provider: error.outageOf, code, message, waitMs: error.retryAfterMs };
  if (error.retryable) {
    return { outcome: "retry", code, message, waitMs: Math.max(troubleWaitMs, error.retryAfterMs ?? 0) };
  }
  // The provider does not take batches, or not these: the products are written one by one.
  giveBatchesUp(deps, owner, code);
  return { outcome: "retry", code, message, waitMs: troubleWaitMs };
}
