import { z } from "zod";
import type { Db } from "../db/open.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import type { Task } from "../jobs/task.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { markLiveTexts } from "../quality/near-duplicates/mark-live-texts.ts";

export const markKind = "mark-live-texts";

/** After an import: lets the live texts that it brought be compared with those that are written. One item. */
export function createMarkTask({ db }: { db: Db }): Task<Record<string, never>, null> {
  return {
    kind: markKind,
    payload: z.object({}),
    item: z.null(),
    exclusiveGroup: markKind,
    async run({ shop, signal, progress }) {
      const products = await markLiveTexts(
        { db },
        { shop, signal, marked: (done) => progress({ done, total: null, label: "Comparing texts" }) },
      );
      return { outcome: "done", result: { products } };
    },
  };
}

/** A job of its own, so that the import is over when the products are there. */
export async function startMarking(deps: { db: Db; clock: Clock }, shop: ShopDomain): Promise<void> {
  await enqueueJob(deps, {
    shop,
    kind: markKind,
    title: "Compare the texts of the catalogue",
    payload: {},
    items: [{ subject: "catalogue", payload: null }],
    priority: 2,
  });
}
