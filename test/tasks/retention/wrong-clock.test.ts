import { describe, expect, it } from "vitest";
import { readConfig } from "../../../app/config.ts";
import { claimRequest } from "../../../app/db/claim-request.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import { createClockStepFinder } from "../../../app/jobs/find-clock-steps.ts";
import { readWatchedTime, trustClock } from "../../../app/jobs/read-watched-time.ts";
import { allRetentions } from "../../../app/tasks/retention/all-retentions.ts";
import { createRetentionRunner } from "../../../app/tasks/retention/run-retentions.ts";
import { keepingLogger, testClock } from "../../jobs/support.ts";
import { shop, startAt } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { fillShop } from "./full-shop.ts";
import { countOf, dayMs } from "./support.ts";

const years = 3 * 365 * dayMs;
const tables = ["audit_log", "answered_requests", "webhook_events", "jobs", "job_items", "versions", "write_backs", "products", "feedback", "credit_entries", "model_answers"]; // biome-ignore format: a list
const config = readConfig({
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "a-secret-that-is-long",
  SHOPIFY_APP_URL: "https://app.example.com/",
  ENCRYPTION_KEYS: Buffer.alloc(32).toString("base64"),
});

/** Shorter than what counts as time that no worker saw. */
const lookEveryMs = 840_000;

/** A worker's machine, whose clock is read now and then while it is on. */
async function machine() {
  const db = openTestDatabase();
  await fillShop(db);
  const clock = testClock(startAt + dayMs / 2);
  const logger = keepingLogger();
  let boots = 0;
  const started = (boot: string) => createClockStepFinder({ db, clock, logger, leaseMs: 60_000, boot });
  let clockSteps = started("boot 0");
  await clockSteps.check();
  const retain = () => createRetentionRunner({ db, clock, logger }, allRetentions(config))({ pause: async () => {} });
  return {
    db,
    clock,
    retain,
    /** another process; on a machine without a boot's name that is a boot of its own */
    restart: async (boot = `boot ${++boots}`) => {
      clockSteps = started(boot);
      await clockSteps.check();
    },
    async live(ms: number) {
      for (let passed = 0; passed < ms; passed += lookEveryMs) {
        clock.advance(Math.min(lookEveryMs, ms - passed));
        await clockSteps.check();
      }
    },
    look: () => clockSteps.check(),
  };
}

const rowsOf = (db: SqliteDb) => Object.fromEntries(tables.map((table) => [table, countOf(db, table)]));

describe("a clock that leaps forward by years", () => {
  it.each([
    ["while the worker runs", "boot 0"],
    ["and a worker that starts in the wrong time", undefined],
  ])("makes nothing old: all is kept, %s", async (_, boot) => {
    const { db, clock, retain, restart, live } = await machine();
    const before = rowsOf(db);
    clock.step(years);
    await retain();
    expect(rowsOf(db)).toEqual(before);
    for (let n = 0; n < 5; n++) {
      await restart(boot);
      await live(1_800_000);
      await retain();
    }
    expect(rowsOf(db)).toEqual(before);
  });

  it("and is put right leaves the retentions as they were: what is old by then goes, not sooner and not later", async () => {
    const { db, clock, retain, look, live } = await machine();
    clock.step(years);
    await live(2 * dayMs);
    clock.step(-years);
    await look();
    await live(4 * dayMs);
    await retain();
    expect([countOf(db, "webhook_events"), countOf(db, "versions")]).toEqual([1, 2]);
    await live(dayMs);
    await retain();
    expect([countOf(db, "webhook_events"), countOf(db, "versions")]).toEqual([0, 2]);
    await live(86 * dayMs);
    await retain();
    expect(countOf(db, "versions")).toBe(1);
  });

  it("is caught up with at no more than a day a day, and at once when the operator confirms that it is right", async () => {
    const { db, clock, live } = await machine();
    clock.step(years);
    await live(10 * dayMs);
    const watchedDays = ((await db.do(readWatchedTime(clock.now()))) - startAt) / dayMs;
    expect(watchedDays).toBeGreaterThan(20);
    expect(watchedDays).toBeLessThan(21);
    await trustClock({ db, clock });
    expect(await db.do(readWatchedTime(clock.now()))).toBe(clock.now());
  });

  it("makes no answer forgotten: what was pressed before it is not done twice", async () => {
    const { db, clock } = await machine();
    const id = { shop, by: "user:1", key: "pressed" };
    await claimRequest({ db, clock, watchedTime: readWatchedTime }, id, "digest");
    clock.step(years);
    await claimRequest({ db, clock, watchedTime: readWatchedTime }, { ...id, key: "another" }, "digest");
    expect(countOf(db, "answered_requests")).toBe(rowsOf(db).answered_requests);
    const kept = db.raw.prepare("SELECT 1 FROM answered_requests WHERE shop = ? AND key = 'pressed'").get(shop);
    expect(kept).toBeDefined();
  });
});

describe("time in which rows grow old", () => {
  it("passes on a machine that is off for a night, and is caught up with after weeks", async () => {
    const { db, clock, restart, live } = await machine();
    clock.advance(12 * 3_600_000);
    await restart();
    expect(await db.do(readWatchedTime(clock.now()))).toBe(clock.now());
    clock.advance(20 * dayMs);
    await restart();
    await live(10 * dayMs);
    expect(clock.now() - (await db.do(readWatchedTime(clock.now())))).toBeGreaterThan(9 * dayMs);
    await live(10 * dayMs);
    expect(await db.do(readWatchedTime(clock.now()))).toBe(clock.now());
  });

  it("does not go back with a clock that falls behind for a while", async () => {
    const { db, clock, look, live } = await machine();
    clock.step(-years);
    await look();
    await live(dayMs);
    expect(await db.do(readWatchedTime(clock.now()))).toBe(clock.now());
    clock.step(years);
    await look();
    await live(dayMs);
    expect(await db.do(readWatchedTime(clock.now()))).toBe(clock.now());
  });
});
