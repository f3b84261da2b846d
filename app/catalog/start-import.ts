import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { jobs } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import { enqueueJobIn, startOf } from "../jobs/enqueue-job.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { importJob } from "./jobs.ts";

/** Asks for an import of the shop's whole catalogue. One at a time: while one is under way, its id is returned. */
export async function startImport(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, createdBy }: { shop: ShopDomain; createdBy: string },
): Promise<JobId> {
  return db.transact({ shop }, function* (tx) {
    const underWay = and(
      eq(jobs.shop, shop),
      eq(jobs.kind, importJob.kind),
      inArray(jobs.status, ["queued", "processing"]),
    );
    const [running] = yield* q(
      tx.select({ id: jobs.id }).from(jobs).where(underWay).orderBy(desc(jobs.createdAt)).limit(1),
    );
    if (running) return jobIdSchema.parse(running.id);
    const items = [{ subject: "catalogue", payload: null }];
    const jobId = yield* enqueueJobIn(clock, {
      job: importJob,
      shop,
      title: "Import products",
      payload: {},
      items,
      priority: 0,
      createdBy,
    });
    if (note) yield* note(startOf(jobId, { items }));
    return jobId;
  });
}
