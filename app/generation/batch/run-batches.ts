import type { Db } from "../../db/open.ts";
import { all, get, run } from "../../db/steps.ts";
import type { ItemContext } from "../../jobs/task.ts";
import { wakeItems } from "../../jobs/wake-items.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError } from "../../lib/errors.ts";
import { type BatchOwner, isCancelled, readOpenBatches } from "./batch-rows.ts";
import { type CarryDeps, carryBatch } from "./carry-batch.ts";
import { pendingCode } from "./defer-request.ts";
import { gatherBatches } from "./gather-batches.ts";

/** While items put calls into a batch or continue after one, the next look comes soon. */
const soonMs = 1_000;
/** Nothing is under way, but items that have not begun, e.g. of a paused job, may still put a call by. */
const pausedMs = 10_000;
/** A batch is asked for after a tenth of its age, between these. */
const pollFromMs = 2_000;
const pollToMs = 60_000;

export type BatchRound = { finished: true } | { finished: false; waitMs: number };

/**
 * One round for the waiting calls of a generation job: gather, hand over, ask, take answers, wake the items whose answer is
 * there. Ends when no call waits any more.
 */
export async function runBatches(
  deps: CarryDeps,
  context: Pick<ItemContext, "signal" | "assertStillWanted">,
  owner: BatchOwner,
): Promise<BatchRound> {
  const { db, clock } = deps;
  if (await db.do(isCancelled(owner))) await dropWaiting(deps, owner);
  await gatherBatches(deps, owner);
  let newestAt: number | null = null;
  const troubles: unknown[] = [];
  for (const batch of await db.do(readOpenBatches(owner))) {
    try {
      const { open } = await carryBatch(deps, context, owner, batch);
      if (open) newestAt = Math.max(newestAt ?? 0, batch.submittedAt ?? clock.now());
    } catch (error) {
      // One batch's trouble does not keep the others' answers.
      if (!isOperationalError(error)) throw error;
      troubles.push(error);
    }
  }
  await wakeAnswered(deps, owner);
  if (troubles.length > 0) throw troubles[0];
  // Again: a batch that the provider had no room for has released its calls, and others have been stored meanwhile.
  const { waiting, unprepared, pauseMs } = await gatherBatches(deps, owner);
  const isNew = (await db.do(readOpenBatches(owner))).some(({ state }) => state === "gathered");
  const isBusy = isNew || waiting > 0 || (await countUnsettled(db, owner)) > 0;
  if (newestAt !== null) {
    const pollMs = Math.min(pollToMs, Math.max(pollFromMs, (clock.now() - newestAt) / 10));
    return { finished: false, waitMs: isBusy ? pollFromMs : pollMs };
  }
  if (waiting > 0 && pauseMs > 0 && unprepared === 0) return { finished: false, waitMs: Math.min(pauseMs, pollToMs) };
  if (isBusy) return { finished: false, waitMs: soonMs };
  return unprepared > 0 ? { finished: false, waitMs: pausedMs } : { finished: true };
}

async function dropWaiting({ db, clock }: CarryDeps, { shop, jobId }: BatchOwner): Promise<void> {
  const sql = `UPDATE batch_requests SET state = 'direct', reason = 'cancelled', request = NULL, settled_at = @now
    WHERE shop = @shop AND job_id = @jobId AND state = 'waiting'`;
  await db.transact({ shop }, () => run(sql, { shop, jobId, now: clock.now() }));
}

const unsentRequestsSql = `UPDATE batch_requests SET state = 'direct', reason = @reason, request = NULL, settled_at = @now
  WHERE shop = @shop AND job_id = @jobId AND (state = 'waiting' OR (state = 'sent' AND batch_id IN (
    SELECT id FROM model_batches WHERE shop = @shop AND job_id = @jobId AND state IN ('gathered', 'uploading', 'uploaded'))))`;
const unsentBatchesSql = `UPDATE model_batches SET state = 'closing'
  WHERE shop = @shop AND job_id = @jobId AND state IN ('gathered', 'uploading', 'uploaded')`;

/** The provider refuses batches: calls that no batch can have are made directly. What was handed over stays with it. */
export async function giveBatchesUp(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId }: BatchOwner,
  reason: string,
): Promise<void> {
  const now = clock.now();
  await db.transact({ shop }, function* () {
    yield* run(unsentRequestsSql, { shop, jobId, reason, now });
    yield* run(unsentBatchesSql, { shop, jobId });
  });
}

const settledItemsSql = `SELECT item.seq FROM job_items AS item JOIN batch_requests AS request
    ON request.shop = item.shop AND request.job_id = item.job_id AND request.item_seq = item.seq
  WHERE item.job_id = @jobId AND item.shop = @shop AND item.status = 'queued' AND item.run_at > @now
    AND item.code = @code AND request.state IN ('answered', 'direct') LIMIT 500`;

async function wakeAnswered(deps: CarryDeps, owner: BatchOwner): Promise<void> {
  const { db, clock } = deps;
  for (;;) {
    const due = { shop: owner.shop, jobId: owner.jobId, now: clock.now(), code: pendingCode };
    const rows = await db.do(all<{ seq: number }>(settledItemsSql, due));
    const woken = rows.length === 0 ? 0 : await wakeItems(deps, { ...owner, seqs: rows.map(({ seq }) => seq) });
    if (woken < 500) return;
  }
}

/** Items under way that may be about to wait for an answer that has come already: they need waking once more. */
async function countUnsettled(db: Db, { shop, jobId }: BatchOwner): Promise<number> {
  const sql = `SELECT count(*) AS count FROM job_items AS item JOIN batch_requests AS request
      ON request.shop = item.shop AND request.job_id = item.job_id AND request.item_seq = item.seq
    WHERE item.job_id = @jobId AND item.shop = @shop AND item.status = 'processing'`;
  return (await db.do(get<{ count: number }>(sql, { shop, jobId })))?.count ?? 0;
}
