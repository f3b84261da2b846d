import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { spendDays } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { readAccount } from "./account.ts";
import { readSpendSettings } from "./spend-settings.ts";
import { utcDayOf } from "./utc-day.ts";

/** A shop's credits: what is left and what today (UTC) has cost. */
export interface Spend {
  /** credits that a new run may cost; null = as many as it likes */
  availableCredits: number | null;
  today: { credits: number; costNanos: number; calls: number; unpricedCalls: number };
  dailyCostCapNanos: number | null;
  dailyCreditsCap: number | null;
}

export async function readSpend({ db, clock }: { db: Db; clock: Clock }, shop: ShopDomain): Promise<Spend> {
  const { dailyCostCapNanos, dailyCreditsCap } = await readSpendSettings({ db }, shop);
  const [today] = await db.orm
    .select({
      credits: spendDays.credits,
      costNanos: spendDays.costNanos,
      calls: spendDays.calls,
      unpricedCalls: spendDays.unpricedCalls,
    })
    .from(spendDays)
    .where(and(eq(spendDays.shop, shop), eq(spendDays.day, utcDayOf(clock.now()))));
  return {
    availableCredits: (await db.do(readAccount(shop))).available,
    today: today ?? { credits: 0, costNanos: 0, calls: 0, unpricedCalls: 0 },
    dailyCostCapNanos,
    dailyCreditsCap,
  };
}
