import { get, run, type Steps } from "../db/steps.ts";
import { addEntry } from "./account.ts";
import { utcDayOf } from "./utc-day.ts";

export interface ChargedItem {
  shop: string;
  jobId: string;
  itemSeq: number;
}

export interface Rounds {
  charges: number;
  refunds: number;
  /** of the last charge */
  credits: number;
}

const roundsSql = `SELECT count(*) FILTER (WHERE kind = 'charge') AS charges, count(*) FILTER (WHERE kind = 'refund') AS refunds,
    coalesce(max(CASE kind WHEN 'charge' THEN -credits END), 0) AS credits
  FROM credit_entries WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq`;
const runSql = `UPDATE credit_runs SET charged = charged + 1, held_credits = held_credits - @held, settled_at = NULL
  WHERE shop = @shop AND job_id = @jobId`;
const daySql = `INSERT INTO spend_days (shop, day, credits) VALUES (@shop, @day, @credits)
  ON CONFLICT (shop, day) DO UPDATE SET credits = spend_days.credits + @credits`;

/**
 * Books one item's credits: a step of the transaction that stores its texts, so that there are never texts without a
 * charge nor a charge without texts. An item that is charged already is left alone: after a crash the same item may be
 * done a second time.
 * @param booked.held what the run kept for the item, where its items differ
 */
export function* chargeItem(
  item: ChargedItem,
  { credits, held = 0, now }: { credits: number; held?: number | undefined; now: number },
): Steps<void> {
  const { shop, jobId, itemSeq } = item;
  const { charges, refunds } = yield* roundsOf(item);
  if (charges > refunds) return;
  yield* addEntry({ shop, kind: "charge", credits: -credits, jobId, itemSeq, round: charges, now });
  yield* run(runSql, { shop, jobId, held });
  yield* run(daySql, { shop, day: utcDayOf(now), credits });
}

export function* roundsOf({ shop, jobId, itemSeq }: ChargedItem): Steps<Rounds> {
  const row = yield* get<Rounds>(roundsSql, { shop, jobId, itemSeq });
  return row ?? { charges: 0, refunds: 0, credits: 0 };
}
