import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ParkReason } from "./shops.ts";

export type JobStatus = "queued" | "processing" | "completed" | "partially_completed" | "failed" | "cancelled";
export type ItemStatus = "queued" | "processing" | "parked" | "done" | "failed" | "conflict" | "cancelled";

/** One request for work over n items. Counters are kept in the transaction that settles the items. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    kind: text().notNull(),
    status: text().$type<JobStatus>().notNull().default("queued"),
    /** what a person reads, e.g. "Generate title, bullets for 120 products" */
    title: text().notNull(),
    /** parsed with the task's schema when read */
    payload: text({ mode: "json" }).$type<unknown>().notNull(),
    /** 0 interactive, 1 bulk; interactive work goes first */
    priority: integer().notNull(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    conflict: integer().notNull().default(0),
    cancelled: integer().notNull().default(0),
    message: text(),
    createdBy: text("created_by"),
    externalTrackingId: text("external_tracking_id"),
    cancelRequestedAt: integer("cancel_requested_at"),
    createdAt: integer("created_at").notNull(),
    startedAt: integer("started_at"),
    finishedAt: integer("finished_at"),
  },
  (t) => [index("jobs_shop").on(t.shop, t.createdAt, t.id), index("jobs_shop_status").on(t.shop, t.status)],
);

/** One unit of a job, usually one product, settled on its own. */
export const jobItems = sqliteTable(
  "job_items",
  {
    jobId: text("job_id")
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    /** 0 … total − 1 */
    seq: integer().notNull(),
    shop: text().notNull(),
    kind: text().notNull(),
    priority: integer().notNull(),
    /** what the item is about, e.g. a product id; one item at a time runs for the same (shop, exclusive key) */
    subject: text().notNull(),
    status: text().$type<ItemStatus>().notNull().default("queued"),
    payload: text({ mode: "json" }).$type<unknown>(),
    /** counted at claim */
    attempts: integer().notNull().default(0),
    /** claims whose worker died */
    deaths: integer().notNull().default(0),
    runAt: integer("run_at").notNull(),
    leaseToken: text("lease_token"),
    leaseUntil: integer("lease_until"),
    parkReason: text("park_reason").$type<ParkReason>(),
    /** where a long item can go on after a crash; written by its task */
    checkpoint: text({ mode: "json" }).$type<unknown>(),
    /** {done, total, label}: shown while a long item runs */
    progress: text({ mode: "json" }).$type<{ done: number; total: number | null; label: string }>(),
    result: text({ mode: "json" }).$type<unknown>(),
    code: text(),
    message: text(),
    finishedAt: integer("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.seq] }),
    index("job_items_claim").on(t.status, t.shop, t.priority, t.runAt),
    index("job_items_job_status").on(t.jobId, t.status, t.seq),
    index("job_items_subject").on(t.shop, t.subject),
  ],
);

/** Worker processes that showed a sign of life. */
export const workers = sqliteTable("workers", {
  id: text().primaryKey(),
  startedAt: integer("started_at").notNull(),
  seenAt: integer("seen_at").notNull(),
});
