import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import { jobItems } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import { enqueueJobIn } from "../../jobs/enqueue-job.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { refreshCollectionsJob } from "../jobs.ts";

const allCollections = "collections";

/** Asks for all collections of a shop to be read; nothing happens while one such job waits to begin. */
export async function startCollectionsRefresh(
  { db, clock }: { db: Db; clock: Clock },
  { shop, createdBy }: { shop: ShopDomain; createdBy: string },
): Promise<void> {
  await db.transact({ shop }, function* (tx) {
    const waiting = and(
      eq(jobItems.shop, shop),
      eq(jobItems.subject, allCollections),
      eq(jobItems.kind, refreshCollectionsJob.kind),
      eq(jobItems.status, "queued"),
    );
    const found = yield* q(tx.select({ seq: jobItems.seq }).from(jobItems).where(waiting).limit(1));
    if (found.length > 0) return;
    yield* enqueueJobIn(clock, {
      job: refreshCollectionsJob,
      shop,
      title: "Read collections",
      payload: {},
      items: [{ subject: allCollections, payload: { collectionId: null } }],
      priority: 0,
      createdBy,
    });
  });
}
