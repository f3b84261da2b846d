import type { Db } from "../../db/open.ts";
import { enqueueUnlessWaiting } from "../../jobs/enqueue-unless-waiting.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { refreshCollectionsJob } from "../jobs.ts";

/** Asks for all collections of a shop to be read; nothing happens while one such job waits to begin. */
export async function startCollectionsRefresh(
  deps: { db: Db; clock: Clock },
  { shop, createdBy }: { shop: ShopDomain; createdBy: string },
): Promise<void> {
  await enqueueUnlessWaiting(deps, {
    job: refreshCollectionsJob,
    shop,
    title: "Read collections",
    payload: {},
    item: { subject: "collections", payload: { collectionId: null } },
    priority: 0,
    createdBy,
  });
}
