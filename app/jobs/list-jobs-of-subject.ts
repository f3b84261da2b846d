import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type ItemStatus, jobItems, jobs } from "../db/schema/index.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../lib/brand.ts";

export interface JobOfSubject {
  id: JobId;
  kind: string;
  title: string;
  payload: unknown;
  itemStatus: ItemStatus;
}

/** Unfinished work about one subject, e.g. a product: newest first, at most 20. */
export async function listJobsOfSubject(
  { db }: { db: Db },
  { shop, subject }: { shop: ShopDomain; subject: string },
): Promise<JobOfSubject[]> {
  const rows = await db.orm
    .select({ id: jobs.id, kind: jobs.kind, title: jobs.title, payload: jobs.payload, itemStatus: jobItems.status })
    .from(jobItems)
    .innerJoin(jobs, eq(jobs.id, jobItems.jobId))
    .where(
      and(
        eq(jobItems.shop, shop),
        eq(jobItems.subject, subject),
        inArray(jobItems.status, ["queued", "processing", "paused"]),
      ),
    )
    .orderBy(desc(jobs.createdAt))
    .limit(20);
  return rows.map((row) => ({ ...row, id: jobIdSchema.parse(row.id) }));
}
