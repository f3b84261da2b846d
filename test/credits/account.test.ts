import { fork } from "node:child_process";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readAccount } from "../../app/credits/account.ts";
import { applyGrant } from "../../app/credits/apply-grant.ts";
import { chargeItem } from "../../app/credits/charge-item.ts";
import { reserveRetry } from "../../app/credits/reserve-run.ts";
import { settleRuns } from "../../app/credits/settle-runs.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { creditRuns, jobs } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { claimItems } from "../../app/jobs/claim-items.ts";
import { completeItems, type Ending } from "../../app/jobs/complete-items.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import { type JobId, productIdSchema } from "../../app/lib/brand.ts";
import { aClaim } from "../jobs/support.ts";
import { otherShop, shop, testClock } from "../support/content/shop.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import { balancesOf, entriesOf, runOf } from "./support.ts";

async function setUp(grant: number | null = null) {
  const db = openTestDatabase();
  const clock = testClock();
  await applyGrant({ db, clock }, { shop, grant });
  return { db, clock };
}
type Deps = Awaited<ReturnType<typeof setUp>>;

function start(deps: Deps, products: number, agentModel: "v1" | "v2" = "v1"): Promise<JobId> {
  const productIds = Array.from({ length: products }, (_, n) => productIdSchema.parse(String(n + 1)));
  return startGeneration(deps, { shop, productIds, contentTypes: ["title"], agentModel, createdBy: "anna" });
}

/** What a worker does with items, without the texts. */
async function work({ db, clock }: Deps, limit: number, ending: Ending, charge: boolean): Promise<void> {
  const items = await claimItems({ db, clock }, aClaim({ kinds: new Map([["generate-content", null]]), limit }));
  expect(items).toHaveLength(limit);
  for (const { jobId, seq } of items) {
    if (charge) await book(db, { jobId, itemSeq: seq });
  }
  await completeItems(
    { db, clock },
    items.map((lease) => ({ lease, ending })),
  );
}

async function book(db: SqliteDb, item: { jobId: string; itemSeq: number }): Promise<void> {
  await db.transact({ shop }, () => chargeItem({ shop, ...item }, { credits: 1, now: 1_800_000_000_000 }));
}

const done: Ending = { status: "done" };
const failed: Ending = { status: "failed", code: "model_refused", message: "No." };

describe("a grant", () => {
  it("is credited once, is raised by the difference, and takes nothing away when it is lowered", async () => {
    const deps = await setUp(100);
    await applyGrant(deps, { shop, grant: 100 });
    expect(await entriesOf(deps.db, shop)).toEqual([{ kind: "grant", credits: 100, round: 0 }]);
    await applyGrant(deps, { shop, grant: 250 });
    expect(await deps.db.do(readAccount(shop))).toMatchObject({ balance: 250, available: 250 });
    await applyGrant(deps, { shop, grant: 10 });
    expect((await deps.db.do(readAccount(shop))).balance).toBe(250);
    expect(await deps.db.do(readAccount(otherShop))).toMatchObject({ balance: 0, available: null });
  });

  it("without one a shop may use as many as it likes, and what it used then is not held against a later grant", async () => {
    const deps = await setUp(null);
    const jobId = await start(deps, 2);
    await work(deps, 2, done, true);
    expect(await deps.db.do(readAccount(shop))).toMatchObject({ balance: -2, available: null });
    await applyGrant(deps, { shop, grant: 50 });
    expect(await deps.db.do(readAccount(shop))).toMatchObject({ balance: 50, available: 50 });
    await applyGrant(deps, { shop, grant: null });
    expect((await deps.db.do(readAccount(shop))).available).toBeNull();
    expect(jobId).toBeTruthy();
  });
});

describe("a run", () => {
  it("is refused before it starts when the credits do not cover it, and leaves no trace", async () => {
    const deps = await setUp(9);
    await expect(start(deps, 2, "v2")).rejects.toMatchObject({
      code: "credits_exhausted",
      merchantMessage: expect.stringMatching(/may cost 10 credits and 9 are left/),
    });
    expect(await deps.db.orm.$count(jobs, eq(jobs.shop, shop))).toBe(0);
    expect(await deps.db.orm.$count(creditRuns, eq(creditRuns.shop, shop))).toBe(0);
    await start(deps, 9);
    expect(await deps.db.do(readAccount(shop))).toEqual({ balance: 9, held: 9, available: 0 });
  });

  it("holds credits from its first transaction on, so that a second run does not spend them again", async () => {
    const deps = await setUp(1_500);
    const started = await Promise.allSettled([start(deps, 1_000), start(deps, 1_000)]);
    expect(started.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await deps.db.do(readAccount(shop))).available).toBe(500);
  });

  it("gives back what failed and what was cancelled in the moment it ends, without an entry", async () => {
    const deps = await setUp(10);
    const jobId = await start(deps, 10);
    await work(deps, 3, done, true);
    expect(await deps.db.do(readAccount(shop))).toEqual({ balance: 7, held: 7, available: 0 });
    await work(deps, 2, failed, false);
    expect(await deps.db.do(readAccount(shop))).toEqual({ balance: 7, held: 5, available: 2 });
    await cancelJob(deps, { shop, jobId });
    expect(await deps.db.do(readAccount(shop))).toEqual({ balance: 7, held: 0, available: 7 });
    expect(await settleRuns(deps)).toBe(0);
    expect(await runOf(deps.db, shop)).toMatchObject({ charged: 3, settledAt: expect.any(Number) });
    expect(await balancesOf(deps.db, shop)).toEqual({ kept: 7, summed: 7 });
  });

  it("charges an item once, however often it is done", async () => {
    const deps = await setUp(10);
    const jobId = await start(deps, 1);
    for (let i = 0; i < 3; i++) await book(deps.db, { jobId, itemSeq: 0 });
    expect(await entriesOf(deps.db, shop)).toHaveLength(2);
    expect(await deps.db.do(readAccount(shop))).toEqual({ balance: 9, held: 0, available: 9 });
  });

  it("refunds an item that was charged and then failed, once, and charges its retry anew", async () => {
    const deps = await setUp(10);
    const jobId = await start(deps, 2);
    await work(deps, 2, failed, true);
    // Exact already before the refund is booked.
    expect((await deps.db.do(readAccount(shop))).available).toBe(10);
    expect(await settleRuns(deps)).toBe(2);
    expect(await settleRuns(deps)).toBe(0);
    expect(await balancesOf(deps.db, shop)).toEqual({ kept: 10, summed: 10 });
    await reserveRetry(deps, { shop, jobId, items: 2 });
    expect(await retryFailedItems(deps, { shop, jobId })).toBe(2);
    expect((await deps.db.do(readAccount(shop))).available).toBe(8);
    deps.clock.advance(1);
    await work(deps, 2, done, true);
    expect(await settleRuns(deps)).toBe(0);
    const entries = await entriesOf(deps.db, shop);
    expect(
      entries
        .filter(({ kind }) => kind === "charge")
        .map(({ round }) => round)
        .sort(),
    ).toEqual([0, 0, 1, 1]);
    expect(await balancesOf(deps.db, shop)).toEqual({ kept: 8, summed: 8 });
    expect((await deps.db.do(readAccount(shop))).available).toBe(8);
  });

  it("refuses to try failed items again when their credits went to another run", async () => {
    const deps = await setUp(5);
    const jobId = await start(deps, 5);
    await work(deps, 5, failed, false);
    await settleRuns(deps);
    await start(deps, 4);
    await expect(reserveRetry(deps, { shop, jobId, items: 5 })).rejects.toThrow(/do not cover/);
    await reserveRetry(deps, { shop, jobId, items: 1 });
  });

  it("whose job was never stored whole holds nothing and is forgotten", async () => {
    const deps = await setUp(5);
    const jobId = await start(deps, 5);
    deps.db.raw.prepare("DELETE FROM jobs WHERE shop = ? AND id = ?").run(shop, jobId);
    expect((await deps.db.do(readAccount(shop))).available).toBe(5);
    await settleRuns(deps);
    expect(await runOf(deps.db, shop)).toBeUndefined();
  });
});

describe("processes at once", () => {
  it("charge each item once and overdraw nothing", async () => {
    const { file, open } = testDatabaseFile();
    const db = open();
    const clock = testClock();
    await applyGrant({ db, clock }, { shop, grant: 1_000 });
    const jobId = await start({ db, clock }, 400);
    const children = [1, 2].map(() =>
      fork(new URL("./charging-process.ts", import.meta.url), [file, shop, jobId, "400"], { stdio: "inherit" }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0]);
    expect(await balancesOf(db, shop)).toEqual({ kept: 600, summed: 600 });
    expect(await runOf(db, shop)).toMatchObject({ charged: 400 });
    expect(await db.do(readAccount(shop))).toEqual({ balance: 600, held: 0, available: 600 });
  });
});
