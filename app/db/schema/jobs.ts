import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Provider } from "../../lib/errors.ts";
import type { PauseReason } from "./shops.ts";

export type JobStatus = "queued" | "processing" | "completed" | "partially_completed" | "failed" | "cancelled";
export type ItemStatus = "queued" | "processing" | "paused" | "done" | "failed" | "conflict" | "cancelled";

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
    /** 0 interactive, 1 reading again after webhooks, 2 bulk; lower goes first */
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
    /** when all its items were stored; null while a large job is being enqueued */
    openedAt: integer("opened_at"),
    /**
     * The gate of claims: no later than the earliest run of its queued items, null when none may be claimed (not opened,
     * paused, cancelled, nothing queued). One row opens or shuts a job of 50,000 items.
     */
    nextRunAt: integer("next_run_at"),
    /** last claim of one of its items */
    claimedAt: integer("claimed_at"),
    /** why its items wait for a person */
    pauseReason: text("pause_reason").$type<PauseReason>(),
    /** a person paused this job alone: none of its items is claimed until they let it go on, whatever else it waits for */
    heldAt: integer("held_at"),
    startedAt: integer("started_at"),
    finishedAt: integer("finished_at"),
    /** when a mail about its end was queued: one a job, however often it ends */
    mailedAt: integer("mailed_at"),
  },
  (t) => [
    index("jobs_shop").on(t.shop, t.createdAt, t.id),
    index("jobs_shop_status").on(t.shop, t.status, t.createdAt, t.id),
    index("jobs_runnable").on(t.shop, t.priority, t.createdAt, t.id, t.nextRunAt).where(sql`next_run_at IS NOT NULL`),
    index("jobs_next_run").on(t.nextRunAt).where(sql`next_run_at IS NOT NULL`),
    index("jobs_claimed").on(t.shop, t.claimedAt),
    index("jobs_unfinished").on(t.createdAt).where(sql`finished_at IS NULL`),
    // What is no longer kept, oldest first.
    index("jobs_finished").on(t.finishedAt, t.id).where(sql`finished_at IS NOT NULL`),
    // What gave up, for an operator's eyes and for another try: few rows, whatever was done.
    index("jobs_with_failures").on(t.kind, t.shop, t.finishedAt).where(sql`failed > 0`),
  ],
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
    /** tries that a provider's outage ended; they cost no attempt */
    stalls: integer().notNull().default(0),
    /** the first of them */
    stalledSince: integer("stalled_since"),
    runAt: integer("run_at").notNull(),
    leaseToken: text("lease_token"),
    leaseUntil: integer("lease_until"),
    /** its task's group and its subject, set at claim: unique among running items of the shop */
    exclusiveKey: text("exclusive_key"),
    pauseReason: text("pause_reason").$type<PauseReason>(),
    /** where a long item continues after a crash; written by its task */
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
    index("job_items_queued").on(t.jobId, t.runAt, t.seq).where(sql`status = 'queued'`),
    index("job_items_running").on(t.shop, t.leaseUntil).where(sql`status = 'processing'`),
    uniqueIndex("job_items_exclusive")
      .on(t.shop, t.exclusiveKey)
      .where(sql`status = 'processing' AND exclusive_key IS NOT NULL`),
    // For lists of what needs a person's eyes; most items never come in here, so settling stays cheap. OR, not IN: SQLite
    // does not see that an IN list covers one of its values.
    index("job_items_odd")
      .on(t.jobId, t.status, t.seq)
      .where(sql`status = 'failed' OR status = 'conflict' OR status = 'paused' OR status = 'cancelled'`),
    index("job_items_subject").on(t.shop, t.subject),
  ],
);

/**
 * A shop's trouble with a provider outside: failures in a row over all workers. No row: all is well. While it is open
 * nothing that needs the provider is claimed but one item now and then, to see whether it answers again.
 */
export const breakers = sqliteTable(
  "breakers",
  {
    shop: text().notNull(),
    provider: text().$type<Provider>().notNull(),
    failures: integer().notNull(),
    /** the first failure */
    since: integer().notNull(),
    /** when the next probe may be claimed; null while the breaker is closed */
    probeAt: integer("probe_at"),
    /** pauses so far: each is longer than the one before */
    pauses: integer().notNull().default(0),
    /** a probe is under way */
    probing: integer({ mode: "boolean" }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.shop, t.provider] })],
);

/** Ends of long jobs that a person was told of and does not want to be told of again. */
export const dismissedEnds = sqliteTable(
  "dismissed_ends",
  {
    shop: text().notNull(),
    /** `user:<Shopify user id>` */
    person: text().notNull(),
    jobId: text("job_id")
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.person, t.jobId] }), index("dismissed_ends_job").on(t.jobId)],
);

/** Worker processes that showed a heartbeat. */
export const workers = sqliteTable("workers", {
  id: text().primaryKey(),
  startedAt: integer("started_at").notNull(),
  seenAt: integer("seen_at").notNull(),
  /** how its process is, written with the heartbeat; parsed when read */
  vitals: text({ mode: "json" }).$type<unknown>(),
});

/**
 * This machine's clock beside the time since its boot, one row: when the clock is set to another time the two differ, and
 * everything that waits until a time is moved along.
 */
export const clockReadings = sqliteTable("clock_readings", {
  /** always 1 */
  id: integer().primaryKey(),
  /** names a run of the machine; another one has another time since its boot */
  bootId: text("boot_id").notNull(),
  /** the clock minus the time since the boot, ms */
  offsetMs: integer("offset_ms").notNull(),
  /** by the clock: when a worker last looked */
  seenAt: integer("seen_at").notNull(),
  /** the time by which rows grow old: what workers watched pass, whatever the clock was set to */
  watchedUntil: integer("watched_until"),
  /** the last step: when it was found, and by how much the clock was set forward (or, negative, back) */
  steppedAt: integer("stepped_at"),
  stepMs: integer("step_ms"),
});
