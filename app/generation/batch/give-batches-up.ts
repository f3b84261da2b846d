import type { Db } from "../../db/open.ts";
import { run } from "../../db/steps.ts";
import type { Clock } from "../../lib/clock.ts";
import type { BatchOwner } from "./batch-rows.ts";

const waitingSql = `UPDATE batch_requests SET state = 'direct', reason = @reason, request = NULL, settled_at = @now
  WHERE shop = @shop AND job_id = @jobId AND (state = 'waiting' OR (state = 'sent' AND batch_id IN (
    SELECT id FROM model_batches WHERE shop = @shop AND job_id = @jobId AND state IN ('gathered', 'uploading', 'uploaded'))))`;
const batchesSql = `UPDATE model_batches SET state = 'closing'
  WHERE shop = @shop AND job_id = @jobId AND state IN ('gathered', 'uploading', 'uploaded')`;

/** The provider refuses batches: calls that no batch can have are made directly. What was handed over stays with it. */
export async function giveBatchesUp(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId }: BatchOwner,
  reason: string,
): Promise<void> {
  const now = clock.now();
  await db.transact({ shop }, function* () {
    yield* run(waitingSql, { shop, jobId, reason, now });
    yield* run(batchesSql, { shop, jobId });
  });
}
