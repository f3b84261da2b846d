import type { Db } from "../db/open.ts";
import { previewJob } from "../generation/jobs.ts";
import { type PreviewedProduct, previewProduct } from "../generation/preview-product.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import type { Models } from "../model/model-for-shop.ts";
import { defineTask } from "./define-task.ts";

export interface TryDeps {
  db: Db;
  clock: Clock;
  models: Models;
}

/** Writes texts for one product by rules that are tried: they are in the item's result and nowhere else. */
export function createTryTask(deps: TryDeps) {
  return defineTask(previewJob, async (context, payload, { productId }) =>
    outcomeOf(await previewProduct(deps, context, payload, productId)),
  );
}

function outcomeOf(product: PreviewedProduct): ItemOutcome {
  switch (product.outcome) {
    case "previewed":
      return { outcome: "done", message: "Texts written for the preview", result: product.result };
    case "gone":
      return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
    case "unusable": {
      const message = "The model gave no usable text. Try again, or choose another model in Settings.";
      return { outcome: "failed", code: product.reason, message };
    }
  }
}
