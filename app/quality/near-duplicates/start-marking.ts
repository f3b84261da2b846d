import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { enqueueJob } from "../../jobs/enqueue-job.ts";
import { defineJob } from "../../jobs/task.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";

/** After an import: lets the live texts that it brought be compared with those that are written. One item. */
export const markLiveTextsJob = defineJob({
  kind: "mark-live-texts",
  payload: z.object({}),
  item: z.null(),
  exclusiveGroup: "mark-live-texts",
});

/** A job of its own, so that the import is over when the products are there. */
export async function startMarking(deps: { db: Db; clock: Clock }, shop: ShopDomain): Promise<void> {
  await enqueueJob(deps, {
    job: markLiveTextsJob,
    shop,
    title: "Compare the texts of the catalogue",
    payload: {},
    items: [{ subject: "catalogue", payload: null }],
    priority: 2,
  });
}
