import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { defineJob } from "../jobs/task.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

/** Removes all that is kept of a shop, as one of its people asked. */
export const eraseShopJob = defineJob({
  kind: "erase-shop",
  // Who asked for it is not left with half of it.
  neverGivesUp: true,
  payload: z.object({}),
  item: z.null(),
});

/** Asks the worker to remove all that is kept of a shop. Its store is not touched; the app begins anew when it is opened next. */
export async function startErasing(
  deps: { db: Db; clock: Clock } & Acted,
  { shop, by }: { shop: ShopDomain; by: string },
): Promise<JobId> {
  return enqueueJob(deps, {
    job: eraseShopJob,
    shop,
    title: "Erase all data",
    payload: {},
    items: [{ subject: "shop", payload: null }],
    priority: 0,
    createdBy: by,
  });
}
