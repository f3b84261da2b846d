import type { Db } from "../db/open.ts";
import { get } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import { nanosPerDollar } from "./money.ts";
import { utcDayOf } from "./utc-day.ts";

export interface NextCall {
  shop: ShopDomain;
  /** the run that makes it */
  jobId: string;
  /** the provider's name */
  model: string;
  /** whether its price is known */
  priced: boolean;
  /** credits that the call's item will cost once it is done; 0 for a call of an item whose first call was made */
  credits: number;
}

interface Caps {
  costCapNanos: number | null;
  runCapNanos: number | null;
  runNanos: number | null;
  creditsCap: number | null;
  costNanos: number | null;
  credits: number | null;
}

/** Calls in batch mode that are under way, for hours maybe, and will be paid when they are answered. */
interface Waiting {
  calls: number;
  credits: number;
  /** by what the shop's calls cost on average; 0 before the first one */
  costNanos: number;
}

const capsSql = `SELECT s.daily_cost_cap_nanos AS costCapNanos, s.daily_credits_cap AS creditsCap,
    s.run_cost_cap_nanos AS runCapNanos, r.cost_nanos AS runNanos, d.cost_nanos AS costNanos, d.credits AS credits
  FROM spend_settings AS s LEFT JOIN spend_days AS d ON d.shop = s.shop AND d.day = @day
  LEFT JOIN credit_runs AS r ON r.shop = s.shop AND r.job_id = @jobId
  WHERE s.shop = @shop AND (s.daily_cost_cap_nanos IS NOT NULL OR s.daily_credits_cap IS NOT NULL
    OR s.run_cost_cap_nanos IS NOT NULL)`;
// Of a run whose items differ each is counted by what it keeps, not by the dearest of them.
const ofItems = `(SELECT coalesce(sum(CAST(json_extract(item.payload, '$.credits') AS bigint)), 0)
  FROM batch_requests AS own INDEXED BY batch_requests_unpaid
  JOIN job_items AS item ON item.shop = own.shop AND item.job_id = own.job_id AND item.seq = own.item_seq
  WHERE own.shop = waiting.shop AND own.job_id = waiting.job_id AND (own.state = 'waiting' OR own.state = 'sent'))`;
const waitingSql = `SELECT coalesce(sum(waiting.n), 0) AS calls, coalesce(sum(CASE WHEN run.held_credits IS NULL THEN waiting.n * run.item_credits ELSE ${ofItems} END), 0) AS credits,
    coalesce(sum(waiting.n) * (SELECT CAST(sum(cost_nanos) AS bigint) / nullif(CAST(sum(calls - unpriced_calls) AS bigint), 0) FROM spend_days
      WHERE shop = @shop), 0) AS costNanos
  FROM (SELECT shop, job_id, count(*) AS n FROM batch_requests INDEXED BY batch_requests_unpaid
    WHERE shop = @shop AND (state = 'waiting' OR state = 'sent') GROUP BY shop, job_id) AS waiting
  LEFT JOIN credit_runs AS run ON run.shop = @shop AND run.job_id = waiting.job_id`;

/**
 * The hard daily cap, asked just before each call. What a call costs is known when it has been answered, so calls that are
 * under way when the cap is reached are still paid: a day's spend exceeds its cap by at most those calls, which are no more
 * than the items that run at once. No call begins afterwards. Calls that wait in a batch are counted beforehand,
 * at what the shop's calls cost on average. A run that has reached the cap for one run makes no more calls; its other
 * products fail, and can be tried again.
 * @throws OperationalError `spend_cap`, `run_cap`
 */
export async function assertMaySpend({ db, clock }: { db: Db; clock: Clock }, call: NextCall): Promise<void> {
  const { shop, jobId } = call;
  const caps = await db.do(get<Caps>(capsSql, { shop, jobId, day: utcDayOf(clock.now()) }));
  if (!caps) return;
  const { runCapNanos } = caps;
  if (runCapNanos !== null && (caps.runNanos ?? 0) >= runCapNanos) {
    throw new OperationalError("the shop's cap for one run stops its model calls", {
      code: "run_cap",
      retryable: false,
      merchantMessage: `This run has cost ${formatDollars(caps.runNanos ?? 0)}, and your cap for one run is ${formatDollars(runCapNanos)}. Raise the cap in Settings, then try the rest again.`,
    });
  }
  const waiting = await db.do(get<Waiting>(waitingSql, { shop }));
  const why = reasonOf(caps, waiting ?? { calls: 0, credits: 0, costNanos: 0 }, call);
  if (why === null) return;
  throw new OperationalError("the shop's daily spend cap stops its model calls", {
    code: "spend_cap",
    retryable: false,
    merchantMessage: why,
  });
}

const goesOn = "Work goes on by itself at 00:00 UTC, or at once when you raise the cap in Settings.";

function reasonOf(caps: Caps, waiting: Waiting, { model, priced, credits: needed }: NextCall): string | null {
  const { costCapNanos, creditsCap } = caps;
  const costNanos = caps.costNanos ?? 0;
  const credits = caps.credits ?? 0;
  if ((costCapNanos !== null || caps.runCapNanos !== null) && !priced) {
    return `You set a cap in money, but the price of ${model} is not known, so the cap could not be kept. Enter the model's price in Settings, or remove the cap.`;
  }
  if (costCapNanos !== null && costNanos + waiting.costNanos >= costCapNanos) {
    const inBatch =
      waiting.calls > 0 ? `, calls in a half-price batch will cost about ${formatDollars(waiting.costNanos)}` : "";
    return `Today's model calls cost ${formatDollars(costNanos)}${inBatch}, and your daily cap is ${formatDollars(costCapNanos)}. ${goesOn}`;
  }
  if (creditsCap !== null && needed > 0 && credits + waiting.credits + needed > creditsCap) {
    const inBatch = waiting.calls > 0 ? `, ${formatCount(waiting.credits)} more wait for a half-price batch` : "";
    return `Today ${formatCount(credits)} credits are used${inBatch}; you allow ${formatCount(creditsCap)} a day, and the next product needs ${needed}. ${goesOn}`;
  }
  return null;
}

function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

function formatDollars(nanos: number): string {
  return `$${(nanos / nanosPerDollar).toFixed(2)}`;
}
