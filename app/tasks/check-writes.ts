import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Task } from "../jobs/task.ts";
import { type ProductId, productIdSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { checkKind, checkOpenWrites } from "../publishing/check-open-writes.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { pausedWithoutAccess, productWriteGroup } from "./publish.ts";

/** Finds out for one product per item what became of writes whose answer never came. Reads the shop, writes nothing there. */
export function createCheckTask(deps: {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
}): Task<Record<string, never>, { productId: ProductId }> {
  return {
    kind: checkKind,
    needs: ["shopify"],
    payload: z.object({}),
    item: z.object({ productId: productIdSchema }),
    // A write under way is not taken for one without an answer.
    exclusiveGroup: productWriteGroup,
    run: ({ shop, signal }, _payload, { productId }) =>
      pausedWithoutAccess(async () => {
        const published = await checkOpenWrites(deps, { shop, productId, signal });
        return { outcome: "done", result: { published } };
      }),
  };
}
