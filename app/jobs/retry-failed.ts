import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { all, get, run, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { forgetAge } from "./breaker.ts";
import { openGate } from "./complete-items.ts";
import { countItems, noChanges } from "./count-items.ts";

const chunkItems = 500;

/** Which failed items of a job; all of them when neither `seqs` nor `code` is given. */
export interface RetryWhat {
  /** single ones, at most 250 */
  seqs?: readonly number[] | undefined;
  /** those that failed for this reason; null: for none that has a code */
  code?: string | null | undefined;
  /** asked for by no person: the time limit for a provider that does not answer runs on */
  byItself?: boolean;
}

/**
 * Queues a job's failed items again with all their attempts; what they saved is kept. Also for a job that is finished or
 * was cancelled, not for one that is being cancelled.
 * @returns how many
 */
export async function retryFailedItems(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, jobId, ...what }: { shop: ShopDomain; jobId: JobId } & RetryWhat,
): Promise<number> {
  let retried = 0;
  const retrySome = (after: number) =>
    db.transact({ shop }, function* () {
      const seqs = yield* retryChunk({ shop, jobId, after, now: clock.now(), what });
      const details = { retried: seqs.length };
      if (note && seqs.length > 0) yield* note({ subject: { kind: "job", id: jobId }, details, unfinished: true });
      return seqs;
    });
  // In their order, each once: items that fail again meanwhile are not taken a second time.
  for (let after: number | null = -1; after !== null; await nextTurn()) {
    const seqs: number[] = await retrySome(after);
    retried += seqs.length;
    after = seqs.length === chunkItems ? Math.max(...seqs) : null;
  }
  return retried;
}

/** @returns the items that were queued */
function* retryChunk(input: {
  shop: ShopDomain;
  jobId: JobId;
  after: number;
  now: number;
  what: RetryWhat;
}): Steps<number[]> {
  const { shop, jobId, after, now, what } = input;
  const isCancelling = yield* get(
    "SELECT 1 FROM jobs WHERE id = @jobId AND shop = @shop AND cancel_requested_at IS NOT NULL AND finished_at IS NULL",
    { shop, jobId },
  );
  if (isCancelling) return [];
  const rows = yield* all<{ seq: number }>(retrySql, {
    shop,
    jobId,
    after,
    now,
    seqs: what.seqs ? JSON.stringify(what.seqs) : null,
    anyCode: what.code === undefined ? 1 : 0,
    code: what.code ?? null,
    limit: chunkItems,
  });
  if (rows.length === 0) return [];
  if (!what.byItself) yield* forgetAge({ shop, now });
  yield* run("UPDATE jobs SET cancel_requested_at = NULL WHERE id = @jobId AND shop = @shop", { shop, jobId });
  yield* countItems({ shop, jobId, now }, { ...noChanges(), failed: -rows.length });
  yield* openGate({ shop, jobId, runAt: now });
  return rows.map(({ seq }) => seq);
}

const retrySql = `WITH given_up AS MATERIALIZED (
    SELECT seq FROM job_items INDEXED BY job_items_odd
    WHERE job_id = @jobId AND status = 'failed' AND seq > @after
      AND (CAST(@seqs AS text) IS NULL OR seq IN (SELECT CAST(value AS bigint) FROM json_each(@seqs)))
      AND (@anyCode = 1 OR code IS NOT DISTINCT FROM @code) ORDER BY seq LIMIT @limit)
  UPDATE job_items SET status = 'queued', attempts = 0, deaths = 0, stalls = 0, stalled_since = NULL, run_at = @now,
    code = NULL, message = NULL, finished_at = NULL
  WHERE job_id = @jobId AND shop = @shop AND seq IN (SELECT seq FROM given_up)
  RETURNING seq`;
