import { describe, expect, it } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { type ClaimedItem, claimItems } from "../../app/jobs/claim-items.ts";
import { completeItems, type Ending } from "../../app/jobs/complete-items.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { listPauses, resumeShop } from "../../app/jobs/pause.ts";
import { listJobItems, readJob } from "../../app/jobs/read-jobs.ts";
import { recoverItems } from "../../app/jobs/recover-items.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import { tidyJobs } from "../../app/jobs/tidy-jobs.ts";
import type { JobId } from "../../app/lib/brand.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import { aClaim, job, names, shopA, shopB, type TestClock, testClock } from "./support.ts";

const done: Ending = { status: "done" };
const failed: Ending = { status: "failed", code: "x", message: "no" };
const conflict: Ending = { status: "conflict", message: "changed" };
const paused: Ending = { status: "paused", reason: "billing", message: "Pay the provider." };

function counted(db: SqliteDb, jobId: JobId): Record<string, number> {
  const rows = db.raw
    .prepare("SELECT status, count(*) AS n FROM job_items WHERE shop = ? AND job_id = ? GROUP BY status")
    .all(shopA, jobId) as { status: string; n: number }[];
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

/** The job's counters are what its items say. */
async function expectExact(db: SqliteDb, jobId: JobId): Promise<void> {
  const row = await readJob({ db }, { shop: shopA, jobId });
  const real = counted(db, jobId);
  expect([row?.done, row?.failed, row?.conflict, row?.cancelled]).toEqual(
    ["done", "failed", "conflict", "cancelled"].map((status) => real[status] ?? 0),
  );
}

function take(deps: { db: SqliteDb; clock: TestClock }, limit = 100): Promise<ClaimedItem[]> {
  return claimItems(deps, aClaim({ limit }));
}

describe("the lease token", () => {
  it("the lease token refuses the ending of a worker whose item went to another", async () => {
    const { open } = testDatabaseFile();
    const [one, two] = [open(), open()];
    const clock = testClock();
    const jobId = await enqueueJob({ db: one, clock }, job({ items: ["a"] }));
    const [mine] = await take({ db: one, clock });
    clock.advance(30_001);
    await recoverItems({ db: two, clock }, () => 5);
    const [theirs] = await take({ db: two, clock });
    if (!mine || !theirs) throw new Error("nothing was claimed");

    expect(await completeItems({ db: one, clock }, [{ lease: mine, ending: failed }])).toEqual([false]);
    expect(await readJob({ db: one }, { shop: shopA, jobId })).toMatchObject({ failed: 0, status: "processing" });
    expect(await completeItems({ db: two, clock }, [{ lease: theirs, ending: done }])).toEqual([true]);
    expect(await completeItems({ db: two, clock }, [{ lease: theirs, ending: done }])).toEqual([false]);
    expect(await readJob({ db: one }, { shop: shopA, jobId })).toMatchObject({ done: 1, status: "completed" });
  });
});

describe("a job's status", () => {
  it.each([
    { endings: [done, done], status: "completed" },
    { endings: [done, failed], status: "partially_completed" },
    { endings: [done, conflict], status: "partially_completed" },
    { endings: [failed, failed], status: "failed" },
    { endings: [failed, conflict], status: "failed" },
  ])("a job's status is $status after its last item", async ({ endings, status }) => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a", "b"] }));
    const items = await take({ db, clock });
    for (const [at, lease] of items.entries()) {
      expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "processing", finishedAt: null });
      await completeItems({ db, clock }, [{ lease, ending: endings[at] ?? done }]);
    }
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status, finishedAt: clock.now() });
    await expectExact(db, jobId);
  });

  it("the status of a job of a single item shows that it was done in part, with the item's message, until it is done whole", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const part: Ending = { status: "done", partial: true, message: "2 of 3 were read." };
    for (const [ending, status, message] of [
      [part, "partially_completed", "2 of 3 were read."],
      [{ ...part, partial: false }, "completed", null],
    ] as const) {
      const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
      for (const lease of await take({ db, clock })) await completeItems({ db, clock }, [{ lease, ending }]);
      expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status, message, done: 1 });
      await expectExact(db, jobId);
    }
  });
});

it("counters are exact while two connections settle, cancel and retry", async () => {
  const { open } = testDatabaseFile();
  const [one, two] = [open(), open()];
  const clock = testClock();
  const jobId = await enqueueJob({ db: one, clock }, job({ items: names(90) }));
  const endings = [done, failed, conflict];
  for (const db of [one, two, one]) {
    const items = await take({ db, clock }, 20);
    await completeItems(
      { db, clock },
      items.map((lease, at) => ({ lease, ending: endings[at % 3] ?? done })),
    );
    await expectExact(two, jobId);
  }
  expect(await retryFailedItems({ db: two, clock }, { shop: shopA, jobId })).toBe(21);
  await expectExact(one, jobId);
  const last = await take({ db: one, clock }, 10);
  await cancelJob({ db: two, clock }, { shop: shopA, jobId });
  await expectExact(one, jobId);
  await completeItems(
    { db: one, clock },
    last.map((lease) => ({ lease, ending: done })),
  );
  await expectExact(one, jobId);
  const row = await readJob({ db: one }, { shop: shopA, jobId });
  expect(row).toMatchObject({ status: "partially_completed", done: 31, conflict: 18, cancelled: 41 });
});

describe("cancel", () => {
  it("cancelling takes waiting items at once and lets nothing more be claimed", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: names(1_100) }));
    const [running] = await take({ db, clock }, 1);
    if (!running) throw new Error("nothing was claimed");
    expect(await cancelJob({ db, clock }, { shop: shopB, jobId })).toBe(false);
    expect(await cancelJob({ db, clock }, { shop: shopA, jobId })).toBe(true);
    expect(counted(db, jobId)).toEqual({ cancelled: 1_099, processing: 1 });
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "processing", cancelled: 1_099 });

    await completeItems({ db, clock }, [
      { lease: running, ending: { status: "queued", runAt: clock.now(), refund: false, code: "x", message: "y" } },
    ]);
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "cancelled", cancelled: 1_100 });
    expect(await take({ db, clock })).toEqual([]);
    expect(await cancelJob({ db, clock }, { shop: shopA, jobId })).toBe(false);
  });

  it("cancelling a large job lets nothing be claimed while its items are still being cancelled", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: names(1_100) }));
    const cancelling = cancelJob({ db, clock }, { shop: shopA, jobId });
    expect(counted(db, jobId)).toEqual({ cancelled: 500, queued: 600 });
    expect(await take({ db, clock })).toEqual([]);
    await cancelling;
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "cancelled", cancelled: 1_100 });
  });

  it("cancelling keeps what was done and does not pause what was cancelled", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a", "b"] }));
    const [a, b] = await take({ db, clock });
    if (!a || !b) throw new Error("nothing was claimed");
    await cancelJob({ db, clock }, { shop: shopA, jobId });
    await completeItems({ db, clock }, [
      { lease: a, ending: done },
      { lease: b, ending: paused },
    ]);
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({
      done: 1,
      cancelled: 1,
      status: "partially_completed",
    });
    expect(await listPauses({ db }, shopA)).toEqual([]);
  });

  it("a cancel that a crash interrupted is carried through", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: names(3) }));
    db.raw.prepare("UPDATE jobs SET cancel_requested_at = 1, next_run_at = NULL WHERE shop = ?").run(shopA);
    await tidyJobs({ db, clock });
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "cancelled", cancelled: 3 });
  });

  it("cancelling an item whose worker died is final once its lease is over", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    await take({ db, clock });
    await cancelJob({ db, clock }, { shop: shopA, jobId });
    clock.advance(30_001);
    await recoverItems({ db, clock }, () => 5);
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "cancelled" });
  });
});

describe("recovery", () => {
  it("recovery fails an item at the third death of its worker", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    for (let death = 1; death <= 3; death++) {
      expect(await take({ db, clock })).toHaveLength(1);
      clock.advance(29_999);
      expect(await recoverItems({ db, clock, random: () => 0 }, () => 9)).toEqual({ requeued: 0, failed: 0 });
      clock.advance(1);
      await recoverItems({ db, clock, random: () => 0 }, () => 9);
    }
    expect(await take({ db, clock })).toEqual([]);
    const { rows } = await listJobItems({ db }, { shop: shopA, jobId, status: "failed" });
    expect(rows).toMatchObject([{ code: "poison", attempts: 3 }]);
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "failed", failed: 1 });
  });

  it("recovery gives no further attempt when the last one died", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    await take({ db, clock });
    clock.advance(30_000);
    expect(await recoverItems({ db, clock }, () => 1)).toEqual({ requeued: 0, failed: 1 });
    const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
    expect(rows).toMatchObject([{ status: "failed", code: "worker_died" }]);
  });
});

describe("a paused item", () => {
  it("a paused item holds back its whole job until the reason is lifted, and costs no attempt", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: names(5) }));
    const [first] = await take({ db, clock }, 1);
    if (!first) throw new Error("nothing was claimed");
    await completeItems({ db, clock }, [{ lease: first, ending: paused }]);

    expect(await take({ db, clock })).toEqual([]);
    expect(await listPauses({ db }, shopA)).toEqual([
      { reason: "billing", message: "Pay the provider.", since: clock.now() },
    ]);
    expect(await listPauses({ db }, shopB)).toEqual([]);
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({
      pauseReason: "billing",
      status: "processing",
    });
    expect(await resumeShop({ db, clock }, { shop: shopA, reason: "reauth" })).toBe(0);
    expect(await resumeShop({ db, clock }, { shop: shopA, reason: "billing" })).toBe(1);
    expect(await listPauses({ db }, shopA)).toEqual([]);
    const items = await take({ db, clock });
    expect(items.map((item) => item.attempts)).toEqual([1, 1, 1, 1, 1]);
  });

  it("a paused item is set free when its reason was lifted by removing the row", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const [lease] = await take({ db, clock });
    if (!lease) throw new Error("nothing was claimed");
    await completeItems({ db, clock }, [{ lease, ending: paused }]);
    await tidyJobs({ db, clock });
    expect(await take({ db, clock })).toEqual([]);
    db.raw.prepare("DELETE FROM pauses WHERE shop = ?").run(shopA);
    await tidyJobs({ db, clock });
    expect(await take({ db, clock })).toHaveLength(1);
  });

  it("a paused item does not let an item of its job that is retried open the gate", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await enqueueJob({ db, clock }, job({ items: ["a", "b"] }));
    const [a, b] = await take({ db, clock });
    if (!a || !b) throw new Error("nothing was claimed");
    await completeItems({ db, clock }, [{ lease: a, ending: paused }]);
    await completeItems({ db, clock }, [
      { lease: b, ending: { status: "queued", runAt: clock.now(), refund: false, code: "x", message: "y" } },
    ]);
    expect(await take({ db, clock })).toEqual([]);
  });
});

describe("retry of failed items", () => {
  it("retrying failed items starts them anew and keeps what they saved", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: names(700) }));
    const items = await take({ db, clock }, 700);
    await completeItems(
      { db, clock },
      items.map((lease, at) => ({ lease, ending: at < 2 ? done : failed })),
    );
    db.raw.prepare("UPDATE job_items SET checkpoint = '7' WHERE shop = ? AND seq = 5").run(shopA);
    expect(await retryFailedItems({ db, clock }, { shop: shopB, jobId })).toBe(0);
    expect(await retryFailedItems({ db, clock }, { shop: shopA, jobId })).toBe(698);
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({
      status: "processing",
      failed: 0,
      finishedAt: null,
    });
    const again = await take({ db, clock }, 700);
    expect(again).toHaveLength(698);
    expect(again.find((item) => item.seq === 5)).toMatchObject({ attempts: 1, checkpoint: "7" });
    await completeItems(
      { db, clock },
      again.map((lease) => ({ lease, ending: done })),
    );
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "completed", done: 700 });
  });

  it("retrying failed items does nothing while the job is being cancelled", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a", "b"] }));
    const [a] = await take({ db, clock });
    if (!a) throw new Error("nothing was claimed");
    await completeItems({ db, clock }, [{ lease: a, ending: failed }]);
    await cancelJob({ db, clock }, { shop: shopA, jobId });
    expect(await retryFailedItems({ db, clock }, { shop: shopA, jobId })).toBe(0);
  });
});
