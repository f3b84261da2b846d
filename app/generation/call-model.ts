import { agreedCredits } from "../credits/agreed-credits.ts";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import type { AgentModel } from "../model/model-config.ts";
import type { Models } from "../model/model-for-shop.ts";
import { costNanosOf } from "../model/model-prices.ts";
import type { ModelAnswer, ModelRequest } from "../model/port.ts";
import { takeOrDefer } from "./batch/defer-request.ts";
import { assertMayCall, type Calls } from "./may-call.ts";
import { type AnswerOwner, readPaidAnswer, requestHashOf, storePaidAnswer } from "./paid-answers.ts";

/** Gives the answer to a request of an item. @param options.call the request's number in the item, from 0 */
export type Complete = (request: ModelRequest, options: { call: number; signal: AbortSignal }) => Promise<ModelAnswer>;

/** Reads what the calls of an item are made with. */
export async function openCalls(
  { db, models }: { db: Db; models: Models },
  owner: AnswerOwner,
  asked: { agentModel: AgentModel; heedsPauses: boolean; batch: Calls["batch"] },
): Promise<Calls> {
  const { model, nameOf, creditsOf, priceOf, seesInBatches } = await models.forShop(owner.shop);
  const { agentModel, heedsPauses, batch } = asked;
  const name = nameOf(agentModel);
  const creditsNow = creditsOf(agentModel);
  const credits = await db.do(agreedCredits(owner, creditsNow));
  const picturesApart = batch !== null && !(await seesInBatches(name));
  return { ...owner, model, name, price: priceOf(name), credits, creditsNow, batch, picturesApart, heedsPauses };
}

/**
 * Asks the model, or takes the answer that an earlier attempt of the same item has already paid for. Every answer is stored
 * before anybody reads it, so that a crash between paying and storing drafts does not pay twice; what it cost is booked in the
 * same transaction.
 * @throws AnswerPending when the call waits for a batch; OperationalError what stops the call before it costs money, and what
 *   the model's edge throws
 */
export async function callModel(
  { db, clock }: { db: Db; clock: Clock },
  calls: Calls,
  request: ModelRequest,
  { call, signal }: { call: number; signal: AbortSignal },
): Promise<ModelAnswer> {
  // Repairs are made at once: their texts are wanted, and few.
  if (calls.batch && call === 0) {
    const answer = await takeOrDefer({ db, clock }, calls, calls.batch, request);
    if (answer) return answer;
  }
  const requestHash = requestHashOf(call, request);
  const earlier = await db.do(readPaidAnswer(calls, requestHash));
  if (earlier) return earlier;
  await assertMayCall({ db, clock }, calls, call);
  const askedAt = performance.now();
  const answer = await calls.model.complete(request, { signal });
  const durationMs = performance.now() - askedAt;
  const costNanos = calls.price === null ? null : costNanosOf(calls.price, answer);
  const paid = { requestHash, model: request.model, answer, costNanos, durationMs, now: clock.now() };
  await db.transactTogether({ shop: calls.shop }, () => storePaidAnswer(calls, paid));
  return answer;
}
