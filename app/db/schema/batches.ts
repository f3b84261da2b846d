import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * `waiting` for a batch; `sent` with one; `answered`: its answer is in model_answers; `direct`: no batch answers it, so it
 * is asked for alone, at the full price.
 */
export type BatchRequestState = "waiting" | "sent" | "answered" | "direct";

/** A model call of an item that may wait, for half the price. */
export const batchRequests = sqliteTable(
  "batch_requests",
  {
    shop: text().notNull(),
    jobId: text("job_id").notNull(),
    itemSeq: integer("item_seq").notNull(),
    /** the call's number in its item */
    callNo: integer("call_no").notNull(),
    customId: text("custom_id").notNull(),
    requestHash: text("request_hash").notNull(),
    /** of the product when it was asked: an answer holds for these facts */
    factsDigest: text("facts_digest").notNull(),
    /** null once it is settled */
    request: text({ mode: "json" }).$type<unknown>(),
    state: text().$type<BatchRequestState>().notNull(),
    batchId: text("batch_id"),
    /** why it goes the direct way: a stable code */
    reason: text(),
    createdAt: integer("created_at").notNull(),
    settledAt: integer("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.jobId, t.itemSeq, t.callNo] }),
    uniqueIndex("batch_requests_custom").on(t.shop, t.customId),
    index("batch_requests_state").on(t.shop, t.jobId, t.state, t.itemSeq),
    index("batch_requests_batch").on(t.shop, t.batchId, t.state),
    // What will still be paid: asked before each call of a shop that has a daily cap.
    index("batch_requests_unpaid").on(t.shop, t.jobId).where(sql`state = 'waiting' OR state = 'sent'`),
  ],
);

/**
 * How far a batch is on its way, written before each step whose answer may be lost: `gathered` → `uploading` → `uploaded` →
 * `submitting` → `submitted` → `taking` (ended, answers are read) → `closing` (files are removed) → `closed`.
 */
export type ModelBatchState =
  | "gathered"
  | "uploading"
  | "uploaded"
  | "submitting"
  | "submitted"
  | "taking"
  | "closing"
  | "closed";

/** A file of requests handed to the model's provider. */
export const modelBatches = sqliteTable(
  "model_batches",
  {
    shop: text().notNull(),
    /** our own id: the mark by which the provider's batch is found again */
    id: text().notNull(),
    jobId: text("job_id").notNull(),
    state: text().$type<ModelBatchState>().notNull(),
    requests: integer().notNull(),
    /** where it was sent and with which key: the shop's own, null for the operator's; the key sealed as in shop_settings */
    baseUrl: text("base_url"),
    apiKey: text("api_key"),
    fileId: text("file_id"),
    providerId: text("provider_id"),
    outputFileId: text("output_file_id"),
    errorFileId: text("error_file_id"),
    /** the provider's word and its counts */
    status: text(),
    answered: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    failure: text(),
    createdAt: integer("created_at").notNull(),
    submittingAt: integer("submitting_at"),
    submittedAt: integer("submitted_at"),
    cancelAskedAt: integer("cancel_asked_at"),
    closedAt: integer("closed_at"),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] }), index("model_batches_job").on(t.shop, t.jobId, t.state)],
);
