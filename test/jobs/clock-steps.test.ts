import { describe, expect, it } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { openBreakers } from "../../app/jobs/breaker.ts";
import { claimItems } from "../../app/jobs/claim-items.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { readClockStep } from "../../app/jobs/find-clock-steps.ts";
import { health } from "../../app/jobs/health.ts";
import { listJobItems, readJob } from "../../app/jobs/read-jobs.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import type { ItemContext, ItemOutcome } from "../../app/jobs/task.ts";
import type { JobId } from "../../app/lib/brand.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aClaim, aTask, aWorker, gate, job, names, shopA, type TestClock, testClock, until } from "./support.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const steps = [hourMs, -hourMs, 48 * hourMs, -48 * hourMs, 3 * 365 * 24 * hourMs];
const done: ItemOutcome = { outcome: "done" };

function outage(): OperationalError {
  return new OperationalError("no answer", {
    code: "shopify_unavailable",
    retryable: true,
    outageOf: "shopify",
    merchantMessage: "No answer.",
  });
}

function world(run: (context: ItemContext) => Promise<ItemOutcome>) {
  const db = openTestDatabase();
  const clock = testClock();
  const newWorker = () => aWorker({ db, clock, leaseMs: 60_000, tasks: [aTask(run, { needs: ["shopify"] })] });
  let worker = newWorker();
  return {
    db,
    clock,
    newWorker,
    /** as after a crash and a start */
    restart() {
      worker = newWorker();
    },
    tick: () => worker.tick(),
    async live(ms: number, stepMs = 5_000) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        await worker.tick();
        clock.advance(stepMs);
      }
    },
    statusOf: async (jobId: JobId) => (await readJob({ db }, { shop: shopA, jobId }))?.status,
    itemsOf: async (jobId: JobId) => (await listJobItems({ db }, { shop: shopA, jobId, limit: 250 })).rows,
  };
}

/** What a worker that has nothing to do leaves behind. */
async function newReading(db: SqliteDb, clock: TestClock): Promise<void> {
  await aWorker({ db, clock, tasks: [] }).tick();
}

describe.each(steps)("a clock that is set by %i ms", (stepMs) => {
  it("a clock that is set to another time while a provider is away neither delays the work nor gives it up", async () => {
    let away = true;
    const { db, clock, live, statusOf } = world(async () => {
      if (away) throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(40) }));
    await live(10 * minuteMs);
    clock.step(stepMs);
    await live(2 * minuteMs);
    expect(await statusOf(jobId)).toBe("processing");
    away = false;
    await live(6 * minuteMs);
    expect(await statusOf(jobId)).toBe("completed");
    expect(await db.do(openBreakers(shopA))).toEqual([]);
  });

  it("a clock that is set to another time leaves the patience with a provider as long as it was", async () => {
    const { db, clock, live, statusOf } = world(async () => {
      throw outage();
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(5) }));
    await live(hourMs, minuteMs);
    clock.step(stepMs);
    await live(22 * hourMs, 5 * minuteMs);
    expect(await statusOf(jobId)).toBe("processing");
    await live(2 * hourMs, minuteMs);
    expect(await statusOf(jobId)).toBe("failed");
  });

  it("a clock that is set to another time delays no item that is due, waits for its next try, or was asked for at that moment", async () => {
    const { db, clock, live, statusOf } = world(async ({ attempt }) =>
      attempt < 3 ? { outcome: "retry", code: "x", message: "m" } : done,
    );
    const tried = await enqueueJob({ db, clock }, job({ items: names(3) }));
    await live(5_000);
    const due = await enqueueJob({ db, clock }, job({ items: names(3) }));
    clock.step(stepMs);
    const late = await enqueueJob({ db, clock }, job({ items: names(3) }));
    await live(minuteMs);
    expect([await statusOf(tried), await statusOf(due), await statusOf(late)]).toEqual([
      "completed",
      "completed",
      "completed",
    ]);
  });

  it("a clock that is set to another time takes no item from a worker that lives", async () => {
    const finish = gate();
    let runs = 0;
    const { db, clock, newWorker, tick, itemsOf } = world(async () => {
      runs += 1;
      await finish.opened;
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const mine = tick();
    await until(() => runs === 1, "the item is under way");
    clock.step(stepMs);
    await newWorker().tick();
    finish.open();
    await mine;
    expect(await itemsOf(jobId)).toMatchObject([{ status: "done", attempts: 1 }]);
    expect(runs).toBe(1);
  });

  it("a clock that is set to another time leaves no lease in the far future behind a worker that died", async () => {
    const never = gate();
    let runs = 0;
    const { db, clock, live, restart, tick, statusOf } = world(async () => {
      runs += 1;
      if (runs === 1) await never.opened;
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const lost = tick();
    await until(() => runs === 1, "the item is under way");
    clock.step(stepMs);
    restart();
    // In memory there is no lock to tell that the first one is dead: the lease tells.
    await live(2 * minuteMs);
    expect(await statusOf(jobId)).toBe("completed");
    never.open();
    await lost;
  });

  it("a clock that is set to another time lets no more calls through to a provider that is away than before", async () => {
    let calls = 0;
    const { db, clock, live } = world(async () => {
      calls += 1;
      throw outage();
    });
    await enqueueJob({ db, clock }, job({ items: names(200) }));
    await live(10 * minuteMs);
    calls = 0;
    clock.step(stepMs);
    await live(4 * minuteMs);
    expect(calls).toBeLessThanOrEqual(3);
  });

  it("a clock that is set to another time ends no lease later that was taken just after it", async () => {
    const { db, clock, live, statusOf } = world(async () => done);
    await newReading(db, clock);
    clock.step(stepMs);
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    expect(await claimItems({ db, clock }, aClaim({ leaseMs: 60_000 }))).toHaveLength(1);
    await live(2 * minuteMs);
    expect(await statusOf(jobId)).toBe("completed");
  });

  it("a clock that is set to another time leaves a job alone that is being stored", async () => {
    const { db, clock, live, statusOf } = world(async () => done);
    await live(5_000);
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const setOpened = (openedAt: number | null) =>
      db.raw.prepare("UPDATE jobs SET opened_at = ?, next_run_at = ? WHERE shop = ?").run(openedAt, openedAt, shopA);
    setOpened(null);
    clock.step(stepMs);
    await live(minuteMs);
    setOpened(clock.now());
    await live(5_000);
    expect(await statusOf(jobId)).toBe("completed");
  });

  it("a clock that is set to another time is kept for the operator, and does not blind the health check", async () => {
    const { db, clock, live } = world(async () => done);
    await enqueueJob({ db, clock }, job({ items: names(3) }));
    await live(minuteMs);
    expect(await db.do(readClockStep())).toBeNull();
    clock.step(stepMs);
    await live(5_000);
    const now = clock.now();
    const step = await db.do(readClockStep());
    expect(step?.byMs).toBe(stepMs);
    expect(now - (step?.at ?? 0)).toBeLessThanOrEqual(5_000);
    // From here on no worker runs.
    await enqueueJob({ db, clock }, job({ items: names(3) }));
    clock.advance(3 * minuteMs);
    expect(await health({ db, clock })).toEqual({ oldestRunnableMs: 3 * minuteMs, workersAlive: 0 });
    clock.step(stepMs);
    expect((await health({ db, clock })).workersAlive).toBe(0);
  });

  it("a clock that is set to another time does not keep a worker from renewing what it holds", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const started = gate();
    const finish = gate();
    const task = aTask(async () => {
      started.open();
      await finish.opened;
      return done;
    });
    const worker = aWorker({ db, clock, leaseMs: 40, tasks: [task] });
    await enqueueJob({ db, clock }, job({ items: ["a"] }));
    const working = worker.tick();
    await started.opened;
    clock.step(stepMs);
    clock.advance(30);
    const leaseUntil = db.raw.prepare<[string], number>("SELECT lease_until FROM job_items WHERE shop = ?").pluck();
    await until(() => leaseUntil.get(shopA) === clock.now() + 40, "the lease is renewed");
    finish.open();
    await working;
  });

  it("a clock that is set to another time lets a person retry what failed before", async () => {
    let broken = true;
    const { db, clock, live, statusOf } = world(async () =>
      broken ? { outcome: "failed", code: "x", message: "m" } : done,
    );
    const jobId = await enqueueJob({ db, clock }, job({ items: names(3) }));
    await live(5_000);
    clock.step(stepMs);
    broken = false;
    expect(await retryFailedItems({ db, clock }, { shop: shopA, jobId })).toBe(3);
    await live(5_000);
    expect(await statusOf(jobId)).toBe("completed");
  });

  it("a clock that is set to another time between a stop and a start is found by the next worker", async () => {
    let away = true;
    const { db, clock, live, restart, statusOf } = world(async () => {
      if (away) throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(5) }));
    await live(5 * minuteMs);
    clock.step(stepMs);
    restart();
    await live(minuteMs);
    expect((await db.do(readClockStep()))?.byMs).toBe(stepMs);
    expect(await statusOf(jobId)).toBe("processing");
    away = false;
    await live(6 * minuteMs);
    expect(await statusOf(jobId)).toBe("completed");
  });
});

describe("time that no worker saw", () => {
  it("time that no worker saw is no time of an outage: after two days of standstill the work has its patience left", async () => {
    let away = true;
    const { db, clock, live, restart, statusOf } = world(async () => {
      if (away) throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(5) }));
    await live(5 * minuteMs);
    clock.advance(48 * hourMs);
    restart();
    await live(10 * minuteMs);
    expect(await db.do(readClockStep())).toBeNull();
    expect(await statusOf(jobId)).toBe("processing");
    away = false;
    await live(6 * minuteMs);
    expect(await statusOf(jobId)).toBe("completed");
  });
});

describe("a small correction of the clock", () => {
  it("a small correction of the clock moves nothing and is no step, however often it comes", async () => {
    const { db, clock, live } = world(async () => done);
    for (let n = 0; n < 100; n++) {
      await live(10_000);
      clock.step(200);
    }
    expect(await db.do(readClockStep())).toBeNull();
  });
});
