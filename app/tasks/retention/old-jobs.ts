import { all, run, type Steps } from "../../db/steps.ts";
import { hiddenKinds } from "../../jobs/hidden-kinds.ts";
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
const parts = [
  partSql("job_items", "job_id, seq"),
  partSql("model_answers", "shop, job_id, item_seq, call_no"),
  partSql("batch_requests", "shop, job_id, item_seq, call_no"),
  partSql("model_batches", "shop, id"),
];
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
  return jobsWhere("finished jobs", "1 = 1", days);
}

function jobsWhere(name: string, wanted: string, days: number): Retention {
  const sql = pageSql(wanted);
  return {
    name,
    *step({ now, after: [at = 0, id = ""], rows, isLong }) {
      const page = yield* all<OldJob>(sql, { before: daysBefore(now, days), at, id, rows });
      let removed = 0;
      let place: Place = [at, id];
      for (const job of page) {
        if (job.due) removed += yield* removeJob(job, rows - removed);
        if (removed >= rows) return { removed, next: place };
        place = [job.finishedAt, job.id];
        if (job.due && isLong()) return { removed, next: place };
      }
      return { removed, next: page.length < rows ? null : place };
    },
  };
}

/** @returns rows that went away; fewer than `rows` when the job is gone with them */
function* removeJob({ id, shop }: OldJob, rows: number): Steps<number> {
  let removed = 0;
  for (const sql of parts) {
    removed += yield* run(sql, { shop, id, rows: rows - removed });
    if (removed >= rows) return removed;
  }
  return removed + (yield* run(jobSql, { shop, id }));
}

/** @param key the columns of its primary key */
function partSql(table: string, key: string): string {
  return `DELETE FROM ${table} WHERE (${key}) IN (
    SELECT ${key} FROM ${table} WHERE shop = @shop AND job_id = @id LIMIT @rows)`;
}
