import { summariseJob } from "../analysis/jobs.ts";
import { type SummarisedProduct, summariseProduct } from "../analysis/reviews/summarise-product.ts";
import type { Db } from "../db/open.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import type { Models } from "../model/model-for-shop.ts";
import { defineTask } from "./define-task.ts";

/** Sums up the reviews of one product: see `analysis/reviews/summarise-product.ts`. */
export function createSummariseTask(deps: { db: Db; clock: Clock; models: Models }) {
  return defineTask(summariseJob, async (context, payload, { productId }) =>
    outcomeOf(await summariseProduct(deps, context, payload, productId)),
  );
}

const bad = "The model gave no usable answer about the reviews. Try again, or choose another model in Settings.";

function outcomeOf(product: SummarisedProduct): ItemOutcome {
  switch (product.outcome) {
    case "summarised": {
      const { read, highlights, barriers } = product.summary;
      return {
        outcome: "done",
        message: `${read} ${read === 1 ? "review" : "reviews"} read: ${highlights.length} highlights, ${barriers.length} barriers`,
        result: { read, highlights: highlights.length, barriers: barriers.length },
      };
    }
    case "unchanged":
      return {
        outcome: "done",
        message: "Nothing new since these reviews were summed up: nothing was asked or charged.",
        result: { read: product.summary.read },
      };
    case "gone":
      return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
    case "no_reviews":
      return { outcome: "done", message: "This product has no reviews any more.", result: { read: 0 } };
    case "unusable":
      return { outcome: "failed", code: product.reason, message: bad };
  }
}
