import { prepared } from "../../db/prepared.ts";
import { daysBefore, type Retention, workThrough } from "./retention.ts";

// An answer of a job that goes on may still be asked for: its item may have died right after it was paid.
const pageSql = `SELECT a.rowid AS row, a.created_at AS at, j.finished_at IS NOT NULL AND j.finished_at < @before OR j.id IS NULL AS over
  FROM model_answers AS a INDEXED BY model_answers_kept LEFT JOIN jobs AS j ON j.id = a.job_id AND j.shop = a.shop
  WHERE a.answer <> 'null' AND a.created_at < @before AND (a.created_at, a.rowid) > (@at, @row)
  ORDER BY a.created_at, a.rowid LIMIT @rows`;
// Spent as well: if the job's items are tried again, the model is asked again.
const dropSql = `UPDATE model_answers SET answer = 'null', spent_at = coalesce(spent_at, @now)
  WHERE rowid = @row /* all shops: the row was chosen above */`;

interface Answer {
  row: number;
  at: number;
  over: 0 | 1;
}

/**
 * What the model answered, word by word: needed while its job goes on. What it cost stays with the job, the texts that came
 * of it are versions.
 */
export function modelAnswerTexts(days: number): Retention {
  return {
    name: "model answers",
    step(db, { now, after: [at = 0, row = 0], ...bounds }) {
      const page = prepared<object, Answer>(db, pageSql).all({
        before: daysBefore(now, days),
        at,
        row,
        rows: bounds.rows,
      });
      return workThrough(page, bounds, {
        work: (answer) => (answer.over ? prepared<object>(db, dropSql).run({ row: answer.row, now }).changes : 0),
        placeOf: (answer) => [answer.at, answer.row],
      });
    },
  };
}
