import { expect, it } from "vitest";
import { bookCall } from "../../app/credits/book-call.ts";
import { readTotals } from "../../app/db/count-total.ts";
import { createTally } from "../../app/db/tally.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { dueSql, openSql, runningSql } from "../../app/watch/read-queue.ts";
import { breakersSql, pausesSql, shopsSql, writesSql } from "../../app/watch/read-states.ts";
import { aTask, aWorker, job, names, shopA, shopB, testClock } from "../jobs/support.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import { aWatch, parseMetrics, valueFrom, vitalsAt } from "./support.ts";

const away = new OperationalError("no connection", {
  code: "shopify_unavailable",
  retryable: true,
  merchantMessage: "Shopify does not answer.",
  outageOf: "shopify",
});

async function scraped(world: Parameters<typeof aWatch>[0]) {
  const { text } = await aWatch(world).watch.scrape();
  return { text, ...parseMetrics(text) };
}

it("counts how items and jobs ended, by kind, outcome and code, exactly", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const jobId = await enqueueJob(
    { db, clock },
    job({ items: ["done1", "done2", "failed", "conflict", "away", "crash"] }),
  );
  const task = aTask(async (_context, _payload, item) => {
    if (item === "failed") return { outcome: "failed", code: "no_title", message: "It has no title." };
    if (item === "conflict") return { outcome: "conflict", message: "Look." };
    if (item === "away") throw away;
    if (item === "crash") throw new TypeError("a bug");
    return { outcome: "done" };
  });
  await aWorker({ db, clock, tasks: [task] }).tick();
  const { series } = await scraped({ db, clock });
  const items = (labels: Record<string, string>) => valueFrom(series, "items_total", { kind: "test", ...labels });
  expect(items({ outcome: "done" })).toBe(2);
  expect(items({ outcome: "failed", code: "no_title" })).toBe(1);
  expect(items({ outcome: "conflict" })).toBe(1);
  expect(items({ outcome: "stalled", code: "shopify_unavailable" })).toBe(1);
  expect(items({ outcome: "retried", code: "unexpected" })).toBe(1);
  expect(valueFrom(series, "jobs_total")).toBeUndefined();
  await cancelJob({ db, clock }, { shop: shopA, jobId });
  const after = (await scraped({ db, clock })).series;
  expect(valueFrom(after, "items_total", { outcome: "cancelled" })).toBe(2);
  expect(valueFrom(after, "jobs_total", { kind: "test", status: "partially_completed" })).toBe(1);
});

it("keeps its counters when the rows behind them are removed, and over a restart", async () => {
  const { open } = testDatabaseFile();
  const db = open();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: names(3) }));
  await aWorker({ db, clock, tasks: [aTask(async () => ({ outcome: "done" }))] }).tick();
  const figures = { tokensIn: 100, tokensCached: 20, tokensOut: 30, costNanos: 5_000_000, durationMs: 9, now: 1 };
  await db.transact({ shop: shopA }, () => bookCall({ shop: shopA, jobId: "", model: "gpt-5-mini", ...figures }));
  const before = (await scraped({ db, clock })).series;
  for (const table of ["job_items", "jobs", "spend_days", "credit_runs"])
    db.raw.exec(`DELETE FROM ${table} /* all shops: as old rows go */`);
  const after = (await scraped({ db: open(), clock })).series;
  for (const name of ["items_total", "jobs_total", "model_calls_total", "model_cost_dollars_total"]) {
    expect(valueFrom(before, name)).toBeGreaterThan(0);
    expect(valueFrom(after, name)).toBe(valueFrom(before, name));
  }
  expect(valueFrom(after, "model_cost_dollars_total", { model: "gpt-5-mini" })).toBeCloseTo(0.005);
  expect(valueFrom(after, "model_tokens_total", { kind: "prompt" })).toBe(80);
  expect(valueFrom(after, "model_tokens_total", { kind: "cached_prompt" })).toBe(20);
});

it("counts a shop's own models together, under no name of theirs", async () => {
  const db = openTestDatabase();
  const figures = { tokensIn: 1, tokensCached: 0, tokensOut: 1, costNanos: null, durationMs: 9, now: 1 };
  for (const model of ["acme-secret-model", "acme-other", "gpt-5-mini"]) {
    await db.transact({ shop: shopA }, () => bookCall({ shop: shopA, jobId: "", model, ...figures }));
  }
  const { text, series } = await scraped({ db, clock: testClock() });
  expect(text).not.toContain("acme");
  expect(valueFrom(series, "model_calls_total", { model: "own" })).toBe(2);
  expect(valueFrom(series, "model_unpriced_calls_total", { model: "gpt-5-mini" })).toBe(1);
});

it("has the queue's depth and age for merchants' work and the app's own, and what is paused", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: names(4) }));
  await enqueueJob({ db, clock }, job({ kind: "hidden", items: names(2) }));
  await enqueueJob({ db, clock }, job({ kind: "held", shop: shopB, items: names(3) }));
  const pauses = aTask(async () => ({ outcome: "paused", reason: "billing", message: "Top up." }), { kind: "held" });
  await aWorker({ db, clock, slots: 1, tasks: [pauses] }).tick();
  clock.advance(40_000);
  const { text, series } = await scraped({ db, clock });
  const depth = (labels: Record<string, string>) => valueFrom(series, "queue_items", labels);
  expect(depth({ kind: "test", visibility: "merchant", state: "waiting" })).toBe(4);
  expect(depth({ kind: "hidden", visibility: "hidden", state: "waiting" })).toBe(2);
  expect(depth({ kind: "held", state: "paused" })).toBe(3);
  expect(depth({ kind: "held", state: "waiting" })).toBe(0);
  expect(valueFrom(series, "queue_oldest_due_seconds", { kind: "hidden", visibility: "hidden" })).toBe(40);
  expect(valueFrom(series, "queue_oldest_due_seconds", { kind: "held" })).toBeUndefined();
  expect(valueFrom(series, "paused_shops", { reason: "billing" })).toBe(1);
  expect(valueFrom(series, "paused_shops", { reason: "reauth" })).toBe(0);
  expect(text).not.toContain("myshopify");
});

it("has which provider does not answer, for how many shops and for how long", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  for (const shop of [shopA, shopB]) await enqueueJob({ db, clock }, job({ shop, items: names(6) }));
  const task = aTask(
    async () => {
      throw away;
    },
    { needs: ["shopify"] },
  );
  await aWorker({ db, clock, slots: 32, tasks: [task] }).tick();
  clock.advance(60_000);
  const { series } = await scraped({ db, clock });
  expect(valueFrom(series, "breakers_open", { provider: "shopify" })).toBe(2);
  expect(valueFrom(series, "breakers_open", { provider: "model" })).toBe(0);
  expect(valueFrom(series, "breaker_oldest_seconds", { provider: "shopify" })).toBe(60);
});

it("shows a worker's process by what it wrote with its heartbeat, and the web's own counts that are not stored yet", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const worker = {
    ...vitalsAt(clock.now(), { p99Ms: 250 }),
    bucket: { availablePoints: 40, maximumPoints: 2_000, restoreRate: 100 },
  };
  db.raw
    .prepare("INSERT INTO workers (id, started_at, seen_at, vitals) VALUES ('w', 1, ?, ?)")
    .run(clock.now(), JSON.stringify(worker));
  db.raw
    .prepare("INSERT INTO workers (id, started_at, seen_at, vitals) VALUES ('dead', 1, ?, ?)")
    .run(clock.now() - 60_000, JSON.stringify(worker));
  const { watch, tally } = aWatch({ db, clock });
  tally.add("webhooks", { topic: "products/update", outcome: "taken" });
  const look = async () => parseMetrics((await watch.scrape()).text).series;
  const series = await look();
  expect(valueFrom(series, "workers")).toBe(1);
  expect(valueFrom(series, "event_loop_lag_p99_seconds", { process: "worker" })).toBe(0.25);
  expect(valueFrom(series, "process_resident_memory_bytes", { process: "worker" })).toBe(100_000_000);
  expect(valueFrom(series, "shopify_bucket_available_points", { process: "worker" })).toBe(40);
  expect(valueFrom(series, "process_cpu_seconds_total", { process: "web" })).toBe(2);
  expect(valueFrom(series, "webhooks_total", { topic: "products/update", outcome: "taken" })).toBe(1);
  await tally.store();
  await tally.store();
  expect(valueFrom(await look(), "webhooks_total", { topic: "products/update" })).toBe(1);
});

it("keeps what a process counted while the database could not be written", async () => {
  const { open } = testDatabaseFile();
  const [db, other] = [open(), open()];
  db.raw.pragma("busy_timeout = 0");
  const tally = createTally(db);
  tally.add("webhooks", { topic: "x", outcome: "taken" }, 2);
  other.raw.exec("BEGIN IMMEDIATE");
  await expect(tally.store()).rejects.toThrow(/locked/);
  other.raw.exec("ROLLBACK");
  tally.add("webhooks", { outcome: "taken", topic: "x" });
  await tally.store();
  expect(await db.do(readTotals())).toEqual([{ name: "webhooks", labels: { outcome: "taken", topic: "x" }, value: 3 }]);
});

it("keeps a value that nobody planned for from becoming a series of its own", () => {
  const db = openTestDatabase();
  const tally = createTally(db);
  for (const outcome of ["<script>", "a b", `x${"y".repeat(80)}`]) tally.add("webhooks", { topic: "x", outcome });
  expect(tally.pending()).toEqual([{ name: "webhooks", labels: { outcome: "other", topic: "x" }, value: 3 }]);
});

it("answers with the rest when one part cannot be read, and counts that part", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  db.raw.exec("DROP TABLE write_backs");
  const { watch, logger } = aWatch({ db, clock });
  const { series } = parseMetrics((await watch.scrape()).text);
  expect(valueFrom(series, "scrape_problems")).toBe(1);
  expect(valueFrom(series, "workers")).toBe(0);
  expect(valueFrom(series, "write_backs_open")).toBeUndefined();
  expect(logger.lines.map(({ message }) => message)).toEqual(["a part of the metrics could not be read"]);
});

it("leaves out a disk that it could not ask about, rather than 0 bytes", async () => {
  const { series } = await scraped({ db: openTestDatabase(), clock: testClock() });
  expect(valueFrom(series, "disk_free_bytes")).toBeUndefined();
  expect(valueFrom(series, "database_bytes", { part: "file" })).toBeGreaterThan(0);
});

it("follows Prometheus' rules for names, types and texts", async () => {
  const db = openTestDatabase();
  const { watch } = aWatch({ db, clock: testClock() });
  watch.observeRequest({ method: "GET", route: "/app/products/:id", status: 200, seconds: 0.3 });
  const { text } = await watch.scrape();
  const { types, helps, series } = parseMetrics(text);
  for (const [name, type] of types) {
    expect(name).toMatch(/^shelfwright_[a-z0-9]+(_[a-z0-9]+)*$/);
    expect(helps).toContain(name);
    expect(name.endsWith("_total"), name).toBe(type === "counter");
    expect(name).not.toMatch(
      /_(ms|millis|milliseconds|minutes|hours|kb|mb|percent|count|sum|bucket)$|_(gauge|counter|histogram)(_|$)/,
    );
  }
  const keys = series.map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`);
  expect(new Set(keys).size).toBe(keys.length);
  const counts = series.filter(({ name }) => name === "shelfwright_http_request_duration_seconds_bucket");
  expect(counts.find(({ labels }) => labels.le === "0.25")?.value).toBe(0);
  expect(counts.find(({ labels }) => labels.le === "0.5")?.value).toBe(1);
});

it("reads few rows, whatever the catalogue's and the jobs' size", () => {
  const db = openTestDatabase();
  for (const sql of [openSql, runningSql, dueSql, breakersSql, pausesSql, shopsSql, writesSql]) {
    const plan = db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ now: 1 }) as { detail: string }[];
    for (const { detail } of plan) {
      expect(detail).not.toMatch(/^SCAN (products|versions|job_items|jobs|write_backs|model_answers)$/);
      expect(detail).not.toMatch(/^SCAN (products|versions|job_items|model_answers)\b(?!.*job_items_running)/);
    }
  }
});
