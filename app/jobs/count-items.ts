import { countTotal } from "../db/count-total.ts";
import { get, type Steps } from "../db/steps.ts";
import type { CounterChanges } from "./counter-changes.ts";
import { queueEndMail } from "./end-mail.ts";
import type { WorkEvent } from "./work-events.ts";

export function noChanges(): CounterChanges {
  return { done: 0, failed: 0, conflict: 0, cancelled: 0 };
}

/**
 * Adds to a job's counters, inside the transaction that changes its items, so that they are exact at any moment; finishes
 * the job when all items are final and reopens it when some no longer are.
 * @param events gets the job's end, if this was it
 */
export function* countItems(
  job: { shop: string; jobId: string; now: number; partial?: string | null },
  changes: CounterChanges,
  events: WorkEvent[] = [],
): Steps<void> {
  const row = yield* get<CountedJob>(countSql, { partial: null, ...job, ...changes });
  if (!row || row.finishedAt === null || Object.values(changes).every((count) => count === 0)) return;
  const { finishedAt, createdAt, ...figures } = row;
  yield* countTotal("jobs", { kind: row.kind, status: row.status });
  yield* queueEndMail({ shop: job.shop, jobId: job.jobId, kind: row.kind, createdAt, finishedAt });
  events.push({ event: "job ended", shop: job.shop, jobId: job.jobId, ...figures, ms: finishedAt - createdAt });
}

interface CountedJob extends CounterChanges {
  kind: string;
  status: string;
  total: number;
  createdAt: number;
  finishedAt: number | null;
}

// `completed` all done (`partially_completed` when the only item was done in part), `partially_completed` some done, `cancelled` none done and some cancelled, `failed` otherwise.
const countSql = `
  UPDATE jobs SET
    done = done + @done, failed = failed + @failed, conflict = conflict + @conflict, cancelled = cancelled + @cancelled,
    status = CASE
      WHEN done + @done + failed + @failed + conflict + @conflict + cancelled + @cancelled < total
        THEN CASE WHEN finished_at IS NULL THEN status ELSE 'processing' END
      WHEN done + @done = total THEN CASE WHEN total = 1 AND CAST(@partial AS text) IS NOT NULL THEN 'partially_completed' ELSE 'completed' END
      WHEN done + @done > 0 THEN 'partially_completed'
      WHEN cancelled + @cancelled > 0 THEN 'cancelled'
      ELSE 'failed' END,
    finished_at = CASE
      WHEN done + @done + failed + @failed + conflict + @conflict + cancelled + @cancelled < total THEN NULL
      ELSE CAST(@now AS bigint) END,
    next_run_at = CASE
      WHEN done + @done + failed + @failed + conflict + @conflict + cancelled + @cancelled < total THEN next_run_at
      ELSE NULL END,
    message = CASE WHEN total = 1 THEN coalesce(@partial, message) ELSE message END
  WHERE id = @jobId AND shop = @shop
  RETURNING kind, status, total, done, failed, conflict, cancelled, created_at AS createdAt, finished_at AS finishedAt`;
