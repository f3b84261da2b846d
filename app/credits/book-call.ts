import { countTotal } from "../db/count-total.ts";
import { run, type Steps } from "../db/steps.ts";
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
  /** default: it wrote */
  role?: "writer" | "examiner" | undefined;
  now: number;
}

const runSql = `UPDATE credit_runs SET calls = calls + 1, tokens_in = tokens_in + @tokensIn,
    tokens_cached = tokens_cached + @tokensCached, tokens_out = tokens_out + @tokensOut, calls_ms = calls_ms + @durationMs,
    examiner_tokens_in = examiner_tokens_in + @examinerIn,
    examiner_tokens_cached = examiner_tokens_cached + @examinerCached,
    examiner_tokens_out = examiner_tokens_out + @examinerOut,
    timed_calls = timed_calls + CASE WHEN @durationMs > 0 THEN 1 ELSE 0 END,
    cost_nanos = cost_nanos + @cost, unpriced_calls = unpriced_calls + @unpriced
  WHERE shop = @shop AND job_id = @jobId`;
const daySql = `INSERT INTO spend_days (shop, day, calls, cost_nanos, unpriced_calls)
  VALUES (@shop, @day, 1, @cost, @unpriced)
  ON CONFLICT (shop, day) DO UPDATE SET calls = spend_days.calls + 1, cost_nanos = spend_days.cost_nanos + @cost,
    unpriced_calls = spend_days.unpriced_calls + @unpriced`;

/** Counts a paid model call for its run, its day and operators: a step of the transaction that stores the answer. */
export function* bookCall(call: BookedCall): Steps<void> {
  const { shop, jobId, model, tokensIn, tokensCached, tokensOut, costNanos, now } = call;
  const cost = costNanos ?? 0;
  const unpriced = costNanos === null ? 1 : 0;
  const durationMs = Math.max(0, Math.ceil(call.durationMs));
  const figures = { tokensIn, tokensCached, tokensOut, durationMs, cost, unpriced };
  const isExaminer = call.role === "examiner";
  const examiner = {
    examinerIn: isExaminer ? tokensIn : 0,
    examinerCached: isExaminer ? tokensCached : 0,
    examinerOut: isExaminer ? tokensOut : 0,
  };
  yield* run(runSql, { shop, jobId, ...figures, ...examiner });
  yield* run(daySql, { shop, day: utcDayOf(now), cost, unpriced });
  yield* countTotal("model_calls", { model });
  yield* countTotal("model_tokens", { model, kind: "prompt" }, tokensIn - tokensCached);
  yield* countTotal("model_tokens", { model, kind: "cached_prompt" }, tokensCached);
  yield* countTotal("model_tokens", { model, kind: "answer" }, tokensOut);
  yield* countTotal("model_cost_nanos", { model }, cost);
  yield* countTotal("model_calls_unpriced", { model }, unpriced);
}
