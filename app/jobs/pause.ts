import { setImmediate as nextTurn } from "node:timers/promises";
import { asc, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { type PauseReason, pauses } from "../db/schema/index.ts";
import { all, q, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { logEvents } from "./work-events.ts";

const chunkItems = 500;

export interface Pause {
  reason: PauseReason;
  /** what a person should do */
  message: string;
  since: number;
}

/** Notes that a shop's work waits for a person; the first message stays. A job is held when one of its items ends `paused`. */
export async function pauseShop(
  { db, clock, logger }: { db: Db; clock: Clock; logger?: Logger },
  { shop, reason, message }: { shop: ShopDomain; reason: PauseReason; message: string },
): Promise<void> {
  const pause = { shop, reason, message, since: clock.now() };
  const noted = await db.transact({ shop }, (tx) =>
    q(tx.insert(pauses).values(pause).onConflictDoNothing().returning({ reason: pauses.reason })),
  );
  if (noted.length > 0) logEvents(logger, [{ event: "work held", shop, reason }]);
}

/**
 * Lifts the reason: what waited for it may run at once. Work is set free by the worker too when the row in `pauses` was
 * removed in another way.
 * @returns how many paused items were set free
 */
export async function resumeShop(
  { db, clock, logger, note }: { db: Db; clock: Clock; logger?: Logger } & Acted,
  { shop, reason }: { shop: ShopDomain; reason: PauseReason },
): Promise<number> {
  const lifted = await db.transact({ shop }, function* () {
    const removed = yield* run("DELETE FROM pauses WHERE shop = @shop AND reason = @reason", { shop, reason });
    if (note && removed > 0) yield* note({ details: { lifted: { [reason]: true } }, unfinished: true });
    return removed;
  });
  let freed = 0;
  const jobs = await db.do(
    all<{ jobId: string }>(
      "SELECT id AS jobId FROM jobs WHERE shop = @shop AND pause_reason = @reason AND finished_at IS NULL",
      { shop, reason },
    ),
  );
  for (const { jobId } of jobs) {
    freed += await resumeJob({ db, clock }, { shop, jobId });
  }
  if (lifted > 0) logger?.info({ shop, reason, count: freed }, "a shop's work goes on");
  return freed;
}

/** Queues a job's paused items and lets it be claimed again. @returns how many items were paused */
export async function resumeJob(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId }: { shop: string; jobId: string },
): Promise<number> {
  let freed = 0;
  for (let changes = chunkItems; changes === chunkItems; await nextTurn()) {
    changes = await db.transact({ shop }, () => resumeChunk({ shop, jobId, now: clock.now() }));
    freed += changes;
  }
  return freed;
}

function* resumeChunk(job: { shop: string; jobId: string; now: number }): Steps<number> {
  const changes = yield* run(resumeItemsSql, { ...job, limit: chunkItems });
  if (changes < chunkItems) yield* run(resumeJobSql, job);
  return changes;
}

const resumeItemsSql = `WITH paused AS MATERIALIZED (
    SELECT seq FROM job_items INDEXED BY job_items_odd WHERE job_id = @jobId AND status = 'paused' LIMIT @limit)
  UPDATE job_items SET status = 'queued', run_at = @now, pause_reason = NULL, code = NULL, message = NULL
  WHERE job_id = @jobId AND shop = @shop AND seq IN (SELECT seq FROM paused)`;

const resumeJobSql = `UPDATE jobs SET pause_reason = NULL, next_run_at = CASE
    WHEN cancel_requested_at IS NULL AND finished_at IS NULL AND held_at IS NULL THEN CAST(@now AS bigint) ELSE NULL END
  WHERE id = @jobId AND shop = @shop AND pause_reason IS NOT NULL`;

/** What a shop's people must do before its paused work continues, oldest first. */
export async function listPauses({ db }: { db: Db }, shop: ShopDomain): Promise<Pause[]> {
  return db.orm
    .select({ reason: pauses.reason, message: pauses.message, since: pauses.since })
    .from(pauses)
    .where(eq(pauses.shop, shop))
    .orderBy(asc(pauses.since));
}
