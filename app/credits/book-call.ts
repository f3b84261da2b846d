import { countTotal } from "../db/count-total.ts";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import { utcDayOf } from "./utc-day.ts";

export interface BookedCall {
  shop: string;
  jobId: string;
  /** its name as it was asked for: what prices are kept by */
  model: string;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  /** null when the model's price is not set */
  costNanos: number | null;
  /** 0 for a call that nobody waited for */
  durationMs: number;
  now: number;
}

const runSql = `UPDATE credit_runs SET calls = calls + 1, tokens_in = tokens_in + @tokensIn,
    tokens_cached = tokens_cached + @tokensCached, tokens_out = tokens_out + @tokensOut, calls_ms = calls_ms + @durationMs,
    timed_calls = timed_calls + (@durationMs > 0),
    cost_nanos = cost_nanos + @cost, unpriced_calls = unpriced_calls + @unpriced
  WHERE shop = @shop AND job_id = @jobId`;
const daySql = `INSERT INTO spend_days (shop, day, calls, cost_nanos, unpriced_calls)
  VALUES (@shop, @day, 1, @cost, @unpriced)
  ON CONFLICT (shop, day) DO UPDATE SET calls = calls + 1, cost_nanos = cost_nanos + @cost,
    unpriced_calls = unpriced_calls + @unpriced`;

/** Counts a paid model call for its run, its day and operators: a step of the transaction that stores the answer. */
export function bookCall(db: Db, call: BookedCall): void {
  const { shop, jobId, model, tokensIn, tokensCached, tokensOut, costNanos, now } = call;
  const cost = costNanos ?? 0;
  const unpriced = costNanos === null ? 1 : 0;
  const durationMs = Math.max(0, Math.ceil(call.durationMs));
  const figures = { tokensIn, tokensCached, tokensOut, durationMs, cost, unpriced };
  prepared<object>(db, runSql).run({ shop, jobId, ...figures });
  prepared<object>(db, daySql).run({ shop, day: utcDayOf(now), cost, unpriced });
  countTotal(db, "model_calls", { model });
  countTotal(db, "model_tokens", { model, kind: "prompt" }, tokensIn - tokensCached);
  countTotal(db, "model_tokens", { model, kind: "cached_prompt" }, tokensCached);
  countTotal(db, "model_tokens", { model, kind: "answer" }, tokensOut);
  countTotal(db, "model_cost_nanos", { model }, cost);
  countTotal(db, "model_calls_unpriced", { model }, unpriced);
}
