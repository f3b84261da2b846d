import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { cancelWaiting } from "./cancel-job.ts";
import { resumeJob } from "./pause.ts";
import { prepared } from "./prepared.ts";
import { logEvents, type WorkEvent } from "./work-events.ts";

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
  for (const job of jobKeys(db, unopenedSql, { before: now - unopenedMs })) await removeUnopened(db, job);
  for (const job of jobKeys(db, cancellingSql, {})) {
    const events: WorkEvent[] = [];
    while (cancelWaiting(db, { ...job, now }, events) > 0) await nextTurn();
    logEvents(deps.logger, events);
  }
  for (const job of jobKeys(db, liftedSql, {})) await resumeJob({ db, clock }, job);
}

async function removeUnopened(db: Db, { shop, jobId }: JobKey): Promise<void> {
  const removeItems = prepared(
    db,
    `DELETE FROM job_items WHERE shop = @shop AND job_id = @jobId AND seq IN (
       SELECT seq FROM job_items WHERE job_id = @jobId LIMIT @limit)`,
  );
  while (removeItems.run({ shop, jobId, limit: chunkItems }).changes > 0) await nextTurn();
  prepared(db, "DELETE FROM jobs WHERE shop = @shop AND id = @jobId AND opened_at IS NULL").run({ shop, jobId });
}

function jobKeys(db: Db, sql: string, params: object): JobKey[] {
  return prepared<object, JobKey>(db, sql).all(params);
}

const unopenedSql = `SELECT shop, id AS jobId FROM jobs
  WHERE finished_at IS NULL AND created_at < @before AND opened_at IS NULL LIMIT 20`;

const cancellingSql = `SELECT shop, id AS jobId FROM jobs
  WHERE finished_at IS NULL AND cancel_requested_at IS NOT NULL AND (
    EXISTS (SELECT 1 FROM job_items WHERE job_id = jobs.id AND status = 'queued')
    OR EXISTS (SELECT 1 FROM job_items WHERE job_id = jobs.id AND status = 'paused')) LIMIT 20`;

const liftedSql = `SELECT shop, id AS jobId FROM jobs
  WHERE finished_at IS NULL AND pause_reason IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM pauses WHERE pauses.shop = jobs.shop AND pauses.reason = jobs.pause_reason) LIMIT 20`;
