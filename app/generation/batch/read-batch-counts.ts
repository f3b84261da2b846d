import type { BatchRequestState } from "../../db/schema/index.ts";
import { all, type Steps } from "../../db/steps.ts";
import type { BatchOwner } from "./batch-rows.ts";

/** How many first calls of a generation job are in which state, or null when it is not in batch mode. */
export type BatchCounts = Record<BatchRequestState, number>;

export function* readBatchCounts({ shop, jobId }: BatchOwner): Steps<BatchCounts | null> {
  const sql = `SELECT state, count(*) AS count FROM batch_requests WHERE shop = @shop AND job_id = @jobId GROUP BY state`;
  const rows = yield* all<{ state: BatchRequestState; count: number }>(sql, { shop, jobId });
  if (rows.length === 0) return null;
  const counts: BatchCounts = { waiting: 0, sent: 0, answered: 0, direct: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}
