import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import { jobItems } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import { enqueueJobIn } from "../../jobs/enqueue-job.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { importTextsJob } from "../jobs.ts";

const allTexts = "texts";

/** Asks for a shop's texts beside its products to be read; nothing happens while one such job waits to begin. */
export async function startTextsImport(
  { db, clock }: { db: Db; clock: Clock },
  { shop, createdBy }: { shop: ShopDomain; createdBy: string },
): Promise<void> {
  await db.transact({ shop }, function* (tx) {
    const waiting = and(
      eq(jobItems.shop, shop),
      eq(jobItems.subject, allTexts),
      eq(jobItems.kind, importTextsJob.kind),
      eq(jobItems.status, "queued"),
    );
    const found = yield* q(tx.select({ seq: jobItems.seq }).from(jobItems).where(waiting).limit(1));
    if (found.length > 0) return;
    yield* enqueueJobIn(clock, {
      job: importTextsJob,
      shop,
      title: "Read pages, menus and other texts",
      payload: {},
      items: [{ subject: allTexts, payload: null }],
      priority: 0,
      createdBy,
    });
  });
}
