import type { Db } from "../../db/open.ts";
import { type JobRow, readJob } from "../../jobs/read-jobs.ts";
import type { JobId } from "../../lib/brand.ts";
import { publishJob, undoJob } from "../../publishing/jobs.ts";
import { assertMayDo } from "../../workplace/assert-may-do.ts";
import type { Asker } from "../command.ts";

/** Jobs that change what the shop shows. */
const publishingKinds: ReadonlySet<string> = new Set([publishJob.kind, undoJob.kind]);

/**
 * Who starts, stops or repeats work that publishes needs the right to publish, as for the first start.
 * @throws NotAllowed
 */
export async function assertMayRunKind(deps: { db: Db }, asker: Asker, kind: string): Promise<void> {
  if (publishingKinds.has(kind)) await assertMayDo(deps, asker, "publish");
}

/**
 * The same for a job.
 * @returns the job; null when the shop has none of this id
 * @throws NotAllowed
 */
export async function assertMayRun(deps: { db: Db }, asker: Asker, jobId: JobId): Promise<JobRow | null> {
  const job = await readJob(deps, { shop: asker.shop, jobId });
  if (job) await assertMayRunKind(deps, asker, job.kind);
  return job;
}
