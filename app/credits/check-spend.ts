import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import { nanosPerDollar } from "./money.ts";
import { utcDayOf } from "./utc-day.ts";

export interface NextCall {
  shop: ShopDomain;
  /** the provider's name */
  model: string;
  /** whether its price is known */
  priced: boolean;
  /** credits that the call's item will cost once it is done; 0 for a call of an item whose first call was made */
  credits: number;
}

interface Row {
  costCapNanos: number | null;
  creditsCap: number | null;
  costNanos: number | null;
  credits: number | null;
}

const selectSql = `SELECT s.daily_cost_cap_nanos AS costCapNanos, s.daily_credits_cap AS creditsCap,
    d.cost_nanos AS costNanos, d.credits AS credits
  FROM spend_settings AS s LEFT JOIN spend_days AS d ON d.shop = s.shop AND d.day = @day
  WHERE s.shop = @shop AND (s.daily_cost_cap_nanos IS NOT NULL OR s.daily_credits_cap IS NOT NULL)`;

/**
 * The hard daily cap, asked just before each call. What a call costs is known when it has been answered, so calls that are
 * under way when the cap is reached are still paid: a day's spend exceeds its cap by at most those calls, which are no more
 * than the items that run at once. No call begins afterwards.
 * @throws OperationalError `spend_cap`
 */
export function assertMaySpend({ db, clock }: { db: Db; clock: Clock }, call: NextCall): void {
  const row = prepared<object, Row>(db, selectSql).get({ shop: call.shop, day: utcDayOf(clock.now()) });
  if (!row) return;
  const why = reasonOf(row, call);
  if (why === null) return;
  throw new OperationalError("the shop's daily spend cap stops its model calls", {
    code: "spend_cap",
    retryable: false,
    merchantMessage: why,
  });
}

const goesOn = "Work goes on by itself at 00:00 UTC, or at once when you raise the cap in Settings.";

function reasonOf(row: Row, { model, priced, credits: needed }: NextCall): string | null {
  const { costCapNanos, creditsCap } = row;
  const costNanos = row.costNanos ?? 0;
  const credits = row.credits ?? 0;
  if (costCapNanos !== null && !priced) {
    return `You set a daily cap in money, but the price of ${model} is not known, so the cap could not be kept. Enter the model's price in Settings, or remove the cap.`;
  }
  if (costCapNanos !== null && costNanos >= costCapNanos) {
    return `Today's model calls cost ${formatDollars(costNanos)}, and your daily cap is ${formatDollars(costCapNanos)}. ${goesOn}`;
  }
  if (creditsCap !== null && needed > 0 && credits + needed > creditsCap) {
    return `${credits.toLocaleString("en-US")} of the ${creditsCap.toLocaleString("en-US")} credits that you allow a day are used, and the next product needs ${needed}. ${goesOn}`;
  }
  return null;
}

function formatDollars(nanos: number): string {
  return `$${(nanos / nanosPerDollar).toFixed(2)}`;
}
