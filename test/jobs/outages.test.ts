import { describe, expect, it } from "vitest";
import { openBreakers, opensAfter, pauseMs, tryNow } from "../../app/jobs/breaker.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { health } from "../../app/jobs/health.ts";
import { stallsOfItsOwn } from "../../app/jobs/judge-stall.ts";
import { listJobItems, readJob } from "../../app/jobs/read-jobs.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import type { ItemContext, ItemOutcome } from "../../app/jobs/task.ts";
import type { JobId } from "../../app/lib/brand.ts";
import { OperationalError, type Provider } from "../../app/lib/errors.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aTask, aWorker, job, names, shopA, shopB, testClock } from "./support.ts";

const dayMs = 24 * 3_600_000;
const outage = (provider: Provider = "shopify") =>
  new OperationalError("no answer", {
    code: `${provider}_unavailable`,
    retryable: true,
    outageOf: provider,
    merchantMessage: "No answer.",
  });

/** A queue with one kind of job per provider, whose items end with what `answer` returns. */
function world(answer: (context: ItemContext, item: unknown) => Promise<ItemOutcome>, slots = 8) {
  const db = openTestDatabase();
  const clock = testClock();
  const calls: { at: number; item: unknown }[] = [];
  const run = async (context: ItemContext, _payload: unknown, item: unknown) => {
    calls.push({ at: clock.now(), item });
    return answer(context, item);
  };
  const worker = aWorker({
    db,
    clock,
    slots,
    tasks: [
      aTask(run, { needs: ["shopify"] }),
      aTask(run, { kind: "write", needs: ["model"] }),
      aTask(run, { kind: "both", needs: ["model", "shopify"] }),
      aTask(run, { kind: "erase", needs: ["shopify"], neverGivesUp: true }),
      aTask(run, { kind: "inside" }),
    ],
  });
  /** Lets time pass in steps, with the worker looking at the queue after each. */
  async function live(ms: number, stepMs = 1_000): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
      await worker.tick();
      clock.advance(stepMs);
    }
  }
  const statusOf = async (jobId: JobId, shop = shopA) => (await readJob({ db }, { shop, jobId }))?.status;
  const itemsOf = async (jobId: JobId) => (await listJobItems({ db }, { shop: shopA, jobId, limit: 250 })).rows;
  return { db, clock, calls, worker, live, statusOf, itemsOf };
}

const done: ItemOutcome = { outcome: "done" };

describe("an outage of a provider", () => {
  it("an outage of hours costs no attempt, and all work is done afterwards without a hand", async () => {
    let away = true;
    const { db, clock, live, statusOf, itemsOf } = world(async () => {
      if (away) throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(100) }));
    await live(6 * 3_600_000, 20_000);
    expect(await statusOf(jobId)).toBe("processing");
    expect((await itemsOf(jobId)).every(({ attempts }) => attempts === 0)).toBe(true);
    away = false;
    await live(6 * 60_000, 1_000);
    expect(await statusOf(jobId)).toBe("completed");
    expect(await db.do(openBreakers(shopA))).toEqual([]);
  });

  it("an outage of a provider is found out by a few calls, then asked after by one at a time with growing pauses up to five minutes", async () => {
    const { db, clock, live, calls } = world(async () => {
      throw outage();
    });
    await enqueueJob({ db, clock }, job({ items: names(500) }));
    await live(2 * 3_600_000, 1_000);
    const startedAt = calls[0]?.at ?? 0;
    const later = calls.filter(({ at }) => at > startedAt + 10_000).map(({ at }) => at);
    expect(calls.length - later.length).toBeLessThanOrEqual(8 + opensAfter);
    const gaps = later.slice(1).map((at, n) => at - (later[n] ?? 0));
    expect(gaps.every((gap, n) => gap >= (gaps[n - 1] ?? 0) - 1_000)).toBe(true);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(pauseMs(99) + 2_000);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(pauseMs(99));
  });

  it("an outage of a provider holds back what needs the provider and nothing else, and no other shop", async () => {
    const { db, clock, live, statusOf } = world(async ({ shop }, item) => {
      if (shop === shopA && String(item).startsWith("s")) throw outage();
      return done;
    });
    const held = await enqueueJob({ db, clock }, job({ items: names(20, "s") }));
    await live(60_000);
    const model = await enqueueJob({ db, clock }, job({ kind: "write", items: names(20, "m") }));
    const inside = await enqueueJob({ db, clock }, job({ kind: "inside", items: names(20, "i") }));
    const other = await enqueueJob({ db, clock }, job({ shop: shopB, items: names(20, "s") }));
    await live(30_000);
    expect([await statusOf(held), await statusOf(model), await statusOf(inside), await statusOf(other, shopB)]).toEqual(
      ["processing", "completed", "completed", "completed"],
    );
  });

  it("an outage of both providers at once ends for each by itself", async () => {
    const away = new Set<Provider>(["shopify", "model"]);
    const { db, clock, live, statusOf } = world(async (_context, item) => {
      const needed: Provider[] = item === "w" ? ["model"] : item === "b" ? ["model", "shopify"] : ["shopify"];
      const missing = needed.find((one) => away.has(one));
      if (missing) throw outage(missing);
      return done;
    });
    const shop = await enqueueJob({ db, clock }, job({ items: ["s"] }));
    const write = await enqueueJob({ db, clock }, job({ kind: "write", items: ["w"] }));
    const both = await enqueueJob({ db, clock }, job({ kind: "both", items: ["b"] }));
    await live(20 * 60_000);
    away.delete("model");
    await live(6 * 60_000);
    expect([await statusOf(shop), await statusOf(write), await statusOf(both)]).toEqual([
      "processing",
      "completed",
      "processing",
    ]);
    away.delete("shopify");
    await live(6 * 60_000);
    expect([await statusOf(shop), await statusOf(both)]).toEqual(["completed", "completed"]);
  });

  it("an outage of a provider that lasts longer than the worker's patience fails the work with true words, and new work waits its own day", async () => {
    const { db, clock, live, statusOf, itemsOf } = world(async () => {
      throw outage();
    });
    const old = await enqueueJob({ db, clock }, job({ items: names(30) }));
    await live(dayMs - 3_600_000, 60_000);
    expect(await statusOf(old)).toBe("processing");
    const young = await enqueueJob({ db, clock }, job({ items: names(30) }));
    await live(3 * 3_600_000, 60_000);
    expect(await statusOf(old)).toBe("failed");
    const [item] = await itemsOf(old);
    expect(item).toMatchObject({ status: "failed", code: "shopify_unavailable" });
    expect(item?.message).toBe(
      "Shopify has not answered for 24 hours. Nothing more is tried. Retry when it answers again.",
    );
    expect(await statusOf(young)).toBe("processing");
    await live(dayMs, 60_000);
    expect(await statusOf(young)).toBe("failed");
  });

  it("an outage of a provider gives a retried item its whole patience again", async () => {
    let away = true;
    const { db, clock, live, statusOf } = world(async () => {
      if (away) throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    await live(dayMs + 3_600_000, 60_000);
    expect(await statusOf(jobId)).toBe("failed");
    expect(await retryFailedItems({ db, clock }, { shop: shopA, jobId })).toBe(1);
    await live(3_600_000, 60_000);
    expect(await statusOf(jobId)).toBe("processing");
    away = false;
    await live(3_600_000, 60_000);
    expect(await statusOf(jobId)).toBe("completed");
  });

  it("an outage of a provider never ends work that must be done", async () => {
    let away = true;
    const { db, clock, live, statusOf } = world(async () => {
      if (away) throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ kind: "erase", items: ["shop"] }));
    await live(4 * dayMs, 5 * 60_000);
    expect(await statusOf(jobId)).toBe("processing");
    away = false;
    await live(3_600_000, 60_000);
    expect(await statusOf(jobId)).toBe("completed");
  });

  it("an outage of a provider does not make the health check fail: the work waits by intention", async () => {
    const { db, clock, live } = world(async () => {
      throw outage();
    });
    await enqueueJob({ db, clock }, job({ items: names(20) }));
    await live(3_600_000);
    expect((await health({ db, clock })).oldestRunnableMs).toBeLessThan(120_000);
  });

  it("an outage of a provider shuts the gates of waiting jobs until the next probe, so that idle workers do not look at them again and again", async () => {
    const { db, clock, live, worker } = world(async () => {
      throw outage();
    });
    await enqueueJob({ db, clock }, job({ items: names(20) }));
    await live(60_000);
    const young = await enqueueJob({ db, clock }, job({ items: names(20) }));
    await worker.tick();
    const gate = db.raw.prepare("SELECT next_run_at FROM jobs WHERE shop = ? AND id = ?").pluck().get(shopA, young);
    expect(gate).toBe((await db.do(openBreakers(shopA)))[0]?.probeAt);
    expect(gate).toBeGreaterThan(clock.now());
  });

  it("an outage of a provider survives a worker that dies with the probe in its hands", async () => {
    const { db, clock, live, worker, statusOf } = world(async () => {
      throw outage();
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a"] }));
    await live(60_000);
    await worker.stop({ drainMs: 0 });
    db.raw.prepare("UPDATE breakers SET probing = 1 WHERE shop = ?").run(shopA);
    const answering = aWorker({ db, clock, tasks: [aTask(async () => done, { needs: ["shopify"] })] });
    for (let passed = 0; passed < 10 * 60_000; passed += 1_000) {
      await answering.tick();
      clock.advance(1_000);
    }
    expect(await statusOf(jobId)).toBe("completed");
  });
});

describe("failures of a provider that answers other work", () => {
  it("failures now and then of a provider that answers other work cost no attempt and hold nothing back", async () => {
    let n = 0;
    const { db, clock, live, statusOf } = world(async () => {
      if (++n % 3 === 0) throw outage();
      return done;
    }, 1);
    const jobId = await enqueueJob({ db, clock }, job({ items: names(60) }));
    await live(5 * 60_000, 250);
    expect(await statusOf(jobId)).toBe("completed");
  });

  it("failures on one item alone of a provider that answers other work give it up after some tries, and say that it is this item", async () => {
    const { db, clock, live, itemsOf, calls } = world(async (_context, item) => {
      if (item === "poison") throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: ["poison"] }));
    for (let n = 0; n < 60; n++) {
      await enqueueJob({ db, clock }, job({ items: [`fine ${n}`], priority: 0 }));
      await live(10_000);
    }
    const [item] = await itemsOf(jobId);
    expect(item).toMatchObject({ status: "failed" });
    expect(item?.message).toMatch(/^Shopify answered other work but not this, 12 times\./);
    expect(calls.filter((call) => call.item === "poison")).toHaveLength(stallsOfItsOwn);
  });

  it.each([
    ["of the same kind", {}],
    ["before the person's eyes", { priority: 0 as const }],
    ["that must be done in the end", { kind: "erase" }],
  ])("failures on one item alone, %s, do not hold up the others", async (_name, rest) => {
    const { db, clock, live, statusOf, itemsOf } = world(async (_context, item) => {
      if (item === "poison") throw outage();
      return done;
    });
    const poison = await enqueueJob({ db, clock }, job({ items: ["poison"], ...rest }));
    await live(60_000);
    expect(await db.do(openBreakers(shopA))).toHaveLength(1);
    const fine = await enqueueJob({ db, clock }, job({ items: names(20) }));
    await live(10 * 60_000);
    expect(await statusOf(fine)).toBe("completed");
    expect((await itemsOf(poison))[0]?.status).not.toBe("done");
  });

  it.each<[string, ItemOutcome]>([
    ["conflict", { outcome: "conflict", message: "m" }],
    ["failed", { outcome: "failed", code: "model_refused", message: "m" }],
  ])(
    "failures of a provider that answers other work are over when an item ends as %s: that is an answer too",
    async (_name, ending) => {
      let away = true;
      const { db, clock, live, statusOf } = world(async () => {
        if (away) throw outage();
        return ending;
      });
      const jobId = await enqueueJob({ db, clock }, job({ items: names(60) }));
      await live(3_600_000, 10_000);
      away = false;
      await live(6 * 60_000);
      expect(await statusOf(jobId)).toBe("failed");
      expect(await db.do(openBreakers(shopA))).toEqual([]);
    },
  );

  it("failures of a provider that answers other work are over when an item reports that it was answered and only waits", async () => {
    let away = true;
    const { db, clock, live } = world(async () => {
      if (away) throw outage();
      return { outcome: "retry", code: "batch_under_way", message: "m", waitMs: 60_000, answered: true };
    });
    await enqueueJob({ db, clock }, job({ items: ["carrier"] }));
    await live(3_600_000, 10_000);
    expect(await db.do(openBreakers(shopA))).toHaveLength(1);
    away = false;
    await live(6 * 60_000);
    expect(await db.do(openBreakers(shopA))).toEqual([]);
  });

  it("a provider that is out of order and asks for a wait is obeyed, counts as away, and is given up after a day", async () => {
    const { db, clock, live, itemsOf } = world(async () => {
      throw new OperationalError("out of order", {
        code: "shopify_unavailable",
        retryable: true,
        retryAfterMs: 60_000,
        outageOf: "shopify",
        merchantMessage: "Shopify could not be reached.",
      });
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(10) }));
    const start = clock.now();
    await live(30_000);
    expect((await itemsOf(jobId)).filter(({ runAt }) => runAt >= start + 60_000).length).toBeGreaterThan(4);
    expect(await db.do(openBreakers(shopA))).toMatchObject([{ provider: "shopify" }]);
    await live(25 * 3_600_000, 60_000);
    expect((await itemsOf(jobId)).map(({ status }) => status)).toEqual(names(10).map(() => "failed"));
  });

  it("a wait of years is cut to ten minutes", async () => {
    const { db, clock, live, itemsOf } = world(async () => {
      throw new OperationalError("out of order", {
        code: "shopify_unavailable",
        retryable: true,
        retryAfterMs: 1e12,
        outageOf: "shopify",
        merchantMessage: "Shopify could not be reached.",
      });
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(1) }));
    await live(1_000);
    const [item] = await itemsOf(jobId);
    expect((item?.runAt ?? Number.POSITIVE_INFINITY) - clock.now()).toBeLessThanOrEqual(10 * 60_000 + 1_000);
  });

  it("a provider that answers, and asks to slow down, is obeyed and does not count as away", async () => {
    const { db, clock, live, itemsOf } = world(async () => {
      throw new OperationalError("busy", {
        code: "shopify_throttled",
        retryable: true,
        retryAfterMs: 60_000,
        merchantMessage: "Busy.",
      });
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(10) }));
    await live(30_000);
    expect(await db.do(openBreakers(shopA))).toEqual([]);
    expect((await itemsOf(jobId)).every(({ runAt }) => runAt >= clock.now() + 29_000)).toBe(true);
  });
});

describe("a person who asks to try now", () => {
  it("a person who asks to try now has the provider asked within seconds, at most every few, and makes no later pause longer", async () => {
    let away = true;
    const { db, clock, calls, live, statusOf } = world(async () => {
      if (away) throw outage();
      return done;
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: names(20) }));
    await live(15 * 60_000);
    const press = () => db.transact({ shop: shopA }, () => tryNow({ shop: shopA, now: clock.now() }));
    const [breaker] = await db.do(openBreakers(shopA));
    expect((breaker?.probeAt ?? 0) - clock.now()).toBeGreaterThan(60_000);
    const before = calls.length;
    const longest = pauseMs(99);
    expect([await press(), await press()]).toEqual(["moved", "soon"]);
    await live(2_000);
    expect(calls.length).toBe(before + 1);
    expect(await press()).toBe("soon");
    expect(((await db.do(openBreakers(shopA)))[0]?.probeAt ?? 0) - clock.now()).toBeLessThanOrEqual(longest);
    await live(6_000);
    expect(await press()).toBe("moved");
    away = false;
    await live(20_000);
    expect(await statusOf(jobId)).toBe("completed");
    expect(await press()).toBe("answers");
  });

  it("a person who asks to try now keeps the pause that was reached", async () => {
    const { db, clock, live } = world(async () => {
      throw outage();
    });
    await enqueueJob({ db, clock }, job({ items: names(20) }));
    await live(40_000);
    const pauses = () => db.raw.prepare("SELECT pauses FROM breakers WHERE shop = ?").pluck().get(shopA);
    await live(6_000);
    const reached = pauses();
    expect(await db.transact({ shop: shopA }, () => tryNow({ shop: shopA, now: clock.now() }))).toBe("moved");
    await live(2_000);
    expect(pauses()).toBe(reached);
  });
});
