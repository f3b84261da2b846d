import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { jobs } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import { publishJob } from "./jobs.ts";

/**
 * Keeps who sets a run of publishing going again, before it goes: with four eyes they publish its texts as much as who started
 * it. A run that has ended begins anew with them; one under way has items that others set going. Other jobs stay as they are.
 */
export async function keepWhoSetsGoing(
  { db }: { db: Db },
  { shop, jobId, by }: { shop: ShopDomain; jobId: JobId; by: string },
): Promise<void> {
  const isJob = and(eq(jobs.shop, shop), eq(jobs.id, jobId), eq(jobs.kind, publishJob.kind));
  await db.transact({ shop }, function* (tx) {
    const [job] = yield* q(tx.select({ payload: jobs.payload, finishedAt: jobs.finishedAt }).from(jobs).where(isJob));
    if (!job) return;
    const payload = publishJob.payload.parse(job.payload);
    const earlier = job.finishedAt === null ? (payload.setGoingBy ?? []) : [];
    const setGoingBy = [...new Set([...earlier, by])];
    yield* q(
      tx
        .update(jobs)
        .set({ payload: { ...payload, setGoingBy } })
        .where(isJob),
    );
  });
}

/** Who set a run of publishing going again. Read anew for each item: a worker keeps a job's payload while the job goes on. */
export async function whoSetGoing(
  { db }: { db: Db },
  { shop, jobId }: { shop: ShopDomain; jobId: string },
): Promise<string[]> {
  const [job] = await db.orm
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId), eq(jobs.kind, publishJob.kind)));
  return job ? (publishJob.payload.parse(job.payload).setGoingBy ?? []) : [];
}
