import { assertCreditsHold } from "../credits/agreed-credits.ts";
import { assertMaySpend } from "../credits/check-spend.ts";
import type { Db } from "../db/open.ts";
import type { PauseReason } from "../db/schema/index.ts";
import { get } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import type { ModelPrice } from "../model/model-prices.ts";
import type { Model } from "../model/port.ts";
import type { AnswerOwner } from "./paid-answers.ts";

/** What an item's calls are made with, and what they may cost. */
export interface Calls extends AnswerOwner {
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
  /** batch mode with a model that fetches no pictures: they are shown to it at once, in calls of their own */
  picturesApart: boolean;
  /** false for what a person waits for: the call's own error names what is wrong */
  heedsPauses: boolean;
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
export async function assertMayCall(
  { db, clock }: { db: Db; clock: Clock },
  { shop, name: model, price, credits, creditsNow, heedsPauses }: Calls,
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
  await assertMaySpend({ db, clock }, { shop, model, priced: price !== null, credits: call === 0 ? credits : 0 });
}
