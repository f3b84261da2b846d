import type { Db } from "../db/open.ts";
import { AnswerPending, masterCode, pendingCode } from "../generation/batch/defer-request.ts";
import { type GeneratedProduct, generateProduct } from "../generation/generate-product.ts";
import { type GeneratePayload, generateJob } from "../generation/jobs.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import type { Models } from "../model/model-for-shop.ts";
import { defineTask } from "./define-task.ts";

export interface GenerateDeps {
  db: Db;
  clock: Clock;
  models: Models;
}

/** Writes texts for one product: see `generation/generate-product.ts`. */
export function createGenerateTask(deps: GenerateDeps) {
  return defineTask(generateJob, async (context, payload, item) => {
    try {
      return outcomeOf(await generateProduct(deps, context, payload, item), payload);
    } catch (error) {
      if (error instanceof AnswerPending) return pending;
      throw error;
    }
  });
}

function outcomeOf(product: GeneratedProduct, { lane }: GeneratePayload): ItemOutcome {
  switch (product.outcome) {
    case "drafted":
      return { outcome: "done", message: textsWritten(product), result: product.stored };
    case "gone":
      return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
    case "nothing_to_write":
      return nothingToWrite;
    case "hands_off":
      return handsOff;
    case "waits_for_master":
      return waitsForMaster(lane);
    case "unusable":
      return { outcome: "failed", code: product.reason, message: unusable[product.reason] };
  }
}

const nothingToWrite: ItemOutcome = {
  outcome: "done",
  message:
    "There is nothing to write: the product has these texts or drafts of them by now, no image needs an alt text, or the content types were removed.",
  result: { texts: 0, blocked: 0, warnings: 0 },
};

const handsOff: ItemOutcome = {
  outcome: "done",
  message: "Hands off: nothing is written for this product. Its page gives it back.",
  result: { texts: 0, blocked: 0, warnings: 0 },
};

/** Woken when the answer is there; the wait is only for the case that nothing wakes it. */
export const pending: ItemOutcome = {
  outcome: "retry",
  code: pendingCode,
  message: "Waiting for the half-price answer, which can take up to 24 hours.",
  waitMs: 30 * 60_000,
};

/** Its master is written before or beside it: a short wait, which costs no attempt; a longer one for a master in a batch. */
function waitsForMaster(lane: GeneratePayload["lane"]): ItemOutcome {
  return {
    outcome: "retry",
    code: masterCode,
    message: "Waiting for the texts of the first product of its variant group.",
    waitMs: lane === "batch" ? 60_000 : 2_000,
  };
}

export const unusable = {
  model_refused:
    "The model refused to write about this product. Write the text by hand, or choose another model in Settings.",
  model_truncated:
    "The model's answer was cut off three times. Choose fewer content types, or another model in Settings.",
  model_prompt_cut:
    "The model server cut the request short, so its answer was not used: raise the server's context length, or choose another model in Settings.",
  model_bad_answer: "The model did not answer in the agreed form. Retry, or choose another model in Settings.",
  model_empty: "The model's answer held no text. Retry, or choose another model in Settings.",
} as const;

function textsWritten({ stored, varied }: Extract<GeneratedProduct, { outcome: "drafted" }>): string {
  const { blocked, aside = 0 } = stored;
  const texts = stored.texts - aside;
  const how = varied ? "varied from the first product of the group" : "written";
  return `${texts} ${texts === 1 ? "text" : "texts"} ${how}${blocked > 0 ? `, ${blocked} blocked by checks` : ""}${asideWords(aside)}`;
}

/** What a person wrote while the run was on its way stays. */
export function asideWords(count: number): string {
  return count === 0
    ? ""
    : `, ${count} written by a person meanwhile: theirs stays, the run's is in the text's history`;
}
