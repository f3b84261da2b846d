import { setImmediate as nextTurn } from "node:timers/promises";
import { countTotal } from "../db/count-total.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { countItems, noChanges } from "./count-items.ts";
import { logEvents, type WorkEvent } from "./work-events.ts";

const chunkItems = 500;

/**
 * Cancels a job at any moment. From the first transaction on nothing more of it is claimed and nothing more is written to
 * the shop; its waiting items are cancelled then and there, its running ones are told within a second.
 * @returns false when the shop has no such job or it is finished
 */
export async function cancelJob(
  { db, clock, logger, note }: { db: Db; clock: Clock; logger?: Logger } & Acted,
  { shop, jobId }: { shop: ShopDomain; jobId: JobId },
): Promise<boolean> {
  const key = { shop, jobId };
  const begun = await db.transact({ shop }, function* () {
    const now = clock.now();
    if ((yield* run(requestSql, { ...key, now })) === 0) return null;
    if (note) yield* note({ subject: { kind: "job", id: jobId }, unfinished: true });
    return yield* cancelWaiting({ ...key, now });
  });
  if (begun === null) return false;
  logEvents(logger, begun.events);
  for (let { cancelled } = begun; cancelled === chunkItems; ) {
    await nextTurn();
    const chunk = await db.transact({ shop }, () => cancelWaiting({ ...key, now: clock.now() }));
    logEvents(logger, chunk.events);
    cancelled = chunk.cancelled;
  }
  return true;
}

const requestSql = `UPDATE jobs SET cancel_requested_at = coalesce(cancel_requested_at, @now), next_run_at = NULL,
    pause_reason = NULL, held_at = NULL
  WHERE id = @jobId AND shop = @shop AND finished_at IS NULL AND opened_at IS NOT NULL`;

/**
 * Cancels up to 500 waiting items of a job whose cancel was asked for: a step of a transaction.
 * @returns how many, and what to log once it is committed
 */
export function* cancelWaiting(job: {
  shop: string;
  jobId: string;
  now: number;
}): Steps<{ cancelled: number; events: WorkEvent[] }> {
  const events: WorkEvent[] = [];
  const cancelled = yield* run(cancelSql, { ...job, limit: chunkItems });
  if (cancelled > 0) {
    yield* countItems(job, { ...noChanges(), cancelled }, events);
    const kind = (yield* get<{ kind: string }>(kindSql, job))?.kind ?? "";
    yield* countTotal("items", { kind, outcome: "cancelled", code: "" }, cancelled);
  }
  return { cancelled, events };
}

const kindSql = "SELECT kind FROM jobs WHERE id = @jobId AND shop = @shop";

const cancelSql = `WITH waiting AS MATERIALIZED (
    SELECT seq FROM job_items WHERE job_id = @jobId AND status = 'queued'
    UNION ALL SELECT seq FROM job_items WHERE job_id = @jobId AND status = 'paused' LIMIT @limit)
  UPDATE job_items SET status = 'cancelled', finished_at = @now, pause_reason = NULL
  WHERE job_id = @jobId AND shop = @shop AND seq IN (SELECT seq FROM waiting)`;
