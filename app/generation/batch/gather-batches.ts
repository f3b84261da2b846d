import type { Db } from "../../db/open.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import type { BatchOwner } from "./batch-rows.ts";
import { masterCode } from "./defer-request.ts";

/** The provider takes 50,000 lines; smaller ones come back sooner and lose less when one fails. */
export const batchLines = 1_000;
const fewestLines = 25;
/** The provider's word for a batch refused because too much of the account is queued already. */
export const noRoom = "token_limit_exceeded";
const noRoomPauseMs = 10 * 60_000;
/** So long the first call waits for others of its job before a batch is made of what is there. */
const gatherMs = 60_000;

interface Waiting {
  count: number;
  oldestAt: number | null;
}

const waitingSql = `SELECT count(*) AS count, min(created_at) AS oldestAt FROM batch_requests
  WHERE shop = @shop AND job_id = @jobId AND state = 'waiting'`;
/** Items that may still put a call by. */
const unpreparedSql = `SELECT count(*) AS count FROM job_items AS item WHERE job_id = @jobId AND shop = @shop
  AND status IN ('queued', 'processing', 'paused') AND coalesce(code, '') <> '${masterCode}' AND NOT EXISTS (
    SELECT 1 FROM batch_requests WHERE shop = @shop AND job_id = @jobId AND item_seq = item.seq)`;
const insertSql = `INSERT INTO model_batches (shop, id, job_id, state, requests, created_at)
  VALUES (@shop, @id, @jobId, 'gathered', @requests, @now)`;
const assignSql = `UPDATE batch_requests SET state = 'sent', batch_id = @id
  WHERE shop = @shop AND job_id = @jobId AND call_no = 0 AND item_seq IN (
    SELECT item_seq FROM batch_requests WHERE shop = @shop AND job_id = @jobId AND state = 'waiting'
    ORDER BY item_seq LIMIT @limit) AND state = 'waiting'`;

interface Refused {
  count: number;
  latestAt: number | null;
}

const refusedSql = `SELECT count(*) AS count, max(closed_at) AS latestAt FROM model_batches
  WHERE shop = @shop AND job_id = @jobId AND state = 'closed' AND failure = @failure`;

/**
 * Makes batches of the calls that wait: when there are enough for one, when no item of the job can add another, or when
 * the oldest has waited for a minute. After the provider had no room for one, the next comes later and is half as large.
 * @returns how many calls and items are still on their way into a batch, and how long nothing is made
 */
export async function gatherBatches(
  { db, clock }: { db: Db; clock: Clock },
  owner: BatchOwner,
): Promise<{ waiting: number; unprepared: number; pauseMs: number }> {
  const { shop, jobId } = owner;
  const unprepared = (await db.do(get<{ count: number }>(unpreparedSql, { shop, jobId })))?.count ?? 0;
  const refused = await db.do(get<Refused>(refusedSql, { shop, jobId, failure: noRoom }));
  const limit = Math.max(fewestLines, Math.floor(batchLines / 2 ** (refused?.count ?? 0)));
  const pauseMs = Math.max(0, (refused?.latestAt ?? Number.NEGATIVE_INFINITY) + noRoomPauseMs - clock.now());
  for (;;) {
    const { count, oldestAt } = (await db.do(get<Waiting>(waitingSql, { shop, jobId }))) ?? {
      count: 0,
      oldestAt: null,
    };
    const due = count >= limit || unprepared === 0 || (oldestAt ?? 0) < clock.now() - gatherMs;
    if (count === 0 || !due || pauseMs > 0) return { waiting: count, unprepared, pauseMs };
    await db.transact({ shop }, () => gatherOne({ shop, jobId }, limit, clock.now()));
  }
}

function* gatherOne({ shop, jobId }: BatchOwner, limit: number, now: number): Steps<void> {
  const id = newId("batch", now);
  const requests = yield* run(assignSql, { shop, jobId, id, limit });
  yield* run(insertSql, { shop, jobId, id, requests, now });
}
