import { z } from "zod";
import { bookCall } from "../credits/book-call.ts";
import type { Db } from "../db/open.ts";
import { prepared } from "../jobs/prepared.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { costNanosOf, type ModelPrice } from "../model/model-prices.ts";
import type { Model, ModelAnswer, ModelRequest } from "../model/port.ts";

/** The item that an answer was paid for. */
export interface AnswerOwner {
  shop: ShopDomain;
  jobId: JobId;
  itemSeq: number;
}

/** Asks the model, or takes the answer that an earlier attempt of the same item has already paid for. */
export type Complete = (request: ModelRequest, options: { call: number; signal: AbortSignal }) => Promise<ModelAnswer>;

const usage = {
  model: z.string(),
  tokensIn: z.number(),
  tokensCached: z.number(),
  tokensOut: z.number(),
  unseenImages: z.array(z.string()).optional(),
};
const answerSchema: z.ZodType<ModelAnswer> = z.discriminatedUnion("kind", [
  z.object({ ...usage, kind: z.literal("json"), json: z.unknown() }),
  z.object({ ...usage, kind: z.literal("refused"), text: z.string() }),
  z.object({ ...usage, kind: z.literal("truncated"), text: z.string() }),
  z.object({ ...usage, kind: z.literal("not_json"), text: z.string() }),
  z.object({ ...usage, kind: z.literal("prompt_cut"), text: z.string() }),
]);

const selectSql = `SELECT answer FROM model_answers
  WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq AND request_hash = @requestHash AND spent_at IS NULL`;
const insertSql = `INSERT INTO model_answers
    (shop, job_id, item_seq, call_no, request_hash, model, answer, tokens_in, tokens_cached, tokens_out, cost_nanos, created_at)
  SELECT @shop, @jobId, @itemSeq,
    (SELECT count(*) FROM model_answers WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq),
    @requestHash, @model, @answer, @tokensIn, @tokensCached, @tokensOut, @costNanos, @createdAt`;
const spendSql = `UPDATE model_answers SET spent_at = @now
  WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq AND spent_at IS NULL`;

/**
 * Stores every answer before anybody judges it, so that a crash between paying and storing drafts does not pay twice.
 * What it cost is booked in the same transaction.
 * @param deps.beforeCall runs just before a call that costs money, with its number in the item; what it throws stops the call
 */
export function payOnce(
  deps: {
    db: Db;
    clock: Clock;
    model: Model;
    priceOf: (model: string) => ModelPrice | null;
    beforeCall: (call: number) => Promise<void>;
  },
  owner: AnswerOwner,
): Complete {
  const { db, clock, model, beforeCall } = deps;
  return async (request, { call, signal }) => {
    const requestHash = requestHashOf(call, request);
    const earlier = readPaidAnswer(db, owner, requestHash);
    if (earlier) return earlier;
    await beforeCall(call);
    const askedAt = performance.now();
    const answer = await model.complete(request, { signal });
    const durationMs = performance.now() - askedAt;
    const price = deps.priceOf(request.model);
    const costNanos = price === null ? null : costNanosOf(price, answer);
    const paid = { requestHash, model: request.model, answer, costNanos, durationMs, now: clock.now() };
    // biome-ignore lint/correctness/useYield: a prepared statement is a step by itself
    await db.transactTogether(function* () {
      storePaidAnswer(db, owner, paid);
    });
    return answer;
  };
}

/** Names a call of an item: the same question at the same place. */
export function requestHashOf(call: number, request: ModelRequest): string {
  return digestOf(JSON.stringify([call, request]));
}

/** An answer of this item that was paid for and not led to a failure. */
export function readPaidAnswer(db: Db, owner: AnswerOwner, requestHash: string): ModelAnswer | undefined {
  const paid = prepared<object, { answer: string }>(db, selectSql).get({ ...owner, requestHash });
  return paid && answerSchema.parse(JSON.parse(paid.answer));
}

export interface PaidAnswer {
  requestHash: string;
  /** as it was asked for */
  model: string;
  answer: ModelAnswer;
  costNanos: number | null;
  durationMs: number;
  now: number;
}

/** Keeps an answer and books what it cost. Only inside an immediate transaction. */
export function storePaidAnswer(db: Db, owner: AnswerOwner, paid: PaidAnswer): void {
  const { requestHash, model, answer, costNanos, durationMs, now } = paid;
  const { tokensIn, tokensCached, tokensOut } = answer;
  const figures = { tokensIn, tokensCached, tokensOut, costNanos };
  const row = { ...owner, ...figures, requestHash, model: answer.model, answer: JSON.stringify(answer) };
  prepared<object>(db, insertSql).run({ ...row, createdAt: now });
  db.runNow(bookCall({ ...owner, ...figures, model, durationMs, now }));
}

/** After a failed item: its answers led nowhere, so a retry asks anew instead of reading them again. */
export function spendAnswers({ db, clock }: { db: Db; clock: Clock }, owner: AnswerOwner): void {
  prepared<object>(db, spendSql).run({ ...owner, now: clock.now() });
}
