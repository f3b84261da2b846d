import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { SqliteDb } from "../../app/db/open.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { health } from "../../app/jobs/health.ts";
import { listJobItems, readJob } from "../../app/jobs/read-jobs.ts";
import { recoverItems } from "../../app/jobs/recover-items.ts";
import { type ItemOutcome, JobCancelled, LeaseLost } from "../../app/jobs/task.ts";
import type { JobId } from "../../app/lib/brand.ts";
import { systemClock } from "../../app/lib/clock.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import { aTask, aWorker, gate, job, keepingLogger, names, shopA, testClock, until, untilAborted } from "./support.ts";

async function itemOf(db: SqliteDb, jobId: JobId) {
  const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
  const [row] = rows;
  if (!row) throw new Error("the job has no items");
  return row;
}

async function statusOf(db: SqliteDb, jobId: JobId) {
  return (await readJob({ db }, { shop: shopA, jobId }))?.status;
}

/** Enqueues one item, lets a worker do it once. */
async function oneTry(run: () => Promise<ItemOutcome>, rest: { maxAttempts?: number } = {}) {
  const db = openTestDatabase();
  const clock = testClock();
  const logger = keepingLogger();
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
  const worker = aWorker({ db, clock, logger, tasks: [aTask(run, rest)] });
  await worker.tick();
  return { db, clock, logger, jobId, worker, item: await itemOf(db, jobId) };
}

it("a worker does every item and finishes the job", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const seen: string[] = [];
  const task = aTask(async (context, _payload, item) => {
    seen.push(`${context.seq}:${String(item)}`);
    return { outcome: "done", result: { n: context.seq } };
  });
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a", "b", "c"] }));
  const worker = aWorker({ db, clock, tasks: [task] });
  expect(await worker.tick()).toBe(3);
  expect(seen).toEqual(["0:a", "1:b", "2:c"]);
  expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "completed", done: 3, total: 3 });
  const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
  expect(rows.map((row) => [row.status, row.attempts, row.result])).toEqual([
    ["done", 1, { n: 0 }],
    ["done", 1, { n: 1 }],
    ["done", 1, { n: 2 }],
  ]);
  expect(await worker.tick()).toBe(0);
});

describe("an outcome", () => {
  it("`retry` is tried again after a random part of a growing wait, five times in all", async () => {
    const { db, clock, worker, jobId, item } = await oneTry(async () => ({
      outcome: "retry",
      code: "net",
      message: "m",
    }));
    expect(item).toMatchObject({ status: "queued", attempts: 1, code: "net", runAt: clock.now() + 500 });
    const waits: number[] = [];
    for (let attempt = 2; attempt <= 5; attempt++) {
      clock.advance((await itemOf(db, jobId)).runAt - clock.now());
      expect(await worker.tick()).toBe(1);
      waits.push((await itemOf(db, jobId)).runAt - clock.now());
    }
    expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
    expect(await itemOf(db, jobId)).toMatchObject({
      status: "failed",
      attempts: 5,
      code: "net",
      message: expect.stringMatching(/^m It was tried 5 times, and nothing more is tried/),
    });
    expect(await statusOf(db, jobId)).toBe("failed");
  });

  it("`retry` with a provider's wait costs no attempt", async () => {
    const run = async (): Promise<ItemOutcome> => ({ outcome: "retry", code: "busy", message: "m", waitMs: 60_000 });
    const { db, clock, worker, jobId, item } = await oneTry(run, { maxAttempts: 1 });
    expect(item).toMatchObject({ status: "queued", attempts: 0 });
    expect(item.runAt).toBeGreaterThanOrEqual(clock.now() + 60_000);
    clock.advance(59_999);
    expect(await worker.tick()).toBe(0);
    clock.advance(1_001);
    expect(await worker.tick()).toBe(1);
    expect(await itemOf(db, jobId)).toMatchObject({ status: "queued", attempts: 0 });
  });

  it("`failed` and `conflict` are final", async () => {
    expect((await oneTry(async () => ({ outcome: "failed", code: "c", message: "m" }))).item).toMatchObject({
      status: "failed",
      code: "c",
      message: "m",
    });
    expect((await oneTry(async () => ({ outcome: "conflict", message: "m", result: 1 }))).item).toMatchObject({
      status: "conflict",
      result: 1,
    });
  });
});

describe("a thrown", () => {
  const operational = (details: { retryable: boolean; retryAfterMs?: number }) =>
    new OperationalError("token abc", { code: "provider_down", merchantMessage: "Wait a little.", ...details });

  it("a thrown operational error that may be retried waits as long as it names, at no cost", async () => {
    const { item, clock } = await oneTry(async () => {
      throw operational({ retryable: true, retryAfterMs: 5_000 });
    });
    expect(item).toMatchObject({ status: "queued", attempts: 0, code: "provider_down", message: "Wait a little." });
    expect(item.runAt).toBe(clock.now() + 5_250);
  });

  it("a thrown operational error without a wait backs off and costs the attempt", async () => {
    const { item } = await oneTry(async () => {
      throw operational({ retryable: true });
    });
    expect(item).toMatchObject({ status: "queued", attempts: 1 });
  });

  it("a thrown operational error that cannot be retried fails with its merchant's message", async () => {
    const { item } = await oneTry(async () => {
      throw operational({ retryable: false });
    });
    expect(item).toMatchObject({ status: "failed", code: "provider_down", message: "Wait a little." });
  });

  it("a thrown bug is retried, then fails without showing its message to people", async () => {
    const crash = async () => {
      throw new Error("secret inside");
    };
    expect((await oneTry(crash)).item).toMatchObject({ status: "queued", code: "unexpected" });
    const { item, logger } = await oneTry(crash, { maxAttempts: 1 });
    expect(item).toMatchObject({ status: "failed", code: "unexpected" });
    expect(item.message).not.toContain("secret");
    expect(logger.lines).toMatchObject([
      { level: "error", fields: { jobKind: "test", error: { name: "Error" } } },
      { level: "info", fields: { outcome: "failed", count: 1, failed: 1, done: 0 }, message: "a job ended" },
    ]);
  });

  it("a thrown lock of the database waits and costs no attempt", async () => {
    const { item } = await oneTry(
      async () => {
        throw Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
      },
      { maxAttempts: 1 },
    );
    expect(item).toMatchObject({ status: "queued", attempts: 0, code: "database_busy" });
  });
});

it("a job's payload is read and parsed once, also when its first items begin together", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  let parsed = 0;
  const payload = z.unknown().transform((value) => {
    parsed += 1;
    return value;
  });
  const worker = aWorker({ db, clock, tasks: [aTask(async () => ({ outcome: "done" }), { payload })] });
  const jobId = await enqueueJob({ db, clock }, job({ items: names(4) }));
  await worker.tick();
  expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ done: 4 });
  expect(parsed).toBe(1);
});

it("an item stored in a form that its task does not understand fails for good", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
  const task = aTask(async () => ({ outcome: "done" }), { item: z.number() });
  await aWorker({ db, clock, tasks: [task] }).tick();
  expect(await itemOf(db, jobId)).toMatchObject({ status: "failed", code: "invalid_payload" });
});

it("an item continues from its checkpoint and shows its progress", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
  const shown: unknown[] = [];
  const task = aTask(async (context) => {
    shown.push(context.checkpoint, context.attempt);
    await context.progress({ done: 1, total: 9, label: "first" });
    shown.push((await itemOf(db, jobId)).progress);
    await context.progress({ done: 2, total: 9, label: "too soon to write" });
    shown.push((await itemOf(db, jobId)).progress);
    await context.saveCheckpoint({ line: 7 });
    return { outcome: "retry", code: "x", message: "m" };
  });
  const worker = aWorker({ db, clock, tasks: [task] });
  await worker.tick();
  const first = { done: 1, total: 9, label: "first" };
  expect(shown).toEqual([undefined, 1, first, first]);
  expect((await itemOf(db, jobId)).progress).toMatchObject({ done: 2 });
  clock.advance(1_000);
  await worker.tick();
  expect(shown.slice(4, 6)).toEqual([{ line: 7 }, 2]);
});

describe("cancel", () => {
  it("cancelling aborts running items long before their lease is over and they end cancelled", async () => {
    const db = openTestDatabase();
    const started = gate();
    const task = aTask(async (context) => {
      started.open();
      await untilAborted(context.signal);
      return { outcome: "done" };
    });
    const jobId = await enqueueJob({ db, clock: systemClock }, job({ items: ["a", "b"] }));
    const worker = aWorker({ db, clock: systemClock, slots: 1, tasks: [task] });
    worker.start();
    await started.opened;
    await cancelJob({ db, clock: systemClock }, { shop: shopA, jobId });
    await until(async () => (await statusOf(db, jobId)) === "cancelled", "the job is cancelled");
  });

  it("a cancelled item is refused by both guards at once, before any heartbeat", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const refusals: unknown[] = [];
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const task = aTask(async (context) => {
      await context.assertStillWanted();
      await db.transact("all shops", () => context.assertLease());
      await cancelJob({ db, clock }, { shop: shopA, jobId });
      await context.assertStillWanted().catch((error: unknown) => refusals.push(error));
      await db.transact("all shops", () => context.assertLease()).catch((error: unknown) => refusals.push(error));
      throw refusals[0];
    });
    await aWorker({ db, clock, tasks: [task] }).tick();
    expect(refusals).toEqual([expect.any(JobCancelled), expect.any(JobCancelled)]);
    expect(await statusOf(db, jobId)).toBe("cancelled");
  });
});

describe("a lease that went to another worker", () => {
  it("an item whose lease went to another worker is refused by every guard and its outcome is discarded", async () => {
    const { open } = testDatabaseFile();
    const [db, other] = [open(), open()];
    const clock = testClock();
    const logger = keepingLogger();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const refusals: unknown[] = [];
    const task = aTask(async (context) => {
      clock.advance(30_001);
      await recoverItems({ db: other, clock }, () => 5);
      const keep = (error: unknown) => refusals.push(error);
      await context.assertStillWanted().catch(keep);
      await db.transact("all shops", () => context.assertLease()).catch(keep);
      await context.saveCheckpoint(1).catch(keep);
      await context.progress({ done: 1, total: 1, label: "not mine" });
      return { outcome: "done" };
    });
    await aWorker({ db, clock, logger, tasks: [task] }).tick();
    expect(refusals).toEqual([expect.any(LeaseLost), expect.any(LeaseLost), expect.any(LeaseLost)]);
    expect(await itemOf(db, jobId)).toMatchObject({ status: "queued", progress: null, finishedAt: null });
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ done: 0, status: "processing" });
    expect(logger.lines.map((line) => line.message)).toContain("an item's outcome was discarded: its lease was lost");
  });

  it("a lease that went to another worker aborts the signal of the worker that lost it", async () => {
    const { open } = testDatabaseFile();
    const [db, other] = [open(), open()];
    const clock = testClock();
    const reasons: unknown[] = [];
    await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const task = aTask(async (context) => {
      clock.advance(30_001);
      await recoverItems({ db: other, clock }, () => 5);
      await untilAborted(context.signal).catch((error: unknown) => reasons.push(error));
      return { outcome: "done" };
    });
    await aWorker({ db, clock, tasks: [task] }).tick();
    expect(reasons).toEqual([expect.any(LeaseLost)]);
  });

  it("a lease is renewed while its worker lives", async () => {
    const { open } = testDatabaseFile();
    const [db, other] = [open(), open()];
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const leaseUntil = () => other.raw.prepare("SELECT lease_until FROM job_items WHERE shop = ?").pluck().get(shopA);
    const task = aTask(async () => {
      for (let beat = 0; beat < 3; beat++) {
        clock.advance(20_000);
        await until(() => leaseUntil() === clock.now() + 30_000, "the lease is renewed");
        expect((await recoverItems({ db: other, clock }, () => 5)).requeued).toBe(0);
      }
      return { outcome: "done" };
    });
    await aWorker({ db, clock, tasks: [task] }).tick();
    expect(await statusOf(db, jobId)).toBe("completed");
  });

  it("a lease that ran out unnoticed is renewed before a call that changes the shop", async () => {
    const { open } = testDatabaseFile();
    const [db, other] = [open(), open()];
    const clock = testClock();
    await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const task = aTask(async (context) => {
      clock.advance(40_000);
      await context.assertStillWanted();
      expect((await recoverItems({ db: other, clock }, () => 5)).requeued).toBe(0);
      return { outcome: "done" };
    });
    await aWorker({ db, clock, tasks: [task] }).tick();
    expect(db.raw.prepare("SELECT status FROM job_items WHERE shop = ?").pluck().get(shopA)).toBe("done");
  });
});

describe("a stop", () => {
  it("a stop claims nothing more and lets what is under way finish", async () => {
    const db = openTestDatabase();
    const first = gate();
    const finish = gate();
    const task = aTask(async () => {
      first.open();
      await finish.opened;
      return { outcome: "done" };
    });
    const jobId = await enqueueJob({ db, clock: systemClock }, job({ items: names(5) }));
    const worker = aWorker({ db, clock: systemClock, slots: 1, tasks: [task] });
    worker.start();
    await first.opened;
    const stopped = worker.stop({ drainMs: 5_000 });
    finish.open();
    await stopped;
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ done: 1, status: "processing" });
    expect(
      db.raw.prepare("SELECT count(*) FROM job_items WHERE shop = ? AND status = 'queued'").pluck().get(shopA),
    ).toBe(4);
    expect(db.raw.prepare("SELECT count(*) FROM workers").pluck().get()).toBe(0);
  });

  it("a stop aborts what takes too long and gives it back with its attempt", async () => {
    const db = openTestDatabase();
    const started = gate();
    const task = aTask(async (context, _payload, item) => {
      if (item === "b") started.open();
      if (item === "a") await untilAborted(context.signal);
      await new Promise(() => {});
      return { outcome: "done" };
    });
    const jobId = await enqueueJob({ db, clock: systemClock }, job({ items: ["a", "b"] }));
    const worker = aWorker({ db, clock: systemClock, tasks: [task] });
    worker.start();
    await started.opened;
    await worker.stop({ drainMs: 100 });
    const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
    expect(rows).toMatchObject([
      { status: "queued", attempts: 0, message: null },
      { status: "queued", attempts: 0, message: null },
    ]);
    const next = aWorker({ db, clock: systemClock, tasks: [aTask(async () => ({ outcome: "done" }))] });
    expect(await next.tick()).toBe(2);
  });
});

describe("trouble with the file", () => {
  it("another connection's lock is waited out without losing an outcome", async () => {
    const { open } = testDatabaseFile();
    const [db, other] = [open(), open()];
    db.raw.pragma("busy_timeout = 1");
    const finish = gate();
    const started = gate();
    const logger = keepingLogger();
    const task = aTask(async () => {
      started.open();
      await finish.opened;
      return { outcome: "done" };
    });
    const jobId = await enqueueJob({ db, clock: systemClock }, job({ items: ["a"] }));
    const worker = aWorker({ db, clock: systemClock, logger, tasks: [task] });
    worker.start();
    await started.opened;
    other.raw.exec("BEGIN IMMEDIATE");
    finish.open();
    await until(() => logger.lines.some((line) => line.level === "warn"), "the worker notices the lock");
    expect(await statusOf(db, jobId)).toBe("processing");
    other.raw.exec("COMMIT");
    await until(async () => (await statusOf(db, jobId)) === "completed", "the outcome is written");
    await until(() => logger.lines.length > 2, "the worker says that it goes on");
    expect(logger.lines.map((line) => line.message)).toEqual([
      "the database cannot be written; waiting",
      "a job ended",
      "the database can be written again",
    ]);
  });

  it("a full disk is waited out", async () => {
    const { open } = testDatabaseFile();
    const db = open();
    const logger = keepingLogger();
    await enqueueJob({ db, clock: systemClock }, job({ items: names(1) }));
    const pages = Number(db.raw.pragma("page_count", { simple: true }));
    db.raw.pragma(`max_page_count = ${pages}`);
    const bulky = { text: "x".repeat(200_000) };
    const worker = aWorker({
      db,
      clock: systemClock,
      logger,
      tasks: [aTask(async () => ({ outcome: "done", result: bulky }))],
    });
    worker.start();
    await until(() => logger.lines.some((line) => line.fields.error?.code === "SQLITE_FULL"), "the disk is full");
    db.raw.pragma(`max_page_count = ${pages * 10}`);
    await until(
      () => db.raw.prepare("SELECT status FROM job_items WHERE shop = ?").pluck().get(shopA) === "done",
      "the outcome is written",
    );
  });
});

describe("health", () => {
  it("health shows how long due work has not been claimed, not how long a backlog is", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    expect(await health({ db, clock })).toEqual({ oldestRunnableMs: 0, workersAlive: 0 });
    await enqueueJob({ db, clock }, job({ items: names(3) }));
    clock.advance(121_000);
    expect((await health({ db, clock })).oldestRunnableMs).toBe(121_000);
    const worker = aWorker({ db, clock, slots: 1, tasks: [aTask(async () => ({ outcome: "done" }))] });
    await worker.tick();
    expect((await health({ db, clock })).oldestRunnableMs).toBe(0);
    clock.advance(5_000);
    expect((await health({ db, clock })).oldestRunnableMs).toBe(5_000);
  });

  it("health counts the lease of a dead worker that nobody took over", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const task = aTask(async () => {
      clock.advance(30_000 + 130_000);
      expect((await health({ db, clock })).oldestRunnableMs).toBe(130_000);
      return { outcome: "done" };
    });
    await aWorker({ db, clock, tasks: [task] }).tick();
  });

  it("health counts the workers that are up", async () => {
    const db = openTestDatabase();
    const worker = aWorker({ db, clock: systemClock, tasks: [] });
    worker.start();
    await until(async () => (await health({ db, clock: systemClock })).workersAlive === 1, "the worker is seen");
    await worker.stop();
    expect((await health({ db, clock: systemClock })).workersAlive).toBe(0);
  });
});
