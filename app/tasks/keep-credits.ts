import { settleRuns } from "../credits/settle-runs.ts";
import { startOfUtcDay, utcDayOf } from "../credits/utc-day.ts";
import type { Db } from "../db/open.ts";
import { all } from "../db/steps.ts";
import { resumeShop } from "../jobs/pause.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

/** Items that met yesterday's cap in its last moments have been settled by then. */
const midnightGraceMs = 5_000;

const liftableSql = `SELECT pause.shop FROM pauses AS pause LEFT JOIN spend_settings AS s ON s.shop = pause.shop
  WHERE pause.reason = 'spend_cap' AND (
    (pause.since < @today AND @now >= CAST(@dayBeganAt AS bigint)) OR s.updated_at >= pause.since OR s.shop IS NULL)`;

/**
 * The worker's regular work on credits: closes runs that ended, with their refunds, and resumes work that a daily cap
 * stopped, when a new day (UTC) has begun or the shop's people changed their caps since.
 */
export async function keepCredits({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  await settleRuns({ db, clock });
  const now = clock.now();
  const today = startOfUtcDay(utcDayOf(now));
  const sql = `${liftableSql} /* all shops: maintenance */`;
  const paused = await db.do(all<{ shop: ShopDomain }>(sql, { now, today, dayBeganAt: today + midnightGraceMs }));
  for (const { shop } of paused) await resumeShop({ db, clock }, { shop, reason: "spend_cap" });
}
