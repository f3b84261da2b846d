import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { checkOpenWrites } from "../publishing/check-open-writes.ts";
import { checkWritesJob } from "../publishing/jobs.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";

/** Finds out for one product per item what became of writes whose answer never came. Reads the shop, writes nothing there. */
export function createCheckTask(deps: { db: Db; clock: Clock; admin: AdminApiFor }) {
  return defineTask(checkWritesJob, async ({ shop, signal }, _payload, { productId }) => {
    const published = await checkOpenWrites(deps, { shop, productId, signal });
    return { outcome: "done", result: { published } };
  });
}
