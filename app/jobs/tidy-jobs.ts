import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { all, run } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { cancelWaiting } from "./cancel-job.ts";
import { resumeJob } from "./pause.ts";
import { logEvents } from "./work-events.ts";

/** Longer than storing any job takes: an older one that is not open was left by a crash. */
const unopenedMs = 10 * 60_000;
const chunkItems = 500;

interface JobKey {
  shop: string;
  jobId: string;
}

/**
 * Ends what a crash left half done: large jobs that were never opened are removed, cancels are carried through; and sets
 * free what is paused for a reason that was lifted. Cheap when there is nothing to do; the worker calls it regularly.
 */
export async function tidyJobs(deps: { db: Db; clock: Clock; logger?: Logger }): Promise<void> {
  const { db, clock } = deps;
  const now = clock.now();
  for (const job of await jobKeys(db, unopenedSql, { before: now - unopenedMs })) await removeUnopened(db, job);
  for (const job of await jobKeys(db, cancellingSql, {})) await carryCancelThrough(deps, job);
  for (const job of await jobKeys(db, liftedSql, {})) await resumeJob({ db, clock }, job);
}

async function removeUnopened(db: Db, { shop, jobId }: JobKey): Promise<void> {
  const removeSome = () => db.transact({ shop }, () => run(removeItemsSql, { shop, jobId, limit: chunkItems }));
  while ((await removeSome()) > 0) await nextTurn();
  const sql = "DELETE FROM jobs WHERE shop = @shop AND id = @jobId AND opened_at IS NULL";
  await db.transact({ shop }, () => run(sql, { shop, jobId }));
}

async function carryCancelThrough(
  { db, clock, logger }: { db: Db; clock: Clock; logger?: Logger },
  job: JobKey,
): Promise<void> {
  for (let more = true; more; ) {
    const { cancelled, events } = await db.transact({ shop: job.shop }, () =>
      cancelWaiting({ ...job, now: clock.now() }),
    );
    logEvents(logger, events);
    more = cancelled > 0;
    if (more) await nextTurn();
  }
}

function jobKeys(db: Db, sql: string, params: object): Promise<JobKey[]> {
  return db.do(all<JobKey>(sql, params));
}

const removeItemsSql = `WITH first_ones AS MATERIALIZED (SELECT seq FROM job_items WHERE job_id = @jobId LIMIT @limit)
  DELETE FROM job_items WHERE shop = @shop AND job_id = @jobId AND seq IN (SELECT seq FROM first_ones)`;

const unopenedSql = `SELECT shop, id AS jobId FROM jobs
  WHERE finished_at IS NULL AND created_at < @before AND opened_at IS NULL LIMIT 20`;

const cancellingSql = `SELECT shop, id AS jobId FROM jobs
  WHERE finished_at IS NULL AND cancel_requested_at IS NOT NULL AND (
    EXISTS (SELECT 1 FROM job_items WHERE job_id = jobs.id AND status = 'queued')
    OR EXISTS (SELECT 1 FROM job_items WHERE job_id = jobs.id AND status = 'paused')) LIMIT 20`;

const liftedSql = `SELECT shop, id AS jobId FROM jobs
  WHERE finished_at IS NULL AND pause_reason IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM pauses WHERE pauses.shop = jobs.shop AND pauses.reason = jobs.pause_reason) LIMIT 20`;
