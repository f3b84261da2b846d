import { z } from "zod";
import { bookCall } from "../credits/book-call.ts";
import type { Db } from "../db/open.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import type { ModelAnswer, ModelRequest } from "../model/port.ts";

/** The item that an answer was paid for. */
export interface AnswerOwner {
  shop: ShopDomain;
  jobId: JobId;
  itemSeq: number;
}

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

/** Names a call of an item: the same question at the same place. */
export function requestHashOf(call: number, request: ModelRequest): string {
  return digestOf(JSON.stringify([call, request]));
}

/** An answer of this item that was paid for and not led to a failure. */
export function* readPaidAnswer(
  { shop, jobId, itemSeq }: AnswerOwner,
  requestHash: string,
): Steps<ModelAnswer | undefined> {
  const paid = yield* get<{ answer: string }>(selectSql, { shop, jobId, itemSeq, requestHash });
  return paid && answerSchema.parse(JSON.parse(paid.answer));
}

export interface PaidAnswer {
  requestHash: string;
  /** as it was asked for */
  model: string;
  answer: ModelAnswer;
  costNanos: number | null;
  durationMs: number;
  /** default: it wrote */
  role?: "writer" | "examiner" | undefined;
  now: number;
}

/** Keeps an answer and books what it cost: part of one transaction. */
export function* storePaidAnswer({ shop, jobId, itemSeq }: AnswerOwner, paid: PaidAnswer): Steps<void> {
  const { requestHash, model, answer, costNanos, durationMs, role, now } = paid;
  const { tokensIn, tokensCached, tokensOut } = answer;
  const owner = { shop, jobId, itemSeq };
  const figures = { tokensIn, tokensCached, tokensOut, costNanos };
  const row = { ...owner, ...figures, requestHash, model: answer.model, answer: JSON.stringify(answer) };
  yield* run(insertSql, { ...row, createdAt: now });
  yield* bookCall({ ...owner, ...figures, model, durationMs, role, now });
}

/** After a failed item: its answers led nowhere, so a retry asks anew instead of reading them again. */
export async function spendAnswers({ db, clock }: { db: Db; clock: Clock }, owner: AnswerOwner): Promise<void> {
  await db.transact({ shop: owner.shop }, () => run(spendSql, { ...owner, now: clock.now() }));
}
