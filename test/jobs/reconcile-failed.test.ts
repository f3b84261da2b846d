import { describe, expect, it } from "vitest";
import { openBreakers } from "../../app/jobs/breaker.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { readFailedWork } from "../../app/jobs/read-failed-work.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import { reconcileFailed } from "../../app/jobs/reconcile-failed.ts";
import type { ItemOutcome } from "../../app/jobs/task.ts";
import type { JobId } from "../../app/lib/brand.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aTask, aWorker, job, keepingLogger, names, shopA, testClock } from "./support.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const outage = () =>
  new OperationalError("no answer", {
    code: "shopify_unavailable",
    retryable: true,
    outageOf: "shopify",
    merchantMessage: "No answer.",
  });

function world(answer: (item: unknown) => Promise<ItemOutcome>) {
  const db = openTestDatabase();
  const clock = testClock();
  let calls = 0;
  const run = async (_context: unknown, _payload: unknown, item: unknown) => {
    calls += 1;
    return answer(item);
  };
  const tasks = [aTask(run, { kind: "hidden", needs: ["shopify"] }), aTask(run, { needs: ["shopify"] })];
  const worker = aWorker({ db, clock, tasks });
  const kinds = ["hidden"];
  const reconcile = () => reconcileFailed({ db, clock, logger: keepingLogger() }, { kinds, finalCodes: ["answered"] });
  return {
    db,
    clock,
    calls: () => calls,
    failed: async () => {
      const groups = await db.do(readFailedWork({ kinds, now: clock.now() }));
      return groups.reduce((sum, { items }) => sum + items, 0);
    },
    /** Time passes, with the worker and its maintenance at work. */
    async live(ms: number, stepMs = minuteMs) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        await worker.tick();
        await reconcile();
        clock.advance(stepMs);
      }
    },
    statusOf: async (jobId: JobId) => (await readJob({ db }, { shop: shopA, jobId }))?.status,
  };
}

describe("work that nobody asked for and that gave up", () => {
  it("work that nobody asked for and that gave up is done after an outage that was longer than the patience with it, without a hand", async () => {
    let away = true;
    const { db, clock, live, failed } = world(async () => {
      if (away) throw outage();
      return { outcome: "done" };
    });
    for (const name of names(30)) await enqueueJob({ db, clock }, job({ kind: "hidden", items: [name] }));
    await live(26 * hourMs, 5 * minuteMs);
    expect(await failed()).toBeGreaterThan(0);
    away = false;
    await live(2 * hourMs + 10 * minuteMs);
    expect(await failed()).toBe(0);
    expect(await db.do(openBreakers(shopA))).toEqual([]);
  });

  it("work that nobody asked for and that gave up asks a provider that is still away with one job every five minutes, and takes no patience from other work", async () => {
    const { db, clock, live, calls, statusOf } = world(async () => {
      throw outage();
    });
    for (const name of names(30)) await enqueueJob({ db, clock }, job({ kind: "hidden", items: [name] }));
    const seen = await enqueueJob({ db, clock }, job({ items: ["p"] }));
    await live(26 * hourMs, 5 * minuteMs);
    expect(await statusOf(seen)).toBe("failed");
    const before = calls();
    await live(10 * hourMs, minuteMs);
    expect(calls() - before).toBeLessThanOrEqual(10 * 12 + 5);
  });

  it("work that nobody asked for and that gave up is done by the version that mends a bug", async () => {
    let broken = true;
    const { db, clock, live, statusOf, calls } = world(async () => {
      if (broken) throw new TypeError("a bug");
      return { outcome: "done" };
    });
    const hidden = await enqueueJob({ db, clock }, job({ kind: "hidden", items: ["a"] }));
    const asked = await enqueueJob({ db, clock }, job({ items: ["b"] }));
    await live(30 * minuteMs);
    expect([await statusOf(hidden), await statusOf(asked), calls()]).toEqual(["failed", "failed", 10]);
    broken = false;
    await live(2 * hourMs);
    expect([await statusOf(hidden), await statusOf(asked)]).toEqual(["completed", "failed"]);
  });

  it("work that nobody asked for and that gave up is left alone when its end is an answer, and for a day when it takes workers down", async () => {
    const { db, clock, live, statusOf } = world(async (item) => ({
      outcome: "failed",
      code: String(item),
      message: "m",
    }));
    const answered = await enqueueJob({ db, clock }, job({ kind: "hidden", items: ["answered"] }));
    const poison = await enqueueJob({ db, clock }, job({ kind: "hidden", items: ["poison"] }));
    await live(minuteMs);
    const endedAt = async (jobId: JobId) => (await readJob({ db }, { shop: shopA, jobId }))?.finishedAt;
    const [first, second] = [await endedAt(answered), await endedAt(poison)];
    await live(23 * hourMs, 10 * minuteMs);
    expect([await endedAt(answered), await endedAt(poison)]).toEqual([first, second]);
    await live(2 * hourMs, 10 * minuteMs);
    expect(await endedAt(answered)).toBe(first);
    expect(await endedAt(poison)).toBeGreaterThan(second ?? 0);
    expect(await statusOf(poison)).toBe("failed");
  });
});
