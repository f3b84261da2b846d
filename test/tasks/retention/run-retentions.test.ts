import { describe, expect, it } from "vitest";
import { readConfig } from "../../../app/config.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import { webhookEvents } from "../../../app/db/schema/index.ts";
import { get, run } from "../../../app/db/steps.ts";
import { allRetentions } from "../../../app/tasks/retention/all-retentions.ts";
import { webhookIds } from "../../../app/tasks/retention/old-rows.ts";
import { oldVersions } from "../../../app/tasks/retention/old-versions.ts";
import type { Retention } from "../../../app/tasks/retention/retention.ts";
import { createRetentionRunner } from "../../../app/tasks/retention/run-retentions.ts";
import { keepingLogger } from "../../jobs/support.ts";
import { shop, startAt } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { fillShop } from "./full-shop.ts";
import { aVersion, countOf, day, left, pass } from "./support.ts";

const clock = { now: () => startAt };
const pause = async () => {};

function runnerOf(db: SqliteDb, ...retentions: Retention[]) {
  return createRetentionRunner({ db, clock, logger: keepingLogger() }, retentions);
}

/** A retention that notes what it was asked for, and takes the given time. */
function aRetention({ steps, msOf = () => 5 }: { steps: number; msOf?: (rows: number) => number }) {
  const asked: { after: readonly unknown[]; rows: number }[] = [];
  let now = 0;
  const retention: Retention = {
    name: "test",
    *step({ after, rows }) {
      yield* get("SELECT 1");
      asked.push({ after, rows });
      now += msOf(rows);
      const at = Number(after[0] ?? 0) + 1;
      return { removed: 1, next: at < steps ? [at] : null };
    },
  };
  return { retention, asked, timer: () => now };
}

async function manyIds(db: SqliteDb, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await db.orm.insert(webhookEvents).values({ shop, topic: "t", webhookId: `${n}`, receivedAt: 0 });
  }
}

describe("the runner of retentions", () => {
  it("continues in its next run where a bounded one stopped, and then begins anew", async () => {
    const { retention, asked, timer } = aRetention({ steps: 5 });
    const run = runnerOf(openTestDatabase(), retention);
    expect(await run({ maxSteps: 3, timer, pause })).toEqual({ test: 3 });
    expect(await run({ maxSteps: 3, timer, pause })).toEqual({ test: 2 });
    await run({ maxSteps: 1, timer, pause });
    expect(asked.map(({ after }) => after[0] ?? 0)).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it("makes steps so small that each holds the file for less than 20 ms, on a slow machine too", async () => {
    const msOf = (rows: number) => rows * 4;
    const { retention, asked, timer } = aRetention({ steps: 50, msOf });
    await runnerOf(openTestDatabase(), retention)({ timer, pause });
    expect(Math.max(...asked.slice(1).map(({ rows }) => msOf(rows)))).toBeLessThan(20);
    const quick = aRetention({ steps: 50, msOf: (rows) => rows / 1_000 });
    await runnerOf(openTestDatabase(), quick.retention)({ timer: quick.timer, pause });
    expect(quick.asked.at(-1)?.rows).toBe(500);
  });

  it("ends a step early at a row that takes long, and continues behind it", async () => {
    const db = openTestDatabase();
    await fillShop(db);
    for (const n of [3, 4, 5]) await aVersion(db, { id: `ver_${n}`, createdAt: day(n), decidedAt: day(n) });
    const steps: number[] = [];
    let now = 0;
    const retention = oldVersions({ draftDays: 90, publishedDays: 90 });
    const counted: Retention = {
      name: "counted",
      *step(bounds) {
        const step = yield* retention.step(bounds);
        steps.push(step.removed);
        return step;
      },
    };
    // Each look at the timer is 6 ms later: the second row is one too many.
    const run = createRetentionRunner({ db, clock: { now: () => day(3_700) }, logger: keepingLogger() }, [counted]);
    await run({ timer: () => (now += 6), pause });
    expect(steps).toEqual([2, 2, 0]);
    expect(left(db, "versions")).toEqual(["ver_5"]);
  });

  it("leaves the file to others between two steps, for as long as the step took", async () => {
    const { retention, timer } = aRetention({ steps: 3, msOf: () => 7 });
    const paused: number[] = [];
    const noted = async (ms: number) => void paused.push(ms);
    await runnerOf(openTestDatabase(), retention)({ timer, pause: noted });
    expect(paused).toEqual([7, 7]);
  });

  it("stops between two steps when the worker stops, and keeps what was done", async () => {
    const db = openTestDatabase();
    await manyIds(db, 120);
    const stopping = new AbortController();
    const stop = async () => stopping.abort();
    const run = runnerOf(db, webhookIds(7));
    expect(await run({ signal: stopping.signal, pause: stop })).toEqual({ "webhook ids": 50 });
    expect(countOf(db, "webhook_events")).toBe(70);
    expect(await run({ pause })).toEqual({ "webhook ids": 70 });
  });

  it("takes a step back whole when it fails in the middle", async () => {
    const db = openTestDatabase();
    await manyIds(db, 3);
    const failing: Retention = {
      name: "failing",
      *step() {
        yield* run("DELETE FROM webhook_events WHERE shop = ?", [shop]);
        throw new Error("the disk is full");
      },
    };
    await expect(runnerOf(db, failing)({ pause })).rejects.toThrow("the disk is full");
    expect(countOf(db, "webhook_events")).toBe(3);
  });
});

describe("every retention", () => {
  const config = readConfig({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "a-secret-that-is-long",
    SHOPIFY_APP_URL: "https://app.example.com/",
    ENCRYPTION_KEYS: Buffer.alloc(32).toString("base64"),
  });

  it.each(allRetentions(config).map((retention) => [retention.name, retention] as const))(
    "finds its rows by an index, and what hangs on them: %s",
    async (name, retention) => {
      const db = openTestDatabase();
      await fillShop(db);
      const statements: string[] = [];
      const prepare = db.raw.prepare.bind(db.raw) as (sql: string) => ReturnType<typeof db.raw.prepare>;
      db.raw.prepare = ((sql: string) => {
        statements.push(sql);
        return prepare(sql);
      }) as typeof db.raw.prepare;
      const removed = await pass(db, retention, { now: day(3_700), rows: 100 });
      if (name !== "search index") expect(removed).toBeGreaterThan(0);
      expect(statements.length).toBeGreaterThan(0);
      for (const sql of statements.filter((one) => !one.startsWith("INSERT INTO product_search"))) {
        const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parametersOf(sql)) as { detail: string }[];
        const lines = plan.map(({ detail }) => detail);
        // A list of values and a constant row are no tables; the full-text index looks its row up by itself.
        const isWalk = (line: string) =>
          /^(SCAN (?!json_each|CONSTANT|product_search VIRTUAL TABLE INDEX 0:=)|USE TEMP B-TREE FOR ORDER BY)/.test(
            line,
          );
        expect(lines.filter(isWalk)).toEqual([]);
      }
    },
  );
});

function parametersOf(sql: string): Record<string, number> {
  return Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name ?? "", 1]));
}
