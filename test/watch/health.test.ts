import { describe, expect, it } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { keepHeartbeat } from "../../app/jobs/keep-heartbeat.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { answerHealth } from "../../app/watch/answer-health.ts";
import type { CheckName } from "../../app/watch/check.ts";
import { type Health, isWell } from "../../app/watch/check-health.ts";
import { aTask, aWorker, job, names, shopA, type TestClock, testClock } from "../jobs/support.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import { aWatch, vitalsAt } from "./support.ts";

/** A database with a living worker. */
async function aWorld(db: SqliteDb = openTestDatabase()) {
  const clock = testClock();
  const live = () => keepHeartbeat({ db, clock }, { id: "w", startedAt: 1 });
  await live();
  return { db, clock, live };
}

function checkOf(health: Health, name: CheckName) {
  return health.checks.find((check) => check.name === name);
}

/** Which of the three answers are 200. */
function answers(health: Health) {
  return { live: isWell(health, "live"), ready: isWell(health, "ready"), work: isWell(health, "work") };
}

/** Work that ends with `run`, `count` times. */
async function doWork(world: { db: SqliteDb; clock: TestClock }, count: number, run: () => Promise<never>) {
  await enqueueJob(world, job({ items: names(count) }));
  await aWorker({ ...world, slots: 100, tasks: [aTask(run, { needs: ["shopify"] })] }).tick();
}

it("is well with a worker, nothing due and a file that can be written", async () => {
  const { watch } = aWatch(await aWorld(testDatabaseFile().open()));
  expect((await watch.health()).status).toBe("ok");
  expect(answers(await watch.health())).toEqual({ live: true, ready: true, work: true });
});

describe("a restart may help", () => {
  it("a restart may help when due work is passed over for more than two minutes", async () => {
    const world = await aWorld();
    await enqueueJob(world, job({ items: names(3) }));
    world.clock.advance(121_000);
    await world.live();
    const health = await aWatch(world).watch.health();
    expect(checkOf(health, "queue")).toMatchObject({ status: "fail", detail: expect.stringContaining("121 s") });
    expect(answers(health)).toEqual({ live: false, ready: true, work: false });
  });

  it("a restart may help when no worker gives a heartbeat, unless the process has just started", async () => {
    const { db, clock } = await aWorld();
    clock.advance(36_000);
    const { watch } = aWatch({ db, clock });
    expect(checkOf(await watch.health(), "workers")?.status).toBe("fail");
    expect(answers(await watch.health())).toEqual({ live: false, ready: true, work: false });
    const young = aWatch({ db, clock, vitals: () => vitalsAt(clock.now() - 20_000) }).watch;
    expect(checkOf(await young.health(), "workers")?.status).toBe("ok");
  });

  it("a restart may help when the event loop of this process is held all the time, not after one hold", async () => {
    const world = await aWorld();
    const held = await aWatch({ ...world, vitals: () => vitalsAt(1, { p99Ms: 2_000, maxMs: 3_000 }) }).watch.health();
    expect(checkOf(held, "event_loop")?.status).toBe("fail");
    expect(isWell(held, "live")).toBe(false);
    const once = await aWatch({ ...world, vitals: () => vitalsAt(1, { p99Ms: 3, maxMs: 3_000 }) }).watch.health();
    expect(checkOf(once, "event_loop")?.status).toBe("warn");
    expect(answers(once)).toEqual({ live: true, ready: true, work: true });
  });
});

describe("a restart would not help", () => {
  it("a restart would not help when another program keeps the file locked: workers are silent and work waits for that", async () => {
    const { open } = testDatabaseFile();
    const [db, other] = [open(), open()];
    const world = await aWorld(db);
    await enqueueJob(world, job({ items: names(1) }));
    const { watch } = aWatch(world);
    expect((await watch.health()).status).toBe("ok");
    other.raw.exec("BEGIN IMMEDIATE");
    expect(checkOf(await watch.health(), "storage")?.status).toBe("ok");
    world.clock.advance(130_000);
    const health = await watch.health();
    other.raw.exec("ROLLBACK");
    expect(checkOf(health, "storage")).toMatchObject({ status: "fail", detail: expect.stringContaining("130 s") });
    expect(checkOf(health, "queue")?.status).toBe("warn");
    expect(checkOf(health, "workers")?.status).toBe("warn");
    expect(answers(health)).toEqual({ live: true, ready: false, work: false });
    await world.live();
    expect(checkOf(await watch.health(), "storage")?.status).toBe("ok");
  });

  it("a restart would not help when the file is read-only", async () => {
    const { db, clock } = await aWorld();
    db.raw.pragma("query_only = 1");
    const refused = await aWatch({ db, clock }).watch.health();
    db.raw.pragma("query_only = 0");
    expect(checkOf(refused, "storage")?.status).toBe("fail");
    expect(answers(refused)).toEqual({ live: true, ready: false, work: false });
  });

  it("a restart would not help when the disk is nearly full, which is a warning", async () => {
    const world = await aWorld(testDatabaseFile().open());
    const health = await aWatch({ ...world, minFreeBytes: Number.MAX_SAFE_INTEGER }).watch.health();
    expect(checkOf(health, "storage")).toMatchObject({
      status: "warn",
      detail: expect.stringContaining("MB are left"),
    });
    expect(answers(health)).toEqual({ live: true, ready: true, work: true });
  });

  it("a restart would not help when a newer version has changed the database", async () => {
    const world = await aWorld();
    world.db.raw.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)");
    const health = await aWatch(world).watch.health();
    expect(checkOf(health, "migrations")).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("newer version"),
    });
    expect(answers(health)).toEqual({ live: true, ready: false, work: false });
  });

  it("that Shopify does not answer is shown and fails no check: a restart would not help", async () => {
    const world = await aWorld();
    const { watch } = aWatch(world);
    await watch.health();
    await doWork(world, 50, async () => {
      throw new OperationalError("no connection", {
        code: "shopify_unavailable",
        retryable: true,
        merchantMessage: "…",
        outageOf: "shopify",
      });
    });
    world.clock.advance(10_000);
    const health = await watch.health();
    expect(checkOf(health, "providers")).toMatchObject({
      status: "warn",
      detail: expect.stringContaining("shopify does not answer 1 shop(s)"),
    });
    expect(checkOf(health, "outcomes")?.status).toBe("ok");
    expect(answers(health)).toEqual({ live: true, ready: true, work: true });
  });

  it("a restart would not help when the clock is wrong and keeps everybody out", async () => {
    const health = await aWatch({ ...(await aWorld()), skewSeconds: () => -3_600 }).watch.health();
    expect(checkOf(health, "clock")).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("3600 s behind"),
    });
    expect(answers(health)).toEqual({ live: true, ready: false, work: false });
  });

  it("the health check shows how much longer old rows are kept after the clock leapt, and how to end that", async () => {
    const world = await aWorld();
    const { watch } = aWatch(world);
    const insert =
      "INSERT INTO clock_readings (id, boot_id, offset_ms, seen_at, watched_until) VALUES (1, 'b', 0, 0, ?)";
    world.db.raw.prepare(insert).run(world.clock.now() - 3.5 * 86_400_000);
    const { status, detail } = checkOf(await watch.health(), "clock") ?? {};
    expect(status).toBe("ok");
    expect(detail).toContain("kept 3 day(s) longer");
    expect(detail).toContain("npm run db -- trust-clock");
  });

  it("a clock that was set is shown for an hour", async () => {
    const world = await aWorld();
    const insert =
      "INSERT INTO clock_readings (id, boot_id, offset_ms, seen_at, stepped_at, step_ms) VALUES (1, 'b', 0, 0, ?, ?)";
    world.db.raw.prepare(insert).run(world.clock.now(), -7_200_000);
    const { watch } = aWatch(world);
    expect(checkOf(await watch.health(), "clock")).toMatchObject({
      status: "warn",
      detail: expect.stringContaining("back by 7200 s"),
    });
    world.clock.advance(3_600_001);
    expect(checkOf(await watch.health(), "clock")?.status).toBe("ok");
  });
});

describe("work fails", () => {
  const bug = async (): Promise<never> => {
    throw new TypeError("a bug");
  };

  it("the check of work fails when most tries end by a fault of the app, and passes again ten minutes later", async () => {
    const world = await aWorld();
    const { watch } = aWatch(world);
    await watch.health();
    await doWork(world, 20, bug);
    world.clock.advance(20_000);
    const health = await watch.health();
    expect(checkOf(health, "outcomes")).toMatchObject({ status: "fail", detail: expect.stringContaining("20 tries") });
    expect(answers(health)).toEqual({ live: true, ready: true, work: false });
    world.clock.advance(11 * 60_000);
    await watch.health();
    expect(checkOf(await watch.health(), "outcomes")?.status).toBe("ok");
  });

  it("the check of work does not fail for a few faults among much that goes well, nor again after a restart of this process", async () => {
    const world = await aWorld();
    const { watch } = aWatch(world);
    await watch.health();
    await doWork(world, 19, bug);
    expect(checkOf(await watch.health(), "outcomes")?.status).toBe("warn");
    await doWork(world, 19, bug);
    expect(checkOf(await watch.health(), "outcomes")?.status).toBe("fail");
    expect(checkOf(await aWatch(world).watch.health(), "outcomes")?.status).toBe("ok");
  });

  it("the check of work does not fail for what the merchant's data is refused for, but shows how much that is", async () => {
    const world = await aWorld();
    const { watch } = aWatch(world);
    await watch.health();
    await enqueueJob(world, job({ items: names(30) }));
    const refused = aTask(async () => ({ outcome: "failed", code: "no_title", message: "It has no title." }));
    await aWorker({ ...world, slots: 100, tasks: [refused] }).tick();
    expect(checkOf(await watch.health(), "outcomes")).toMatchObject({
      status: "ok",
      detail: expect.stringContaining("30 failed for other reasons"),
    });
  });

  it("the check of work fails visibly when work that no merchant sees has given up", async () => {
    const world = await aWorld();
    await enqueueJob(world, job({ kind: "hidden", items: names(2) }));
    const gone = aTask(async () => ({ outcome: "failed", code: "gone", message: "It is gone." }), { kind: "hidden" });
    await aWorker({ ...world, tasks: [gone] }).tick();
    expect(checkOf(await aWatch(world).watch.health(), "hidden_work")).toMatchObject({
      status: "warn",
      detail: expect.stringContaining("2 of hidden"),
    });
  });
});

it("answers 503 with every check and no shop's name", async () => {
  const world = await aWorld();
  await enqueueJob(world, job({ items: names(3) }));
  world.clock.advance(200_000);
  const response = await answerHealth(aWatch(world).watch, "live");
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(text).not.toContain(shopA);
  expect((JSON.parse(text) as Health).checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["storage", "queue", "clock"]),
  );
  expect((await answerHealth(aWatch(world).watch, "ready")).status).toBe(200);
});

it("answers that the database cannot be asked, instead of failing itself", async () => {
  const world = await aWorld();
  world.db.raw.exec("DROP TABLE breakers");
  const health = await aWatch(world).watch.health();
  expect(checkOf(health, "providers")).toEqual({
    name: "providers",
    status: "warn",
    detail: "The database could not be asked.",
  });
});
