import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { all, run, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { addEntry } from "./account.ts";
import { type ChargedItem, roundsOf } from "./charge-item.ts";
import { keptForItem } from "./kept-for-items.ts";

/** Items refunded in one transaction. */
const chunkItems = 200;

interface OpenRun {
  shop: string;
  jobId: string;
  charged: number;
  /** null when the job is gone or was never stored whole */
  done: number | null;
  finishedAt: number | null;
}

const openRunsSql = `SELECT run.shop, run.job_id AS jobId, run.charged, job.done, job.finished_at AS finishedAt
  FROM credit_runs AS run LEFT JOIN jobs AS job ON job.id = run.job_id AND job.shop = run.shop
  WHERE run.settled_at IS NULL AND (job.id IS NULL OR job.finished_at IS NOT NULL) LIMIT 100`;
const settleSql = `UPDATE credit_runs SET settled_at = @now
  WHERE shop = @shop AND job_id = @jobId AND charged = (
    SELECT done FROM jobs WHERE id = @jobId AND shop = @shop AND finished_at IS NOT NULL)`;
const forgetSql = "DELETE FROM credit_runs WHERE shop = @shop AND job_id = @jobId AND charged = 0";
const unearnedSql = `SELECT DISTINCT entry.item_seq AS itemSeq
  FROM credit_entries AS entry INDEXED BY credit_entries_once
  JOIN job_items AS item ON item.job_id = entry.job_id AND item.seq = entry.item_seq
  WHERE entry.shop = @shop AND entry.job_id = @jobId AND entry.kind = 'charge'
    AND item.status IN ('failed', 'cancelled', 'conflict')
    AND NOT EXISTS (SELECT 1 FROM credit_entries AS back WHERE back.shop = @shop AND back.job_id = @jobId
      AND back.item_seq = entry.item_seq AND back.kind = 'refund' AND back.round = entry.round)
  LIMIT @limit`;
// What was kept for the item may be more than it was charged: its retry is kept as much for.
const runSql = `UPDATE credit_runs SET charged = charged - 1, held_credits = held_credits + (
    SELECT ${keptForItem} FROM job_items AS item WHERE item.shop = @shop AND item.job_id = @jobId AND item.seq = @itemSeq)
  WHERE shop = @shop AND job_id = @jobId`;

/**
 * Closes the runs whose jobs have ended. Items that were charged and ended without being done are refunded: their worker
 * died between storing the texts and settling the item, which then failed or was cancelled. Every step may be repeated.
 * @returns how many items were refunded
 */
export async function settleRuns({ db, clock }: { db: Db; clock: Clock }): Promise<number> {
  let refunded = 0;
  const runs = await db.do(all<OpenRun>(`${openRunsSql} /* all shops: maintenance */`));
  for (const { shop, jobId, charged, done } of runs) {
    if (done !== null && charged !== done) {
      for (let changes = chunkItems; changes === chunkItems; await nextTurn()) {
        changes = await db.transact({ shop }, () => refundChunk({ shop, jobId, now: clock.now() }));
        refunded += changes;
      }
    }
    await db.transact({ shop }, function* () {
      const settled = yield* run(settleSql, { shop, jobId, now: clock.now() });
      if (settled === 0 && done === null) yield* run(forgetSql, { shop, jobId });
    });
    await nextTurn();
  }
  return refunded;
}

function* refundChunk({ shop, jobId, now }: { shop: string; jobId: string; now: number }): Steps<number> {
  const items = yield* all<{ itemSeq: number }>(unearnedSql, { shop, jobId, limit: chunkItems });
  for (const { itemSeq } of items) yield* refundItem({ shop, jobId, itemSeq }, now);
  return items.length;
}

function* refundItem(item: ChargedItem, now: number): Steps<void> {
  const { charges, refunds, credits } = yield* roundsOf(item);
  if (charges === refunds) return;
  yield* addEntry({ ...item, kind: "refund", credits, round: refunds, now });
  yield* run(runSql, { shop: item.shop, jobId: item.jobId, itemSeq: item.itemSeq });
}
