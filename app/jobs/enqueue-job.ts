import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import type { Act, Acted } from "../db/record-act.ts";
import type { ActDetails } from "../db/schema/index.ts";
import { manyOf, run, type Steps } from "../db/steps.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import type { JobDefinition } from "./task.ts";

export interface NewJob<Payload = unknown, Item = unknown> {
  /** what kind of job; it gives payload and items their types */
  job: JobDefinition<Payload, Item>;
  shop: ShopDomain;
  /** what a person reads */
  title: string;
  payload: NoInfer<Payload>;
  items: readonly NewItem<NoInfer<Item>>[];
  /** 0 what somebody waits for, 1 what keeps the mirror true (a flood after a price change), 2 bulk */
  priority: 0 | 1 | 2;
  createdBy?: string | undefined;
  externalTrackingId?: string | undefined;
  /** a further step of the transaction that stores the job; when it throws, nothing is stored */
  stored?: ((jobId: JobId) => Steps<void>) | undefined;
}

export interface NewItem<Item = unknown> {
  /** what the item is about, e.g. a product id */
  subject: string;
  payload: Item;
}

/** Items stored in one transaction: about 5 ms. */
const chunkItems = 500;

/**
 * Stores a job and its items. Nothing of it can be claimed before all of it is stored: a large job is stored in chunks, so
 * that no transaction holds the lock for long, and opened by the last one. What a crash leaves half stored is removed
 * by the worker. The transaction that opens it is the one that is noted.
 */
export async function enqueueJob<Payload, Item>(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  input: NewJob<Payload, Item>,
): Promise<JobId> {
  const id = newJobId(clock);
  const createdAt = clock.now();
  const { shop, items } = input;
  for (let from = 0; from === 0 || from < items.length; from += chunkItems) {
    if (from > 0) await nextTurn();
    await db.transact({ shop }, () => storeChunk(id, input, { from, createdAt, now: clock.now(), note }));
  }
  return id;
}

function* storeChunk(
  id: JobId,
  input: NewJob,
  { from, createdAt, now, note }: { from: number; createdAt: number; now: number } & Acted,
): Steps<void> {
  if (from === 0) yield* insertJob(id, input, createdAt);
  yield* insertItems(id, input, { from, runAt: createdAt });
  if (from + chunkItems < input.items.length) return;
  yield* open(id, input, now);
  if (note) yield* note(startOf(id, input));
}

/** The same as one step of somebody's transaction, for small jobs. @throws RangeError above 500 items */
export function* enqueueJobIn<Payload, Item>(clock: Clock, input: NewJob<Payload, Item>): Steps<JobId> {
  if (input.items.length > chunkItems) throw new RangeError(`at most ${chunkItems} items in one transaction`);
  const id = newJobId(clock);
  const now = clock.now();
  yield* insertJob(id, input, now);
  yield* insertItems(id, input, { from: 0, runAt: now });
  yield* open(id, input, now);
  return id;
}

/** What is noted of a job that starts. */
export function startOf(jobId: JobId, { items }: { items: readonly Pick<NewItem, "subject">[] }): Act {
  const [first, ...more] = items;
  // What a job of one item was about is known longer than the job is kept.
  const details: ActDetails = { items: items.length };
  if (first && more.length === 0) details.only = first.subject;
  return { subject: { kind: "job", id: jobId }, details, told: { jobId } };
}

function newJobId(clock: Clock): JobId {
  return jobIdSchema.parse(newId("job", clock.now()));
}

function common({ shop, job, priority }: NewJob) {
  return { shop, kind: job.kind, priority };
}

function* insertJob(id: JobId, input: NewJob, createdAt: number): Steps<void> {
  yield* run(insertJobSql, {
    id,
    ...common(input),
    title: input.title,
    payload: JSON.stringify(input.payload ?? {}),
    total: input.items.length,
    createdBy: input.createdBy ?? null,
    externalTrackingId: input.externalTrackingId ?? null,
    createdAt,
  });
  if (input.stored) yield* input.stored(id);
}

const insertJobSql = `INSERT INTO jobs (id, shop, kind, title, payload, priority, total, created_by, external_tracking_id,
    created_at)
  VALUES (@id, @shop, @kind, @title, @payload, @priority, @total, @createdBy, @externalTrackingId, @createdAt)`;

function* insertItems(jobId: JobId, input: NewJob, at: { from: number; runAt: number }): Steps<void> {
  const { shop, kind, priority } = common(input);
  yield* manyOf(insertItemSql, input.items.slice(at.from, at.from + chunkItems), ({ subject, payload }, n) => [
    jobId,
    at.from + n,
    shop,
    kind,
    priority,
    subject,
    payload === undefined || payload === null ? null : JSON.stringify(payload),
    at.runAt,
  ]);
}

const insertItemSql = `INSERT INTO job_items (job_id, seq, shop, kind, priority, subject, payload, run_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

function* open(id: JobId, { shop, items }: NewJob, now: number): Steps<void> {
  const empty = items.length === 0;
  const opened = yield* run(
    `UPDATE jobs SET opened_at = @now, next_run_at = @nextRunAt, status = @status, finished_at = @finishedAt
     WHERE id = @id AND shop = @shop`,
    {
      id,
      shop,
      now,
      nextRunAt: empty ? null : now,
      status: empty ? "completed" : "queued",
      finishedAt: empty ? now : null,
    },
  );
  if (opened === 0) throw new Error("the job was removed while it was being stored");
}
