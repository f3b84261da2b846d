import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { readAccount } from "../../app/credits/account.ts";
import { applyGrant } from "../../app/credits/apply-grant.ts";
import { assertMaySpend } from "../../app/credits/check-spend.ts";
import { readItemCosts, readRun } from "../../app/credits/read-run.ts";
import { recentFigures } from "../../app/credits/recent-figures.ts";
import { checkSpendSettings, type SpendInput, saveSpendSettings } from "../../app/credits/spend-settings.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { batchRequests, jobItems, pauses, versions } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { listPauses } from "../../app/jobs/pause.ts";
import { listJobItems, readJob } from "../../app/jobs/read-jobs.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import { type AnyTask, LeaseLost } from "../../app/jobs/task.ts";
import { type JobId, productIdSchema } from "../../app/lib/brand.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { createGenerateTask } from "../../app/tasks/generate-content.ts";
import { keepCredits } from "../../app/tasks/keep-credits.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { balancesOf, daysOf, entriesOf, runOf } from "../credits/support.ts";
import { aWorker, until } from "../jobs/support.ts";
import { productId, shop, startAt, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";

const price = { input: 1, cached: 0.1, output: 8 };

interface Options {
  db?: SqliteDb;
  products?: number;
  priced?: boolean;
  latencyMs?: number;
  flawRate?: number;
}

async function workshop({
  db = openTestDatabase(),
  products = 1,
  priced = true,
  latencyMs = 0,
  flawRate = 0,
}: Options = {}) {
  const clock = testClock();
  const sandbox = await startModel({ settings: { latencyMs, flawRate, repairRate: 1 } });
  onTestFinished(() => sandbox.close());
  const models = createModels({
    db,
    sealer: createSealer([newEncryptionKey()]),
    fetch,
    config: {
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: "shelf-small",
      MODEL_V2: "shelf-large",
      MODEL_TIMEOUT_MS: 10_000,
      MODEL_PRICES: priced ? { "shelf-small": price, "shelf-large": price } : {},
    },
  });
  const task: AnyTask = createGenerateTask({ db, clock, models });
  for (let n = 0; n < products; n++) {
    // Titles of their own: texts that repeat another product's are written again.
    await storeProduct(db, { id: String(Number(productId) + n), title: `Linen Shirt No. ${n + 1}` });
  }
  return { db, clock, sandbox, models, task, products };
}
type Workshop = Awaited<ReturnType<typeof workshop>>;

function start({ db, clock, products }: Workshop, agentModel: "v1" | "v2" = "v1"): Promise<JobId> {
  const productIds = Array.from({ length: products }, (_, n) => productIdSchema.parse(String(Number(productId) + n)));
  return startGeneration({ db, clock }, { shop, productIds, contentTypes: ["title"], agentModel, createdBy: "anna" });
}

async function cap({ db, clock }: Workshop, caps: Partial<SpendInput>): Promise<void> {
  const input = { dailyCostCap: "", dailyCreditsCap: "", prices: {}, ...caps };
  const checked = await checkSpendSettings({ db }, { shop, input, pricedByOperator: () => true });
  if (checked.outcome === "invalid") throw new Error(JSON.stringify(checked.errors));
  await saveSpendSettings({ db, clock }, { shop, settings: checked.settings });
}

function statusesOf({ db }: Workshop, jobId: JobId): Record<string, number> {
  const rows = db.raw
    .prepare<[string, string], { status: string; n: number }>(
      "SELECT status, count(*) AS n FROM job_items WHERE shop = ? AND job_id = ? GROUP BY status",
    )
    .all(shop, jobId);
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

const statusOf = async ({ db }: Workshop, jobId: JobId) => (await readJob({ db }, { shop, jobId }))?.status;

describe("a generated product", () => {
  it("is charged with its texts, and its calls' tokens and cost are kept by item, run and day", async () => {
    const floor = await workshop({ products: 3 });
    const { db, clock, sandbox, task } = floor;
    await applyGrant({ db, clock }, { shop, grant: 20 });
    const jobId = await start(floor, "v2");
    await aWorker({ db, clock, tasks: [task] }).tick();
    expect(await statusOf(floor, jobId)).toBe("completed");
    expect(await balancesOf(db, shop)).toEqual({ kept: 5, summed: 5 });
    const { calls } = sandbox.state;
    const sum = (pick: (call: (typeof calls)[number]) => number) =>
      calls.reduce((total, call) => total + pick(call), 0);
    const [tokensIn, tokensCached, tokensOut] = [
      sum((call) => call.promptTokens),
      sum((call) => call.cachedTokens),
      sum((call) => call.completionTokens),
    ];
    const micros = (tokensIn - tokensCached) * price.input + tokensCached * price.cached + tokensOut * price.output;
    const figures = { calls: 3, tokensIn, tokensCached, tokensOut, unpricedCalls: 0 };
    const run = await readRun({ db }, { shop, jobId });
    expect(run).toEqual({ ...figures, costNanos: expect.closeTo(micros * 1_000, -1), itemCredits: 5, credits: 15 });
    const items = await readItemCosts({ db }, { shop, jobId, seqs: [0, 1, 2] });
    expect([...items.values()].reduce((total, item) => total + item.costNanos, 0)).toBe(run?.costNanos);
    expect(await daysOf(db, shop)).toMatchObject([{ credits: 15, calls: 3, costNanos: run?.costNanos }]);
    expect(await recentFigures({ db }, shop)).toMatchObject([
      { agentModel: "v2", contentTypes: ["title"], products: 3, tokensIn: tokensIn / 3 },
    ]);
  });

  it("of a model without a price has an unknown cost, not none", async () => {
    const floor = await workshop({ priced: false });
    const jobId = await start(floor);
    await aWorker({ ...floor, tasks: [floor.task] }).tick();
    expect(await readRun(floor, { shop, jobId })).toMatchObject({ costNanos: 0, unpricedCalls: 1, credits: 1 });
    expect((await readItemCosts(floor, { shop, jobId, seqs: [0] })).get(0)).toMatchObject({ unpricedCalls: 1 });
  });

  it("whose repairs took further calls is charged no more", async () => {
    const floor = await workshop();
    floor.sandbox.state.faults.set({ rules: [{ kind: "placeholder", times: 1 }] });
    await start(floor);
    await aWorker({ ...floor, tasks: [floor.task] }).tick();
    expect(floor.sandbox.state.calls.length).toBeGreaterThan(1);
    expect(await balancesOf(floor.db, shop)).toEqual({ kept: -1, summed: -1 });
    expect(await runOf(floor.db, shop)).toMatchObject({ calls: floor.sandbox.state.calls.length, charged: 1 });
  });

  it("that failed is not charged, and is when its retry succeeds", async () => {
    const floor = await workshop();
    const { db, clock, sandbox, task } = floor;
    await applyGrant({ db, clock }, { shop, grant: 1 });
    sandbox.state.queue({ answers: [{ refusal: "I cannot do that.", times: 3 }] });
    const jobId = await start(floor);
    const worker = aWorker({ db, clock, tasks: [task] });
    await worker.tick();
    expect(await statusOf(floor, jobId)).toBe("failed");
    expect(await db.do(readAccount(shop))).toEqual({ balance: 1, held: 0, available: 1 });
    await retryFailedItems({ db, clock }, { shop, jobId });
    await worker.tick();
    expect(await statusOf(floor, jobId)).toBe("completed");
    expect((await db.do(readAccount(shop))).balance).toBe(0);
  });

  it("is charged neither when the lease is lost before its texts are stored nor twice after a crash behind them", async () => {
    const floor = await workshop();
    const { db, clock, task } = floor;
    const jobId = await start(floor);
    let crash: "before" | "after" | null = "before";
    const crashing: AnyTask = {
      ...task,
      async run(context, payload, item) {
        const lost = crash === "before";
        const outcome = await task.run(
          lost
            ? {
                ...context,
                assertLease: () => {
                  throw new LeaseLost();
                },
              }
            : context,
          payload,
          item,
        );
        // The worker is gone before it settles the item: nothing records the outcome.
        if (crash === "after") throw new LeaseLost();
        return outcome;
      },
    };
    const worker = aWorker({ db, clock, tasks: [crashing], leaseMs: 1_000 });
    for (const when of ["before", "after", null] as const) {
      crash = when;
      await worker.tick();
      expect(await entriesOf(db, shop)).toHaveLength(when === "before" ? 0 : 1);
      clock.advance(60_000);
    }
    await worker.tick();
    expect(await statusOf(floor, jobId)).toBe("completed");
    expect(await balancesOf(db, shop)).toEqual({ kept: -1, summed: -1 });
    expect(floor.sandbox.state.calls).toHaveLength(1);
  });

  it("that was charged by a worker that died, and then cancelled, is refunded", async () => {
    const floor = await workshop();
    const { db, clock, task } = floor;
    const jobId = await start(floor);
    const dying: AnyTask = {
      ...task,
      async run(context, payload, item) {
        await task.run(context, payload, item);
        throw new LeaseLost();
      },
    };
    await aWorker({ db, clock, tasks: [dying], leaseMs: 1_000 }).tick();
    clock.advance(60_000);
    await cancelJob({ db, clock }, { shop, jobId });
    await aWorker({ db, clock, tasks: [task] }).tick();
    expect(await statusOf(floor, jobId)).toBe("cancelled");
    await keepCredits({ db, clock });
    expect((await entriesOf(db, shop)).map(({ credits }) => credits)).toEqual([-1, 1]);
    expect(await balancesOf(db, shop)).toEqual({ kept: 0, summed: 0 });
  });

  it("is charged once by two workers with files of their own", async () => {
    const file = testDatabaseFile();
    const floor = await workshop({ db: file.open(), products: 60 });
    const { clock, models, db } = floor;
    await applyGrant({ db, clock }, { shop, grant: 60 });
    const jobId = await start(floor);
    for (let n = 0; n < 2; n++) {
      const own = file.open();
      aWorker({ db: own, clock, tasks: [createGenerateTask({ db: own, clock, models })] }).start();
    }
    await until(async () => (await statusOf(floor, jobId)) === "completed", "both workers are done");
    expect(await entriesOf(db, shop)).toHaveLength(61);
    expect(await db.do(readAccount(shop))).toEqual({ balance: 0, held: 0, available: 0 });
  });
});

describe("the cap for one run", () => {
  it("stops a run after the products under way, tells why, and lets the rest be tried again once it is raised", async () => {
    const floor = await workshop({ products: 3 });
    const { db, clock, task, sandbox } = floor;
    await cap(floor, { runCostCap: "0.01" });
    // One call costs a few hundred microdollars; a tiny cap is reached by the first.
    await db.raw.prepare("UPDATE spend_settings SET run_cost_cap_nanos = 1 WHERE shop = ?").run(shop);
    const jobId = await start(floor);
    const worker = aWorker({ db, clock, tasks: [task], slots: 1 });
    clock.advance(1);
    while ((await worker.tick()) > 0);
    expect(statusesOf(floor, jobId)).toEqual({ done: 1, failed: 2 });
    expect(sandbox.state.calls).toHaveLength(1);
    const { rows } = await listJobItems({ db }, { shop, jobId, limit: 3 });
    const refused = rows.filter(({ status }) => status === "failed");
    for (const { code, message } of refused) {
      expect([code, message]).toEqual([
        "run_cap",
        expect.stringMatching(/^This run has cost .* your cap for one run is/),
      ]);
    }
    // Another run has a cap of its own, and no run is held back by this one.
    const other = await start(floor);
    await worker.tick();
    expect(statusesOf(floor, other)).toMatchObject({ done: 1 });
    await cap(floor, { runCostCap: "50" });
    await retryFailedItems({ db, clock }, { shop, jobId });
    clock.advance(1_000);
    while ((await worker.tick()) > 0);
    expect(statusesOf(floor, jobId)).toEqual({ done: 3 });
  });
});

describe("the daily cap", () => {
  it("in credits pauses the rest, which continues by itself the next day (UTC)", async () => {
    const floor = await workshop({ products: 5 });
    const { db, clock, task, sandbox } = floor;
    await cap(floor, { dailyCreditsCap: "3" });
    const jobId = await start(floor);
    // A call that fails, as one may on a busy machine, is made again after a pause: the clock must advance for it.
    sandbox.state.faults.set({ rules: [{ kind: "http_503", after: 3, times: 1 }] });
    const worker = aWorker({ db, clock, tasks: [task], slots: 1 });
    const work = async ({ pauseMs }: { pauseMs: number }) => {
      for (let idle = 0; idle < 5; clock.advance(pauseMs)) idle = (await worker.tick()) > 0 ? 0 : idle + 1;
      await keepCredits({ db, clock });
    };
    const answered = () => sandbox.state.calls.filter(({ paid }) => paid);
    clock.advance(1);
    await work({ pauseMs: 2_000 });
    expect(statusesOf(floor, jobId)).toMatchObject({ done: 3, paused: 1 });
    expect(answered()).toHaveLength(3);
    expect(await listPauses({ db }, shop)).toMatchObject([
      {
        reason: "spend_cap",
        message: expect.stringMatching(/Today 3 credits are used; you allow 3 a day.* 00:00 UTC/),
      },
    ]);
    const midnight = (Math.floor(startAt / 86_400_000) + 1) * 86_400_000;
    clock.advance(midnight - clock.now() - 1);
    await work({ pauseMs: 0 });
    expect(answered()).toHaveLength(3);
    clock.advance(6_000);
    await keepCredits({ db, clock });
    await work({ pauseMs: 2_000 });
    expect(await statusOf(floor, jobId)).toBe("completed");
    expect((await daysOf(db, shop)).map(({ credits }) => credits)).toEqual([3, 2]);
  });

  it("in money pauses the rest, which continues when the cap is raised", async () => {
    const floor = await workshop({ products: 4 });
    const { db, clock, task, sandbox } = floor;
    // One call costs a few hundred microdollars; a tiny cap is reached by the first.
    await cap(floor, { dailyCostCap: "0.01" });
    await db.raw.prepare("UPDATE spend_settings SET daily_cost_cap_nanos = 1 WHERE shop = ?").run(shop);
    const jobId = await start(floor);
    const worker = aWorker({ db, clock, tasks: [task], slots: 1 });
    clock.advance(1);
    while ((await worker.tick()) > 0);
    await keepCredits({ db, clock });
    expect(statusesOf(floor, jobId)).toMatchObject({ done: 1, paused: 1 });
    expect(sandbox.state.calls).toHaveLength(1);
    clock.advance(1_000);
    await cap(floor, { dailyCostCap: "50" });
    await keepCredits({ db, clock });
    expect(await db.orm.select().from(pauses).where(eq(pauses.shop, shop))).toEqual([]);
    while ((await worker.tick()) > 0);
    expect(await statusOf(floor, jobId)).toBe("completed");
  });

  it("in money stops a repair too, and the item continues with the answer it has paid for", async () => {
    const floor = await workshop();
    const { db, clock, task, sandbox } = floor;
    sandbox.state.faults.set({ rules: [{ kind: "placeholder", times: 1 }] });
    await cap(floor, { dailyCostCap: "1" });
    await db.raw.prepare("UPDATE spend_settings SET daily_cost_cap_nanos = 1 WHERE shop = ?").run(shop);
    const jobId = await start(floor);
    const worker = aWorker({ db, clock, tasks: [task] });
    await worker.tick();
    expect(statusesOf(floor, jobId)).toEqual({ paused: 1 });
    expect(await entriesOf(db, shop)).toEqual([]);
    await cap(floor, { dailyCostCap: "1" });
    await keepCredits({ db, clock });
    await worker.tick();
    expect(await statusOf(floor, jobId)).toBe("completed");
    expect(sandbox.state.calls).toHaveLength(2);
  });

  it("in money lets nothing be written by a model whose price is not known", async () => {
    const floor = await workshop({ priced: false });
    const { db, clock, task, sandbox } = floor;
    await cap(floor, { dailyCostCap: "5" });
    const jobId = await start(floor);
    await aWorker({ db, clock, tasks: [task] }).tick();
    expect(statusesOf(floor, jobId)).toEqual({ paused: 1 });
    expect(sandbox.state.calls).toHaveLength(0);
    expect((await listPauses({ db }, shop))[0]?.message).toMatch(/price of shelf-small is not known/);
  });

  it("is exceeded by at most the calls under way when it was reached: 64 at once", async () => {
    const floor = await workshop({ products: 200, latencyMs: 40 });
    const { db, clock, task, sandbox } = floor;
    const atOnce = 64;
    await cap(floor, { dailyCreditsCap: "70" });
    const jobId = await start(floor);
    const worker = aWorker({ db, clock, tasks: [task], slots: atOnce, perShopSlots: () => atOnce });
    worker.start();
    await until(() => {
      const { processing = 0, paused = 0 } = statusesOf(floor, jobId);
      return paused > 0 && processing === 0;
    }, "the cap stopped the work");
    const [day] = await daysOf(db, shop);
    expect(day?.credits).toBeGreaterThanOrEqual(70);
    expect(day?.credits).toBeLessThanOrEqual(70 + atOnce - 1);
    expect(sandbox.state.calls.length).toBe(day?.calls);
    expect(day?.calls).toBeLessThanOrEqual(70 + atOnce - 1);
    const spentBefore = sandbox.state.calls.length;
    await keepCredits({ db, clock });
    await worker.stop({ drainMs: 1_000 });
    expect(sandbox.state.calls.length).toBe(spentBefore);
    const texts = await db.orm.$count(versions, eq(versions.shop, shop));
    expect(texts).toBe(day?.credits);
    expect(await db.orm.$count(jobItems, eq(jobItems.shop, shop))).toBe(200);
  });

  it("counts calls that wait in a batch before they are paid", async () => {
    const floor = await workshop();
    const { db, clock, task, sandbox } = floor;
    const first = await start(floor);
    await aWorker({ db, clock, tasks: [task] }).tick();
    const costNanos = (await readRun({ db }, { shop, jobId: first }))?.costNanos ?? 0;
    const batched = await start(floor);
    const waiting = Array.from({ length: 10 }, (_, itemSeq) => ({
      shop,
      jobId: batched,
      itemSeq,
      callNo: 0,
      customId: `c${itemSeq}`,
      requestHash: "h",
      factsDigest: "f",
      state: itemSeq < 5 ? ("waiting" as const) : ("sent" as const),
      createdAt: startAt,
    }));
    await db.orm.insert(batchRequests).values(waiting);
    const next = { shop, jobId: batched, model: "shelf-small", priced: true, credits: 1 };
    await cap(floor, { dailyCreditsCap: "11" });
    await expect(assertMaySpend({ db, clock }, next)).rejects.toThrow(expect.objectContaining({ code: "spend_cap" }));
    await cap(floor, { dailyCreditsCap: "12" });
    await assertMaySpend({ db, clock }, next);
    await cap(floor, { dailyCostCap: "1" });
    const setCap = db.raw.prepare("UPDATE spend_settings SET daily_cost_cap_nanos = ? WHERE shop = ?");
    setCap.run(costNanos * 11, shop);
    await expect(assertMaySpend({ db, clock }, next)).rejects.toThrow(expect.objectContaining({ code: "spend_cap" }));
    setCap.run(costNanos * 11 + 1, shop);
    await assertMaySpend({ db, clock }, next);
    expect(sandbox.state.calls).toHaveLength(1);
  });

  it("of one shop does not touch another's, and none is asked where none is set", async () => {
    const floor = await workshop();
    const jobId = await start(floor);
    await aWorker({ ...floor, tasks: [floor.task] }).tick();
    expect(await statusOf(floor, jobId)).toBe("completed");
    expect(await daysOf(floor.db, shop)).toHaveLength(1);
  });
});

describe("the prompt cache", () => {
  it.each([
    ["of one content type", ["title"]],
    ["of all content types", ["title", "desc", "bullets", "seo_title", "seo_desc"]],
  ])("serves most of a prompt %s from the second product of a job on, without notes", async (_, contentTypes) => {
    const floor = await workshop({ products: 3 });
    const { db, clock, sandbox, task } = floor;
    const productIds = ["1001", "1002", "1003"].map((id) => productIdSchema.parse(id));
    const jobId = await startGeneration(
      { db, clock },
      { shop, productIds, contentTypes, agentModel: "v1", createdBy: "anna" },
    );
    await aWorker({ db, clock, tasks: [task], slots: 1 }).tick();
    await aWorker({ db, clock, tasks: [task], slots: 1 }).tick();
    const [first, second] = sandbox.state.calls;
    expect(first?.cachedTokens).toBe(0);
    // Everything but the product's own data, in the provider's steps of 128 tokens.
    expect((second?.cachedTokens ?? 0) / (second?.promptTokens ?? 1)).toBeGreaterThan(0.8);
    const costs = await readItemCosts({ db }, { shop, jobId, seqs: [0, 1] });
    expect(costs.get(1)?.tokensCached).toBe(second?.cachedTokens);
    expect(costs.get(1)?.costNanos).toBeLessThan(costs.get(0)?.costNanos ?? 0);
  });
});
