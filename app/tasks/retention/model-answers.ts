import { all, run } from "../../db/steps.ts";
import { daysBefore, type Retention, workThrough } from "./retention.ts";

// An answer of an unfinished job may still be needed: its item may have crashed right after the call was paid.
const pageSql = `SELECT a.shop, a.job_id AS jobId, a.item_seq AS itemSeq, a.call_no AS callNo, a.created_at AS at,
    j.finished_at IS NOT NULL AND j.finished_at < @before OR j.id IS NULL AS over
  FROM model_answers AS a INDEXED BY model_answers_kept LEFT JOIN jobs AS j ON j.id = a.job_id AND j.shop = a.shop
  WHERE a.answer <> 'null' AND a.created_at < @before AND a.created_at >= @at
    AND (a.created_at, a.shop, a.job_id, a.item_seq, a.call_no) > (@at, @shop, @jobId, @itemSeq, @callNo)
  ORDER BY a.created_at, a.shop, a.job_id, a.item_seq, a.call_no LIMIT @rows`;
// Spent as well: if the job's items are tried again, the model is asked again.
const dropSql = `UPDATE model_answers SET answer = 'null', spent_at = coalesce(spent_at, @now)
  WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq AND call_no = @callNo`;

interface Answer {
  shop: string;
  jobId: string;
  itemSeq: number;
  callNo: number;
  at: number;
  over: 0 | 1;
}

/**
 * The model's answers in full: needed until their job has ended. What they cost stays with the job, the texts that came
 * of them are versions.
 */
export function modelAnswerTexts(days: number): Retention {
  return {
    name: "model answers",
    *step({ now, after: [at = 0, shop = "", jobId = "", itemSeq = -1, callNo = -1], ...bounds }) {
      const behind = { at, shop, jobId, itemSeq, callNo };
      const page = yield* all<Answer>(pageSql, { ...behind, before: daysBefore(now, days), rows: bounds.rows });
      return yield* workThrough(page, bounds, {
        *work({ over, shop, jobId, itemSeq, callNo }) {
          return over ? yield* run(dropSql, { shop, jobId, itemSeq, callNo, now }) : 0;
        },
        placeOf: (answer) => [answer.at, answer.shop, answer.jobId, answer.itemSeq, answer.callNo],
      });
    },
  };
}
