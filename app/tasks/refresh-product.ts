import { refreshProductJob } from "../catalog/jobs.ts";
import { refreshProduct } from "../catalog/refresh-product.ts";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { markLiveTextsOf } from "../quality/near-duplicates/mark-live-texts.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";

/** Reads one product again after a webhook or an edit. */
export function createRefreshTask({ db, clock, admin }: { db: Db; clock: Clock; admin: AdminApiFor }) {
  return defineTask(refreshProductJob, async ({ shop, signal }, _payload, { productId }) => {
    const outcome = await refreshProduct({ db, clock, admin: admin(shop) }, { shop, id: productId, signal });
    await markLiveTextsOf({ db }, shop, productId);
    return { outcome: "done", result: { outcome }, message: messages[outcome] };
  });
}

const messages = {
  added: "The product is new.",
  changed: "The product was brought up to date.",
  unchanged: "Nothing had changed.",
  gone: "The product is no longer in the shop.",
  older: "A later state was known already.",
  unknown: "Neither the shop nor we know this product.",
};
