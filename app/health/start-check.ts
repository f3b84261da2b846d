import { z } from "zod";
import type { Db } from "../db/open.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { defineJob } from "../jobs/task.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

/** Checks the live texts of a shop's catalogue that are new or changed. One item. */
export const checkLiveTextsJob = defineJob({
  kind: "check-live-texts",
  payload: z.object({}),
  item: z.null(),
  exclusiveGroup: "check-live-texts",
});

/** A job of its own: whoever imports or saves rules does not wait for it. */
export async function startLiveCheck(deps: { db: Db; clock: Clock }, shop: ShopDomain): Promise<void> {
  await enqueueJob(deps, {
    job: checkLiveTextsJob,
    shop,
    title: "Check the texts of the catalogue",
    payload: {},
    items: [{ subject: "catalogue", payload: null }],
    priority: 1,
  });
}
