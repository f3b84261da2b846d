import { type AdaptedProduct, adaptProduct } from "../generation/adapt/adapt-product.ts";
import { adaptJob } from "../generation/adapt/jobs.ts";
import { AnswerPending } from "../generation/batch/defer-request.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import { defineTask } from "./define-task.ts";
import { asideWords, type GenerateDeps, pending, unusable } from "./generate-content.ts";

/** Adapts texts of one product to a channel: see `generation/adapt/adapt-product.ts`. */
export function createAdaptTask(deps: GenerateDeps) {
  return defineTask(adaptJob, async (context, payload, { productId }) => {
    try {
      return outcomeOf(await adaptProduct(deps, context, payload, productId));
    } catch (error) {
      if (error instanceof AnswerPending) return pending;
      throw error;
    }
  });
}

const nothing = { texts: 0, blocked: 0, warnings: 0 };

function outcomeOf(product: AdaptedProduct): ItemOutcome {
  switch (product.outcome) {
    case "drafted":
    case "resumed": {
      const { stored } = product;
      const { blocked, aside = 0 } = stored;
      const texts = stored.texts - aside;
      const left = product.outcome === "drafted" ? { leftOut: product.leftOut } : {};
      return {
        outcome: "done",
        message: `${texts} ${texts === 1 ? "text" : "texts"} adapted${blocked > 0 ? `, ${blocked} blocked by checks` : ""}${asideWords(aside)}`,
        result: { ...stored, ...left },
      };
    }
    case "gone":
      return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
    case "hands_off":
      return {
        outcome: "done",
        message: "Hands off: nothing is written for this product. Its page gives it back.",
        result: nothing,
      };
    case "no_source":
      return {
        outcome: "done",
        message: "There is nothing to adapt: the product has no text in this language yet.",
        result: nothing,
      };
    case "nothing_to_adapt":
      return {
        outcome: "done",
        message: "There is nothing to adapt: the product has these texts for the channel by now.",
        result: { ...nothing, leftOut: product.leftOut },
      };
    case "unusable":
      return { outcome: "failed", code: product.reason, message: unusable[product.reason] };
  }
}
