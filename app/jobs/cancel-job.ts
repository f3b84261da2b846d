import { setImmediate as nextTurn } from "node:timers/promises";
import { countTotal } from "../db/count-total.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { countItems, noChanges } from "./count-items.ts";
import { prepared } from "./prepared.ts";
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
  const events: WorkEvent[] = [];
  const begun = await db.write(() => {
    const now = clock.now();
    const { changes } = prepared<object>(
      db,
      `UPDATE jobs SET cancel_requested_at = coalesce(cancel_requested_at, @now), next_run_at = NULL, pause_reason = NULL
       WHERE id = @jobId AND shop = @shop AND finished_at IS NULL AND opened_at IS NOT NULL`,
    ).run({ ...key, now });
    if (changes === 0) return null;
    if (note) db.runNow(note({ subject: { kind: "job", id: jobId }, unfinished: true }));
    return cancelWaiting(db, { ...key, now }, events);
  });
  if (begun === null) return false;
  for (let cancelled = begun; cancelled === chunkItems; ) {
    await nextTurn();
    cancelled = await db.write(() => cancelWaiting(db, { ...key, now: clock.now() }, events));
  }
  logEvents(logger, events);
  return true;
}

/** Cancels up to 500 waiting items of a job whose cancel was asked for. @param events told after the commit. @returns how many */
export function cancelWaiting(db: Db, job: { shop: string; jobId: string; now: number }, events: WorkEvent[]): number {
  const cancel = () => {
    const { changes } = prepared(db, cancelSql).run({ ...job, limit: chunkItems });
    if (changes === 0) return 0;
    countItems(db, job, { ...noChanges(), cancelled: changes }, events);
    const kind = prepared<object, { kind: string }>(db, kindSql).get(job)?.kind ?? "";
    db.runNow(countTotal("items", { kind, outcome: "cancelled", code: "" }, changes));
    return changes;
  };
  return db.raw.transaction(cancel).immediate();
}

const kindSql = "SELECT kind FROM jobs WHERE id = @jobId AND shop = @shop";

const cancelSql = `UPDATE job_items SET status = 'cancelled', finished_at = @now, pause_reason = NULL
  WHERE job_id = @jobId AND shop = @shop AND seq IN (
    SELECT seq FROM job_items WHERE job_id = @jobId AND status = 'queued'
    UNION ALL SELECT seq FROM job_items WHERE job_id = @jobId AND status = 'paused' LIMIT @limit)`;
