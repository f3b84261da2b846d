import type { Db } from "../../db/open.ts";
import type { BatchRequestState } from "../../db/schema/index.ts";
import { prepared } from "../../jobs/prepared.ts";
import type { BatchOwner } from "./batch-rows.ts";

/** How the first calls of a generation job stand, or null when it does not use the half-price lane. */
export type BatchCounts = Record<BatchRequestState, number>;

export function readBatchCounts({ db }: { db: Db }, owner: BatchOwner): BatchCounts | null {
  const sql = `SELECT state, count(*) AS count FROM batch_requests WHERE shop = @shop AND job_id = @jobId GROUP BY state`;
  const rows = prepared<object, { state: BatchRequestState; count: number }>(db, sql).all(owner);
  if (rows.length === 0) return null;
  const counts: BatchCounts = { waiting: 0, sent: 0, answered: 0, direct: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}
