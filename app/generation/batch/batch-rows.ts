import type { ModelBatchState } from "../../db/schema/index.ts";
import { all, get, run, type Steps } from "../../db/steps.ts";
import type { JobId, ShopDomain } from "../../lib/brand.ts";

/** The generation job whose calls wait. */
export interface BatchOwner {
  shop: ShopDomain;
  jobId: JobId;
}

export interface BatchRow {
  id: string;
  state: ModelBatchState;
  requests: number;
  /** as it was sent; both null with the operator's, and before it is sent */
  baseUrl: string | null;
  apiKey: string | null;
  fileId: string | null;
  providerId: string | null;
  outputFileId: string | null;
  errorFileId: string | null;
  submittingAt: number | null;
  submittedAt: number | null;
  cancelAskedAt: number | null;
}

const openBatchesSql = `SELECT id, state, requests, base_url AS baseUrl, api_key AS apiKey, file_id AS fileId, provider_id AS providerId,
    output_file_id AS outputFileId, error_file_id AS errorFileId, submitting_at AS submittingAt,
    submitted_at AS submittedAt, cancel_asked_at AS cancelAskedAt
  FROM model_batches WHERE shop = @shop AND job_id = @jobId AND state <> 'closed' ORDER BY id`;

/** The batches of a job that are not closed yet, the oldest first. */
export function readOpenBatches({ shop, jobId }: BatchOwner): Steps<BatchRow[]> {
  return all<BatchRow>(openBatchesSql, { shop, jobId });
}

/** Whether the generation job was cancelled: each further line costs. */
export function* isCancelled({ shop, jobId }: BatchOwner): Steps<boolean> {
  const sql = "SELECT 1 FROM jobs WHERE shop = @shop AND id = @jobId AND cancel_requested_at IS NOT NULL";
  return (yield* get(sql, { shop, jobId })) !== undefined;
}

const columns = {
  state: "state",
  baseUrl: "base_url",
  apiKey: "api_key",
  fileId: "file_id",
  providerId: "provider_id",
  outputFileId: "output_file_id",
  errorFileId: "error_file_id",
  status: "status",
  answered: "answered",
  refused: "refused",
  failure: "failure",
  submittingAt: "submitting_at",
  submittedAt: "submitted_at",
  cancelAskedAt: "cancel_asked_at",
  closedAt: "closed_at",
} as const;

export type BatchChanges = Partial<Record<keyof typeof columns, string | number | null>> & { state?: ModelBatchState };

/** Notes how far a batch has come. @returns the row with the changes */
export function* noteBatch(shop: ShopDomain, batch: BatchRow, changes: BatchChanges): Steps<BatchRow> {
  const names = Object.keys(changes) as (keyof typeof columns)[];
  const set = names.map((name) => `${columns[name]} = @${name}`).join(", ");
  yield* run(`UPDATE model_batches SET ${set} WHERE shop = @shop AND id = @id`, { ...changes, shop, id: batch.id });
  return { ...batch, ...(changes as Partial<BatchRow>) };
}

const directSql = `UPDATE batch_requests SET state = 'direct', reason = @reason, request = NULL, settled_at = @now
  WHERE shop = @shop AND batch_id = @batchId AND state = 'sent'`;

/** Items without an answer are continued with single calls, at the full price. Returns how many. */
export function sendDirect(shop: ShopDomain, batchId: string, reason: string, now: number): Steps<number> {
  return run(directSql, { shop, batchId, reason, now });
}
