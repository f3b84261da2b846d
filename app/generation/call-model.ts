import { agreedCredits, assertCreditsHold } from "../credits/agreed-credits.ts";
import { assertMaySpend } from "../credits/check-spend.ts";
import type { Db } from "../db/open.ts";
import type { PauseReason } from "../db/schema/index.ts";
import { get } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import type { AgentModel } from "../model/model-config.ts";
import type { Models, ShopModel } from "../model/model-for-shop.ts";
import { costNanosOf, type ModelPrice } from "../model/model-prices.ts";
import type { Model, ModelAnswer, ModelRequest } from "../model/port.ts";
import { firstCallOf, waitForBatch } from "./batch/defer-request.ts";
import { type Comparer, type ComparerDeps, createComparer } from "./examine/comparer.ts";
import { createExaminer, type Examiner } from "./examine/examiner.ts";
import { type AnswerOwner, readPaidAnswer, requestHashOf, storePaidAnswer } from "./paid-answers.ts";
import type { Answers } from "./write-texts.ts";

/** How the calls of one item are made, and what they may cost. */
interface Terms {
  owner: AnswerOwner;
  model: Model;
  /** the provider's name of the model */
  name: string;
  /** null when nobody has set it */
  price: ModelPrice | null;
  /** what the item costs, as agreed when its run was started */
  credits: number;
  /** what an item would cost by today's settings */
  creditsNow: number;
  /** batch mode: the first call waits for a batch, and its answer holds as long as the facts do. null: calls are made at once */
  batch: { factsDigest: string } | null;
  /** false for what a person waits for: the call's own error names what is wrong */
  heedsPauses: boolean;
  /** default: it writes */
  role?: "examiner";
}

/** The calls of one item. */
export type Calls = Answers &
  Pick<Terms, "name" | "credits"> & {
    /** null: nobody is asked */
    examiner: Examiner | null;
    /** of translations beside their sources; null: nobody is asked */
    comparer: Comparer | null;
  };

/**
 * What an item costs where items of one run cost more and less.
 * @param agreed the most that an item of the run may cost. @param productNow what a whole product would cost by today's settings
 */
export type Pricing = (agreed: number, productNow: number) => Pick<Terms, "credits" | "creditsNow">;

/** Reads what the calls of an item are made with. */
export async function openCalls(
  deps: { db: Db; clock: Clock; models: Models },
  owner: AnswerOwner,
  asked: { agentModel: AgentModel; pricing?: Pricing | undefined } & Pick<Terms, "batch" | "heedsPauses">,
): Promise<Calls> {
  const ofShop = await deps.models.forShop(owner.shop);
  const { model, nameOf, creditsOf, priceOf, seesInBatches } = ofShop;
  const { agentModel, batch, heedsPauses } = asked;
  const name = nameOf(agentModel);
  const productNow = creditsOf(agentModel);
  const agreed = await deps.db.do(agreedCredits(owner, productNow));
  const { credits, creditsNow } = asked.pricing?.(agreed, productNow) ?? { credits: agreed, creditsNow: productNow };
  const terms: Terms = { owner, model, name, price: priceOf(name), credits, creditsNow, batch, heedsPauses };
  return {
    name,
    credits,
    complete: (request, options) => callModel(deps, terms, request, options),
    // A model that fetches no pictures sees none in a batch: they are shown to it at once.
    picturesApart: batch !== null && !(await seesInBatches(name)),
    examiner: examinerFor(deps, owner, ofShop, { heedsPauses }),
    comparer: comparerFor(deps, owner, ofShop, { heedsPauses }),
  };
}

/** Whatever else an item asks, the examiner's questions are no first call and no repair. */
const examinerCall = 1_000;

/**
 * The examiner whose calls an item pays for: at once also in batch mode, and for no credits. null: the shop has none.
 */
export function examinerFor(
  deps: { db: Db; clock: Clock },
  owner: AnswerOwner,
  { model, examiner, priceOf }: Pick<ShopModel, "model" | "examiner" | "priceOf">,
  { heedsPauses }: Pick<Terms, "heedsPauses">,
): Examiner | null {
  if (examiner.mode === "off") return null;
  const { mode, model: name } = examiner;
  return createExaminer(examiningDeps(deps, owner, { model, name, priceOf, heedsPauses }), {
    ...{ shop: owner.shop, mode, model: name },
  });
}

/** As {@link examinerFor}. */
function comparerFor(
  deps: { db: Db; clock: Clock },
  owner: AnswerOwner,
  { model, examiner, priceOf }: Pick<ShopModel, "model" | "examiner" | "priceOf">,
  { heedsPauses }: Pick<Terms, "heedsPauses">,
): Comparer | null {
  if (examiner.mode === "off") return null;
  const { model: name } = examiner;
  return createComparer(examiningDeps(deps, owner, { model, name, priceOf, heedsPauses }), {
    ...{ shop: owner.shop, model: name },
  });
}

function examiningDeps(
  deps: { db: Db; clock: Clock },
  owner: AnswerOwner,
  { model, name, priceOf, heedsPauses }: Pick<Terms, "model" | "name" | "heedsPauses"> & Pick<ShopModel, "priceOf">,
): ComparerDeps {
  const terms: Terms = {
    ...{ owner, model, name, price: priceOf(name), heedsPauses, role: "examiner" },
    ...{ credits: 0, creditsNow: 0, batch: null },
  };
  return {
    ...deps,
    complete: (request, { signal }) => callModel(deps, terms, request, { call: examinerCall, signal }),
  };
}

/**
 * Asks the model, or takes the answer that an earlier attempt of the same item, or a batch, has already paid for. Every answer
 * is stored before anybody reads it, so that a crash between paying and storing drafts does not pay twice; what it cost is
 * booked in the same transaction.
 * @throws AnswerPending when the call waits for a batch; OperationalError what stops the call before it costs money, and what
 *   the model's edge throws
 */
async function callModel(
  deps: { db: Db; clock: Clock },
  terms: Terms,
  request: ModelRequest,
  { call, signal }: { call: number; signal: AbortSignal },
): Promise<ModelAnswer> {
  const { db, clock } = deps;
  const { owner, batch, price, role } = terms;
  const requestHash = requestHashOf(call, request);
  // Repairs are made at once: their texts are wanted, and few.
  const first = batch && call === 0 ? await db.do(firstCallOf(owner, batch)) : null;
  const known = first?.state === "answered" ? [first.requestHash, requestHash] : [requestHash];
  for (const hash of known) {
    const earlier = await db.do(readPaidAnswer(owner, hash));
    if (earlier) return earlier;
  }
  if (first?.state !== "waiting") await assertMayCall(deps, terms, call);
  if (batch && (first?.state === "new" || first?.state === "waiting")) {
    return waitForBatch(deps, owner, { ...batch, isNew: first.state === "new", request, requestHash });
  }
  const askedAt = performance.now();
  const answer = await terms.model.complete(request, { signal });
  const durationMs = performance.now() - askedAt;
  const costNanos = price === null ? null : costNanosOf(price, answer);
  const paid = { requestHash, model: request.model, answer, costNanos, durationMs, role, now: clock.now() };
  await db.transactTogether({ shop: owner.shop }, () => storePaidAnswer(owner, paid));
  return answer;
}

/** Why a shop's calls are paused → the code that a call would fail with. */
const codesOfPauses: Partial<Record<PauseReason, string>> = {
  billing: "model_billing",
  model_key: "model_key",
  model_settings: "model_not_allowed",
};

const pauseSql = `SELECT reason, message FROM pauses
  WHERE shop = @shop AND reason IN ('billing', 'model_key', 'model_settings') LIMIT 1`;

/**
 * Asked just before a call that costs money, or that is put by for a batch.
 * @throws OperationalError once the provider refused for billing or key: the shop's other items stop before they call;
 *   `credits_changed`, `spend_cap`
 */
async function assertMayCall(
  { db, clock }: { db: Db; clock: Clock },
  { owner: { shop, jobId }, name: model, price, credits, creditsNow, heedsPauses }: Terms,
  call: number,
): Promise<void> {
  const pause = heedsPauses
    ? await db.do(get<{ reason: PauseReason; message: string }>(pauseSql, { shop }))
    : undefined;
  if (pause) {
    throw new OperationalError("the shop's model calls are paused", {
      code: codesOfPauses[pause.reason] ?? "model_key",
      retryable: false,
      merchantMessage: pause.message,
    });
  }
  if (call === 0) assertCreditsHold({ agreed: credits, now: creditsNow, model });
  // Repairs cost no credits: once an item's first call is paid, only a cap in money stops it.
  await assertMaySpend(
    { db, clock },
    { shop, jobId, model, priced: price !== null, credits: call === 0 ? credits : 0 },
  );
}
