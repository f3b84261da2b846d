import type { Db } from "../../db/open.ts";
import { all } from "../../db/steps.ts";
import { wakeItems } from "../../jobs/wake-items.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { batchJob } from "../jobs.ts";
import type { BatchOwner } from "./batch-rows.ts";

/** Lets the carrier of a generation job look at once, e.g. because the job was cancelled: each line costs. */
export async function hurryCarrier(deps: { db: Db; clock: Clock }, { shop, jobId }: BatchOwner): Promise<void> {
  const sql = `SELECT id FROM jobs WHERE shop = @shop AND status IN ('queued', 'processing') AND kind = @kind
    AND external_tracking_id = @jobId`;
  for (const { id } of await deps.db.do(all<{ id: string }>(sql, { shop, jobId, kind: batchJob.kind }))) {
    await wakeItems(deps, { shop, jobId: jobIdSchema.parse(id), seqs: [0] });
  }
}
