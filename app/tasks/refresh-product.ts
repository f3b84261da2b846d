import { z } from "zod";
import { refreshProduct } from "../catalog/refresh-product.ts";
import type { Db } from "../db/open.ts";
import type { Task } from "../jobs/task.ts";
import { type ProductId, productIdSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { markLiveTextsOf } from "../quality/near-duplicates/mark-live-texts.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { pausedWithoutAccess } from "./publish.ts";

/** The kind of job that reads one product again after a webhook or an edit. */
export function createRefreshTask(deps: {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
}): Task<Record<string, never>, { productId: ProductId }> {
  return {
    kind: "refresh-product",
    needs: ["shopify"],
    payload: z.object({}),
    item: z.object({ productId: productIdSchema }),
    exclusiveGroup: "refresh-product",
    run: ({ shop, signal }, _payload, { productId }) =>
      pausedWithoutAccess(async () => {
        const { db, clock, admin } = deps;
        const outcome = await refreshProduct({ db, clock, admin: admin(shop) }, { shop, id: productId, signal });
        await markLiveTextsOf({ db }, shop, productId);
        return { outcome: "done", result: { outcome }, message: messages[outcome] };
      }),
  };
}

const messages = {
  added: "The product is new.",
  changed: "The product was brought up to date.",
  unchanged: "Nothing had changed.",
  gone: "The product is no longer in the shop.",
  older: "A later state was known already.",
  unknown: "Neither the shop nor we know this product.",
};
