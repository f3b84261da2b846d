import { utcDayOf } from "../../credits/utc-day.ts";
import { all, get, run, type Steps } from "../../db/steps.ts";
import { dropOldVerdicts } from "../../versions/feedback/drop-old-verdicts.ts";
import { daysBefore, type Retention, workThrough } from "./retention.ts";

/** Runs that estimates are made from, the newest of each shop: kept although their jobs are not. */
const keptRuns = 100;

const runsSql = `SELECT shop, job_id AS jobId, settled_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM jobs AS j WHERE j.id = r.job_id AND j.shop = r.shop)
    AND created_at < (SELECT created_at FROM credit_runs AS newer INDEXED BY credit_runs_recent
      WHERE newer.shop = r.shop ORDER BY created_at DESC LIMIT 1 OFFSET ${keptRuns - 1}) AS due
  FROM credit_runs AS r WHERE (shop, job_id) > (@after, @jobId) ORDER BY shop, job_id LIMIT @rows`;
const dropRunSql = "DELETE FROM credit_runs WHERE shop = @shop AND job_id = @jobId";
const dropDaysSql = `DELETE FROM spend_days WHERE (shop, day) IN (
  SELECT shop, day FROM spend_days WHERE shop = @shop AND day < @day LIMIT @rows)`;

interface Run {
  shop: string;
  jobId: string;
  due: 0 | 1;
}

/** What a job's credits came to, for as long as the job is kept. */
export function creditRuns(): Retention {
  return {
    name: "credit runs",
    *step({ after: [after = "", jobId = ""], ...bounds }) {
      const page = yield* all<Run>(runsSql, { after, jobId, rows: bounds.rows });
      return yield* workThrough(page, bounds, { work: dropRun, placeOf: (row) => [row.shop, row.jobId] });
    },
  };
}

function* dropRun({ shop, jobId, due }: Run): Steps<number> {
  return due ? yield* run(dropRunSql, { shop, jobId }) : 0;
}

/** Sums of what a day cost. */
export function spendDays(days: number): Retention {
  return ofEachShop("spend of a day", ({ shop, now, rows }) =>
    run(dropDaysSql, { shop, day: utcDayOf(daysBefore(now, days)), rows }),
  );
}

/**
 * Feedback on the model's texts where people changed nothing: a correction and a comment are a person's work, and
 * are kept.
 */
export function oldFeedback(days: number): Retention {
  return ofEachShop("feedback", ({ shop, now, rows }) =>
    dropOldVerdicts({ shop, before: daysBefore(now, days), rows }),
  );
}

/**
 * Rows by their age, where each shop's lie together.
 * @param drop removes at most `rows` of a shop's, and returns how many
 */
function ofEachShop(
  name: string,
  drop: (input: { shop: string; now: number; rows: number }) => Steps<number>,
): Retention {
  return {
    name,
    *step({ now, after: [after = ""], rows }) {
      const shop = yield* nextShop(String(after));
      if (shop === undefined) return { removed: 0, next: null };
      const removed = yield* drop({ shop, now, rows });
      // Once more the same shop while there are rows.
      return { removed, next: [removed < rows ? shop : String(after)] };
    },
  };
}

function* nextShop(after: string): Steps<string | undefined> {
  const sql = "SELECT shop FROM shops WHERE shop > @after ORDER BY shop LIMIT 1";
  return (yield* get<{ shop: string }>(sql, { after }))?.shop;
}
