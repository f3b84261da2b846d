import { describe, expect, it } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { type ClaimedItem, claimItems } from "../../app/jobs/claim-items.ts";
import { completeItems } from "../../app/jobs/complete-items.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import { aClaim, job, names, shopA, shopB, subjects, type TestClock, testClock } from "./support.ts";

const exclusive = new Map<string, string | null>([
  ["test", "product"],
  ["other", "product"],
]);

async function completeAll(deps: { db: SqliteDb; clock: TestClock }, items: ClaimedItem[]): Promise<void> {
  await completeItems(
    deps,
    items.map((lease) => ({ lease, ending: { status: "done" } })),
  );
}

it("two connections share a job's items without an overlap", async () => {
  const { open } = testDatabaseFile();
  const [one, two] = [open(), open()];
  const clock = testClock();
  await enqueueJob({ db: one, clock }, job({ items: names(30) }));
  const claimed: ClaimedItem[] = [];
  for (let round = 0; round < 3; round++) {
    claimed.push(...(await claimItems({ db: one, clock }, aClaim({ limit: 5 }))));
    claimed.push(...(await claimItems({ db: two, clock }, aClaim({ limit: 5 }))));
  }
  expect(claimed).toHaveLength(30);
  expect(new Set(subjects(claimed)).size).toBe(30);
  expect(await claimItems({ db: two, clock }, aClaim())).toEqual([]);
  expect(claimed.every((item) => item.attempts === 1 && item.leaseUntil === clock.now() + 30_000)).toBe(true);
});

it("inside a shop interactive work goes before bulk, then the older job", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: ["old bulk"] }));
  clock.advance(1_000);
  await enqueueJob({ db, clock }, job({ items: ["new bulk"] }));
  clock.advance(1_000);
  await enqueueJob({ db, clock }, job({ items: ["interactive"], priority: 0 }));
  const one = async () => subjects(await claimItems({ db, clock }, aClaim({ limit: 1 })))[0];
  expect([await one(), await one(), await one()]).toEqual(["interactive", "old bulk", "new bulk"]);
});

it("kinds that this worker cannot do are left to others", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: ["a"], kind: "other" }));
  expect(await claimItems({ db, clock }, aClaim())).toEqual([]);
  expect(await claimItems({ db, clock }, aClaim({ kinds: new Map([["other", null]]) }))).toHaveLength(1);
});

it("a shop has no more items under way than it may, over all workers", async () => {
  const { open } = testDatabaseFile();
  const [one, two] = [open(), open()];
  const clock = testClock();
  await enqueueJob({ db: one, clock }, job({ items: names(20) }));
  await enqueueJob({ db: one, clock }, job({ items: names(20), shop: shopB }));
  const perShopSlots = (shop: string) => (shop === shopA ? 3 : 5);
  const first = await claimItems({ db: one, clock }, aClaim({ limit: 4, perShopSlots }));
  const rest = await claimItems({ db: two, clock }, aClaim({ limit: 50, perShopSlots }));
  const of = (shop: string) => [...first, ...rest].filter((item) => item.shop === shop).length;
  expect([of(shopA), of(shopB)]).toEqual([3, 5]);
});

it("shops get their items in turns", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: names(20) }));
  await enqueueJob({ db, clock }, job({ items: names(20), shop: shopB }));
  const items = await claimItems({ db, clock }, aClaim({ limit: 6 }));
  expect(items.filter((item) => item.shop === shopB)).toHaveLength(3);
});

it("of two shops the one with less under way goes first, interactive work or not", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: names(5), priority: 0 }));
  await claimItems({ db, clock }, aClaim({ limit: 2 }));
  await enqueueJob({ db, clock }, job({ items: ["single"], shop: shopB }));
  expect(subjects(await claimItems({ db, clock }, aClaim({ limit: 1 })))).toEqual(["single"]);
});

describe("fairness", () => {
  /** Items of 20 s each in 8 slots, one claim a second. @returns how long B's single bulk item waits, in ms */
  async function waitOfSingleItem(input: { floodPriority: 0 | 1; workers: number }): Promise<number> {
    const db = openTestDatabase();
    const clock = testClock();
    const slots = 8;
    await enqueueJob({ db, clock }, job({ items: names(50_000), priority: input.floodPriority }));
    const workers = Array.from({ length: input.workers }, () => [] as { item: ClaimedItem; until: number }[]);
    let enqueuedAt = 0;
    for (let second = 0; second < 200; second++) {
      if (second === 65) {
        enqueuedAt = clock.now();
        await enqueueJob({ db, clock }, job({ items: ["single"], shop: shopB }));
      }
      for (const [at, running] of workers.entries()) {
        const over = running.filter((entry) => entry.until <= clock.now());
        await completeAll(
          { db, clock },
          over.map((entry) => entry.item),
        );
        const left = running.filter((entry) => entry.until > clock.now());
        const free = slots - left.length;
        const mine = (shop: string) => left.filter(({ item }) => item.shop === shop).length;
        const items = await claimItems({ db, clock }, aClaim({ limit: free, free, reserve: 2, mine }));
        if (items.some((item) => item.shop === shopB)) return clock.now() - enqueuedAt;
        workers[at] = [...left, ...items.map((item) => ({ item, until: clock.now() + 20_000 }))];
      }
      clock.advance(1_000);
    }
    throw new Error("the single item was never claimed");
  }

  it.each([
    { floodPriority: 1, workers: 1 },
    { floodPriority: 0, workers: 1 },
    { floodPriority: 0, workers: 2 },
  ] as const)(
    "50,000 items of one shop hold up another's single item by seconds ($floodPriority, $workers)",
    async (input) => {
      expect(await waitOfSingleItem(input)).toBeLessThanOrEqual(1_000);
    },
  );

  it("a flood leaves slots free for shops that have nothing running", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await enqueueJob({ db, clock }, job({ items: names(100) }));
    expect(await claimItems({ db, clock }, aClaim({ limit: 8, reserve: 2 }))).toHaveLength(6);
  });
});

describe("exclusive groups", () => {
  it("of items about the same subject one runs at a time, over jobs and connections", async () => {
    const { open } = testDatabaseFile();
    const [one, two] = [open(), open()];
    const clock = testClock();
    await enqueueJob({ db: one, clock }, job({ items: ["p1", "p2", "p1"] }));
    await enqueueJob({ db: one, clock }, job({ items: ["p1", "p3"], kind: "other" }));
    const first = await claimItems({ db: one, clock }, aClaim({ limit: 3, kinds: exclusive }));
    const second = await claimItems({ db: two, clock }, aClaim({ kinds: exclusive }));
    expect(subjects([...first, ...second]).sort()).toEqual(["p1", "p2", "p3"]);

    await completeAll(
      { db: one, clock },
      first.filter((item) => item.subject === "p1"),
    );
    expect(subjects(await claimItems({ db: two, clock }, aClaim({ kinds: exclusive })))).toEqual(["p1"]);
  });

  it("the same subject of another shop is another subject", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await enqueueJob({ db, clock }, job({ items: ["p1"] }));
    await enqueueJob({ db, clock }, job({ items: ["p1"], shop: shopB }));
    expect(await claimItems({ db, clock }, aClaim({ kinds: exclusive }))).toHaveLength(2);
  });

  it("blocked items do not hold up those behind them", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await enqueueJob({ db, clock }, job({ items: ["p1", "p2"] }));
    await claimItems({ db, clock }, aClaim({ kinds: exclusive }));
    await enqueueJob({ db, clock }, job({ items: ["p1", "p2", "p3"], kind: "other" }));
    expect(subjects(await claimItems({ db, clock }, aClaim({ limit: 1, kinds: exclusive })))).toEqual(["p3"]);
  });

  it("the database itself refuses a second running item with the same key", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const jobId = await enqueueJob({ db, clock }, job({ items: ["p1", "p1"] }));
    const [first] = await claimItems({ db, clock }, aClaim({ kinds: exclusive }));
    const force = db.raw.prepare(
      "UPDATE job_items SET status = 'processing', exclusive_key = ? WHERE shop = ? AND job_id = ? AND seq = 1",
    );
    expect(() => force.run(first?.exclusiveKey, shopA, jobId)).toThrow("UNIQUE");
  });
});

it("items that saw two workers die run one at a time", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: names(4) }));
  db.raw.prepare("UPDATE job_items SET deaths = 2 WHERE shop = ? AND seq < 3").run(shopA);
  const first = await claimItems({ db, clock }, aClaim());
  expect(subjects(first)).toEqual(["p0", "p3"]);
  clock.advance(1_000);
  expect(await claimItems({ db, clock }, aClaim({ runsSuspect: true }))).toEqual([]);
  clock.advance(1_000);
  expect(subjects(await claimItems({ db, clock }, aClaim()))).toEqual(["p1"]);
});

it("of several jobs, too, one item that saw two workers die runs at a time", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: ["a"] }));
  await enqueueJob({ db, clock }, job({ items: ["b"] }));
  await enqueueJob({ db, clock }, job({ items: ["c"], shop: shopB }));
  db.raw.prepare("UPDATE job_items SET deaths = 2 /* all shops: a test */").run();
  expect(await claimItems({ db, clock }, aClaim())).toHaveLength(1);
});

it("an item that is not due is left until it is", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await enqueueJob({ db, clock }, job({ items: ["a"] }));
  const [lease] = await claimItems({ db, clock }, aClaim());
  if (!lease) throw new Error("nothing was claimed");
  const runAt = clock.now() + 5_000;
  await completeItems({ db, clock }, [
    { lease, ending: { status: "queued", runAt, refund: false, code: "x", message: "y" } },
  ]);
  clock.advance(4_999);
  expect(await claimItems({ db, clock }, aClaim())).toEqual([]);
  clock.advance(1);
  expect(await claimItems({ db, clock }, aClaim())).toMatchObject([{ attempts: 2 }]);
});
