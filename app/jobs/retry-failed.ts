import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { forgetAge } from "./breaker.ts";
import { countItems, noChanges } from "./count-items.ts";
import { prepared } from "./prepared.ts";
import { openGate } from "./settle-items.ts";

const chunkItems = 500;

/**
 * Queues a job's failed items again with all their attempts; what they saved is kept. Also for a job that is finished or
 * was cancelled, not for one that is being cancelled.
 * @returns how many
 */
export async function retryFailedItems(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId }: { shop: ShopDomain; jobId: JobId },
): Promise<number> {
  // Items failing again meanwhile are not taken a second time: only what failed before now.
  const before = clock.now();
  let retried = 0;
  for (let changes = chunkItems; changes === chunkItems; await nextTurn()) {
    changes = db.raw.transaction(() => retryChunk(db, { shop, jobId, before, now: clock.now() })).immediate();
    retried += changes;
  }
  return retried;
}

function retryChunk(db: Db, input: { shop: ShopDomain; jobId: JobId; before: number; now: number }): number {
  const { shop, jobId, before, now } = input;
  const isCancelling = prepared(
    db,
    "SELECT 1 FROM jobs WHERE id = @jobId AND shop = @shop AND cancel_requested_at IS NOT NULL AND finished_at IS NULL",
  ).get({ shop, jobId });
  if (isCancelling) return 0;
  const { changes } = prepared(db, retrySql).run({ shop, jobId, before, now, limit: chunkItems });
  if (changes === 0) return 0;
  forgetAge(db, { shop, now });
  prepared(db, "UPDATE jobs SET cancel_requested_at = NULL WHERE id = @jobId AND shop = @shop").run({ shop, jobId });
  countItems(db, { shop, jobId, now }, { ...noChanges(), failed: -changes });
  openGate(db, { shop, jobId, runAt: now });
  return changes;
}

const retrySql = `UPDATE job_items SET status = 'queued', attempts = 0, deaths = 0, stalls = 0,
    stalled_since = NULL, run_at = @now, code = NULL, message = NULL,
    finished_at = NULL
  WHERE job_id = @jobId AND shop = @shop AND seq IN (
    SELECT seq FROM job_items INDEXED BY job_items_odd
    WHERE job_id = @jobId AND status = 'failed' AND finished_at <= @before LIMIT @limit)`;
