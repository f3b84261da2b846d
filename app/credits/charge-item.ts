import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
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

const roundsSql = `SELECT coalesce(sum(kind = 'charge'), 0) AS charges, coalesce(sum(kind = 'refund'), 0) AS refunds,
    coalesce(max(CASE kind WHEN 'charge' THEN -credits END), 0) AS credits
  FROM credit_entries WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq`;
const runSql = `UPDATE credit_runs SET charged = charged + 1, settled_at = NULL
  WHERE shop = @shop AND job_id = @jobId`;
const daySql = `INSERT INTO spend_days (shop, day, credits) VALUES (@shop, @day, @credits)
  ON CONFLICT (shop, day) DO UPDATE SET credits = credits + @credits`;

/**
 * Books one item's credits: a step of the transaction that stores its texts, so that there are never texts without a
 * charge nor a charge without texts. An item that is charged already is left alone: after a crash the same item may be
 * done a second time.
 */
export function chargeItem(db: Db, item: ChargedItem, { credits, now }: { credits: number; now: number }): void {
  const { shop, jobId, itemSeq } = item;
  const { charges, refunds } = roundsOf(db, item);
  if (charges > refunds) return;
  addEntry(db, { shop, kind: "charge", credits: -credits, jobId, itemSeq, round: charges, now });
  prepared<object>(db, runSql).run({ shop, jobId });
  prepared<object>(db, daySql).run({ shop, day: utcDayOf(now), credits });
}

export function roundsOf(db: Db, { shop, jobId, itemSeq }: ChargedItem): Rounds {
  const row = prepared<object, Rounds>(db, roundsSql).get({ shop, jobId, itemSeq });
  return row ?? { charges: 0, refunds: 0, credits: 0 };
}
