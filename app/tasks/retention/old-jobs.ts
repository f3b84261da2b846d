import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import { hiddenKinds } from "../hidden-kinds.ts";
import { daysBefore, type Place, type Retention } from "./retention.ts";

// A job is kept while its credits are not settled, or a batch of it is at the model's provider.
const pageSql = (wanted: string) => `SELECT id, shop, finished_at AS finishedAt,
    ${wanted}
    AND NOT EXISTS (SELECT 1 FROM credit_runs AS r WHERE r.shop = j.shop AND r.job_id = j.id AND r.settled_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM model_batches AS b WHERE b.shop = j.shop AND b.job_id = j.id AND b.state <> 'closed') AS due
  FROM jobs AS j INDEXED BY jobs_finished
  WHERE finished_at IS NOT NULL AND finished_at < @before AND (finished_at, id) > (@at, @id)
  ORDER BY finished_at, id LIMIT @rows`;
const wentWell = `kind IN (SELECT value FROM json_each('${JSON.stringify(hiddenKinds)}')) AND failed = 0`;

/** What hangs on a job, removed before it: if a crash comes between, the job is found again. */
const parts = ["job_items", "model_answers", "batch_requests", "model_batches"];
const partSql = (table: string) => `DELETE FROM ${table} WHERE rowid IN (
  SELECT rowid FROM ${table} WHERE shop = @shop AND job_id = @id LIMIT @rows)`;
const jobSql = "DELETE FROM jobs WHERE shop = @shop AND id = @id";

interface OldJob {
  id: string;
  shop: string;
  finishedAt: number;
  due: 0 | 1;
}

/** Work that the app gave itself and that went well, e.g. after a webhook: soon of no interest to anybody. */
export function hiddenJobs(days: number): Retention {
  return jobsWhere("hidden jobs", wentWell, days);
}

/** Jobs that people started, and hidden ones that failed, which somebody may want to look into. */
export function finishedJobs(days: number): Retention {
  return jobsWhere("finished jobs", "1", days);
}

function jobsWhere(name: string, wanted: string, days: number): Retention {
  const sql = pageSql(wanted);
  return {
    name,
    step(db, { now, after: [at = 0, id = ""], rows, isLong }) {
      const page = prepared<object, OldJob>(db, sql).all({ before: daysBefore(now, days), at, id, rows });
      let removed = 0;
      let place: Place = [at, id];
      for (const job of page) {
        if (job.due) removed += removeJob(db, job, rows - removed);
        if (removed >= rows) return { removed, next: place };
        place = [job.finishedAt, job.id];
        if (job.due && isLong()) return { removed, next: place };
      }
      return { removed, next: page.length < rows ? null : place };
    },
  };
}

/** @returns rows that went away; fewer than `rows` when the job is gone with them */
function removeJob(db: Db, { id, shop }: OldJob, rows: number): number {
  let removed = 0;
  for (const table of parts) {
    removed += prepared<object>(db, partSql(table)).run({ shop, id, rows: rows - removed }).changes;
    if (removed >= rows) return removed;
  }
  return removed + prepared<object>(db, jobSql).run({ shop, id }).changes;
}
