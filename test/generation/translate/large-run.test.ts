import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addEntry, readAccount } from "../../../app/credits/account.ts";
import { applyGrant } from "../../../app/credits/apply-grant.ts";
import { chargeItem } from "../../../app/credits/charge-item.ts";
import { reserveRetry, reserveRun } from "../../../app/credits/reserve-run.ts";
import { settleRuns } from "../../../app/credits/settle-runs.ts";
import { jobItems, jobs } from "../../../app/db/schema/index.ts";
import { type TranslatePayload, translateJob, translatePayloadSchema } from "../../../app/generation/translate/jobs.ts";
import { planShare } from "../../../app/generation/translate/plan-share.ts";
import { mostPlannedAtOnce } from "../../../app/generation/translate/plan-translation.ts";
import { startTranslation } from "../../../app/generation/translate/start-translation.ts";
import { formatsOf } from "../../../app/i18n/formats.ts";
import { english } from "../../../app/i18n/words-of.server.ts";
import { cancelJob } from "../../../app/jobs/cancel-job.ts";
import { type ClaimedItem, claimItems } from "../../../app/jobs/claim-items.ts";
import { completeItems } from "../../../app/jobs/complete-items.ts";
import { enqueueJob } from "../../../app/jobs/enqueue-job.ts";
import { openContext } from "../../../app/jobs/item-context.ts";
import { listJobs } from "../../../app/jobs/read-jobs.ts";
import { retryFailedItems } from "../../../app/jobs/retry-failed.ts";
import type { ItemContext } from "../../../app/jobs/task.ts";
import { type JobId, type ProductId, productIdSchema } from "../../../app/lib/brand.ts";
import { runViews } from "../../../app/pages/runs/run-view.ts";
import { percentOf } from "../../../app/ui/runs/run-view.ts";
import { runWords } from "../../../app/ui/runs/run-words.ts";
import { runOf } from "../../credits/support.ts";
import { aClaim } from "../../jobs/support.ts";
import { shop, startAt } from "../../support/content/shop.ts";
import { type Atelier, atelier, draftsIn, putLive, start, started } from "./translate-world.ts";

const leaseMs = 30_000;

/**
 * A run with one item that stands for all these products, as `startTranslation` makes it of many.
 * @param other of a second share
 */
function startShare(world: Atelier, [productId, ...share]: readonly ProductId[], other?: ProductId): Promise<JobId> {
  if (productId === undefined) throw new Error("a share has a product");
  const payload = translatePayloadSchema.parse({
    ...{ locales: world.locales, contentTypes: ["title", "desc"], which: "missing", includeEdited: false },
    ...{ agentModel: "v1", createdBy: "anna", examplesBefore: startAt, productCredits: 1 },
  });
  return enqueueJob(world, {
    ...{ job: translateJob, shop, title: "Translate", payload, priority: 2 },
    items: [
      { subject: productId, payload: { productId, share } },
      ...(other === undefined ? [] : [{ subject: other, payload: { productId: other, share: [] } }]),
    ],
    stored: (jobId) =>
      reserveRun({
        ...{ shop, jobId, agentModel: "translate-v1", contentTypes: ["title"], items: 1, now: startAt },
        ...{ itemCredits: 0, heldCredits: 0 },
      }),
  });
}

async function claim(world: Atelier): Promise<{ context: ItemContext; item: ClaimedItem }> {
  const kinds = new Map([[translateJob.kind, null]]);
  const [item] = await claimItems(world, aClaim({ kinds, limit: 1, leaseMs }));
  if (!item) throw new Error("nothing is queued");
  return { item, context: openContext(world, { item, signal: new AbortController().signal, leaseMs }) };
}

/** The next `count` items fail. */
async function fail(world: Atelier, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { item: lease } = await claim(world);
    const ending = { status: "failed", code: "model_refused", message: "No." } as const;
    await completeItems(world, [{ lease, ending }]);
  }
}

async function plan(world: Atelier, jobId: JobId, { context, item }: Awaited<ReturnType<typeof claim>>) {
  const own = translateJob.item.parse(JSON.parse(item.payload ?? "null"));
  return planShare(world, context, await payloadOf(world, jobId), own);
}

async function payloadOf({ db }: Atelier, jobId: JobId): Promise<TranslatePayload> {
  const [row] = await db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
  return translatePayloadSchema.parse(row?.payload);
}

const itemsOf = ({ db }: Atelier, jobId: JobId) =>
  db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)))
    .orderBy(jobItems.seq);
const subjectsOf = async (world: Atelier, jobId: JobId) => (await itemsOf(world, jobId)).map(({ subject }) => subject);
const accountOf = ({ db }: Atelier) => db.do(readAccount(shop));

async function jobOf({ db }: Atelier, jobId: JobId) {
  const [row] = await db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
  return row;
}

async function viewOf({ db }: Atelier, jobId: JobId) {
  const { rows } = await listJobs({ db }, { shop });
  const [run] = await runViews({ db }, shop, { rows: rows.filter(({ id }) => id === jobId), away: [] });
  if (!run) throw new Error("the run is gone");
  return run;
}

/** What pages call the run. */
async function sentenceOf(world: Atelier, jobId: JobId): Promise<string> {
  const run = await viewOf(world, jobId);
  return runWords((await english()).getFixedT("en", "runs"), formatsOf("en")).sentence(run);
}

describe("a run of more products than are planned at once", () => {
  it("is stored in shares without looking at any product, and costs nothing before the worker has planned", async () => {
    const world = await atelier({ products: 1 });
    await applyGrant(world, { shop, grant: 5 });
    const productIds = Array.from({ length: mostPlannedAtOnce + 1 }, (_, n) => productIdSchema.parse(String(1001 + n)));
    const jobId = started(await start({ ...world, productIds: [...productIds, ...productIds] }));
    const items = await itemsOf(world, jobId);
    const shares = items.map(({ payload }) => translateJob.item.parse(payload));
    expect(shares.map(({ share }) => (share?.length ?? 0) + 1)).toEqual([100, 100, 51]);
    expect(shares.flatMap(({ productId, share = [] }) => [productId, ...share])).toEqual(productIds);
    expect(await jobOf(world, jobId)).toMatchObject({ total: 3, title: "Translate 251 products into de, ja, ar" });
    expect(await sentenceOf(world, jobId)).toBe("Translate 251 products · German, Japanese, and Arabic");
    expect(await accountOf(world)).toEqual({ balance: 5, held: 0, available: 5 });
    // One share planned and done is one product of 251, and not a third of the run.
    const run = await viewOf(world, jobId);
    expect(run.total).toBe(251);
    expect(percentOf({ ...run, done: 1 })).toBe(0);
    // Once they are planned, each item is a product.
    for (let round = 0; round < 3; round++) await world.worker.tick();
    expect(await sentenceOf(world, jobId)).toBe("Translate 3 products · German, Japanese, and Arabic");
  });

  it("translates each product once, however the shares are cut, and what lacks nothing is no item", async () => {
    const world = await atelier({ products: 5, locales: ["de"] });
    await applyGrant(world, { shop, grant: 10 });
    await putLive(world, "de", { title: { value: "Leinenhemd" }, desc: { value: "<p>Leinen</p>" } });
    const jobId = await startShare(world, world.productIds);
    for (let round = 0; round < 4; round++) await world.worker.tick();
    expect(await subjectsOf(world, jobId)).toEqual(["1002", "1003", "1004", "1005"]);
    expect(await jobOf(world, jobId)).toMatchObject({ total: 4, done: 4, status: "completed" });
    expect(world.sandbox.state.calls.length).toBe(4);
    for (const id of ["1002", "1003", "1004", "1005"]) expect((await draftsIn(world, id)).size).toBe(2);
    // Two texts of each product: 0.6 credits, rounded up.
    expect(await accountOf(world)).toEqual({ balance: 6, held: 0, available: 6 });
    await settleRuns(world);
    expect(await runOf(world.db, shop)).toMatchObject({ heldCredits: 0, charged: 4, settledAt: expect.any(Number) });
  });

  it("ends when none of its products lacks anything, and nothing is called or charged", async () => {
    const world = await atelier({ locales: ["de"] });
    await putLive(world, "de", { title: { value: "Leinenhemd" }, desc: { value: "<p>Leinen</p>" } });
    const jobId = await startShare(world, world.productIds);
    await world.worker.tick();
    expect(await jobOf(world, jobId)).toMatchObject({ total: 1, done: 1, status: "completed" });
    expect(world.sandbox.state.calls).toEqual([]);
    await settleRuns(world);
    expect(await runOf(world.db, shop)).toMatchObject({ charged: 1, settledAt: expect.any(Number) });
  });

  it("keeps the credits of what is planned, product by product, and gives them back as they are booked", async () => {
    const world = await atelier({ products: 3 });
    await applyGrant(world, { shop, grant: 20 });
    // Of the first one all but a text in one language is there.
    await putLive(world, "de", { title: { value: "Leinenhemd" }, desc: { value: "<p>Leinen</p>" } });
    await putLive(world, "ja", { title: { value: "リネンシャツ" }, desc: { value: "<p>リネン</p>" } });
    await putLive(world, "ar", { title: { value: "قميص" } });
    const jobId = await startShare(world, world.productIds);
    const own = await plan(world, jobId, await claim(world));
    expect(own).toEqual({ productId: "1001", credits: 1 });
    // 1 + 2 + 2, not three times the dearest.
    expect(await accountOf(world)).toEqual({ balance: 20, held: 5, available: 15 });
    expect(await jobOf(world, jobId)).toMatchObject({ total: 3 });
    world.clock.advance(leaseMs + 1);
    await world.worker.tick();
    world.clock.advance(60_000);
    for (let round = 0; round < 3; round++) await world.worker.tick();
    expect(await jobOf(world, jobId)).toMatchObject({ total: 3, done: 3, status: "completed" });
    expect(await accountOf(world)).toEqual({ balance: 15, held: 0, available: 15 });
  });
});

describe("a share whose worker dies", () => {
  it("before it is planned is planned by the next one", async () => {
    const world = await atelier({ products: 3, locales: ["de"] });
    const jobId = await startShare(world, world.productIds);
    await claim(world);
    world.clock.advance(leaseMs + 1);
    await world.worker.tick();
    world.clock.advance(60_000);
    for (let round = 0; round < 3; round++) await world.worker.tick();
    expect((await subjectsOf(world, jobId)).sort()).toEqual(["1001", "1002", "1003"]);
    expect(await jobOf(world, jobId)).toMatchObject({ total: 3, done: 3 });
  });

  it("after it is planned is not planned a second time: no item and no credit is doubled", async () => {
    const world = await atelier({ products: 3, locales: ["de"] });
    await applyGrant(world, { shop, grant: 10 });
    const jobId = await startShare(world, world.productIds);
    await plan(world, jobId, await claim(world));
    expect(await accountOf(world)).toMatchObject({ held: 3 });
    world.clock.advance(leaseMs + 1);
    await world.worker.tick();
    world.clock.advance(60_000);
    for (let round = 0; round < 3; round++) await world.worker.tick();
    expect((await subjectsOf(world, jobId)).sort()).toEqual(["1001", "1002", "1003"]);
    expect(await jobOf(world, jobId)).toMatchObject({ total: 3, done: 3, status: "completed" });
    expect(await accountOf(world)).toEqual({ balance: 7, held: 0, available: 7 });
  });

  it("plans nothing with a lease that another worker has by then, nor for a run that was cancelled", async () => {
    const world = await atelier({ products: 3, locales: ["de"] });
    const jobId = await startShare(world, world.productIds);
    const late = await claim(world);
    const other = { ...late.item, token: "another.worker" };
    const context = openContext(world, { item: other, signal: new AbortController().signal, leaseMs });
    await expect(plan(world, jobId, { item: other, context })).rejects.toMatchObject({ name: "LeaseLost" });
    await cancelJob(world, { shop, jobId });
    await expect(plan(world, jobId, late)).rejects.toMatchObject({ name: "JobCancelled" });
    expect(await itemsOf(world, jobId)).toHaveLength(1);
    expect(await runOf(world.db, shop)).toMatchObject({ heldCredits: 0 });
  });
});

describe("a share that the credits do not cover", () => {
  it("stands for all of its products still, and is planned when it is tried again with more credits", async () => {
    const world = await atelier({ products: 3, locales: ["de"] });
    await applyGrant(world, { shop, grant: 2 });
    const jobId = await startShare(world, world.productIds);
    await world.worker.tick();
    const [item] = await itemsOf(world, jobId);
    expect(item).toMatchObject({ status: "failed", code: "credits_exhausted" });
    expect(item?.message).toMatch(/next 3 products of this run cost 3 credits and 2 are left/);
    expect(await accountOf(world)).toEqual({ balance: 2, held: 0, available: 2 });
    expect(world.sandbox.state.calls).toEqual([]);
    await settleRuns(world);
    await applyGrant(world, { shop, grant: 12 });
    await reserveRetry(world, { shop, jobId, items: 1 });
    await retryFailedItems(world, { shop, jobId });
    for (let round = 0; round < 3; round++) await world.worker.tick();
    expect(await jobOf(world, jobId)).toMatchObject({ total: 3, done: 3, failed: 0, status: "completed" });
    expect(await accountOf(world)).toEqual({ balance: 9, held: 0, available: 9 });
  });
});

describe("the credits of products that differ", () => {
  it("are kept to the credit at the start of a small run, and those of a failed product are kept again for its retry", async () => {
    const world = await atelier({ products: 2, settings: { flawRate: 0 } });
    await applyGrant(world, { shop, grant: 4 });
    await putLive(world, "de", { title: { value: "Leinenhemd" }, desc: { value: "<p>Leinen</p>" } });
    await putLive(world, "ja", { title: { value: "リネンシャツ" }, desc: { value: "<p>リネン</p>" } });
    await putLive(world, "ar", { title: { value: "قميص" } });
    // 1 and 2 credits: with the dearest for each it would take all four.
    const jobId = started(await start(world));
    expect(await accountOf(world)).toEqual({ balance: 4, held: 3, available: 1 });
    await world.db.orm
      .update(jobItems)
      .set({ payload: { productId: "77", credits: 2 } })
      .where(and(eq(jobItems.shop, shop), eq(jobItems.seq, 1)));
    await world.worker.tick();
    expect(await jobOf(world, jobId)).toMatchObject({ done: 1, failed: 1 });
    expect(await accountOf(world)).toEqual({ balance: 3, held: 0, available: 3 });
    await settleRuns(world);
    await world.db.orm
      .update(jobItems)
      .set({ payload: { productId: "1002", credits: 2 } })
      .where(and(eq(jobItems.shop, shop), eq(jobItems.seq, 1)));
    await reserveRetry(world, { shop, jobId, items: 1 });
    await retryFailedItems(world, { shop, jobId });
    expect(await accountOf(world)).toEqual({ balance: 3, held: 2, available: 1 });
    await world.worker.tick();
    expect(await accountOf(world)).toEqual({ balance: 1, held: 0, available: 1 });
  });

  it("of what is not tried again are given back with the retry of the rest", async () => {
    const world = await atelier({ products: 3 });
    await applyGrant(world, { shop, grant: 10 });
    const jobId = started(await start(world));
    await world.db.orm
      .update(jobItems)
      .set({ payload: { productId: "77", credits: 2 } })
      .where(eq(jobItems.shop, shop));
    await world.worker.tick();
    await settleRuns(world);
    await reserveRetry(world, { shop, jobId, items: 1 });
    expect(await retryFailedItems(world, { shop, jobId, seqs: [0] })).toBe(1);
    expect(await accountOf(world)).toEqual({ balance: 10, held: 2, available: 8 });
  });

  it("are given back for what fails while the run goes on, and are enough for its retry", async () => {
    const world = await atelier({ products: 4 });
    await applyGrant(world, { shop, grant: 8 });
    const jobId = started(await start(world));
    await fail(world, 3);
    expect(await jobOf(world, jobId)).toMatchObject({ failed: 3, finishedAt: null });
    expect(await accountOf(world)).toEqual({ balance: 8, held: 2, available: 6 });
    await reserveRetry(world, { shop, jobId, items: 3 });
    await retryFailedItems(world, { shop, jobId });
    expect(await accountOf(world)).toEqual({ balance: 8, held: 8, available: 0 });
  });

  it("are not kept twice for a retry after the end that comes before the run is settled", async () => {
    const world = await atelier({ products: 2 });
    await applyGrant(world, { shop, grant: 4 });
    const jobId = started(await start(world));
    await fail(world, 2);
    await reserveRetry(world, { shop, jobId, items: 2 });
    await retryFailedItems(world, { shop, jobId });
    expect(await accountOf(world)).toEqual({ balance: 4, held: 4, available: 0 });
  });

  it("are kept for each retry of the same run, whether it has ended or goes on", async () => {
    const world = await atelier({ products: 3 });
    await applyGrant(world, { shop, grant: 5 });
    await putLive(world, "de", { title: { value: "Leinenhemd" }, desc: { value: "<p>Leinen</p>" } });
    await putLive(world, "ja", { title: { value: "リネンシャツ" }, desc: { value: "<p>リネン</p>" } });
    await putLive(world, "ar", { title: { value: "قميص" } });
    const jobId = started(await start(world));
    await fail(world, 3);
    await settleRuns(world);
    await world.db.transact({ shop }, () => addEntry({ shop, kind: "charge", credits: -2, now: startAt }));
    // The first one takes 1 credit, the others 2: there are not enough for all three.
    await reserveRetry(world, { shop, jobId, items: 1, seqs: [1] });
    await retryFailedItems(world, { shop, jobId, seqs: [1] });
    expect(await accountOf(world)).toEqual({ balance: 3, held: 2, available: 1 });
    await reserveRetry(world, { shop, jobId, items: 1, seqs: [0] });
    await retryFailedItems(world, { shop, jobId, seqs: [0] });
    expect(await accountOf(world)).toEqual({ balance: 3, held: 3, available: 0 });
    // Nothing failed for this reason: nothing is asked for it.
    await reserveRetry(world, { shop, jobId, items: 1, code: "timeout" });
    await expect(reserveRetry(world, { shop, jobId, items: 1, code: "model_refused" })).rejects.toMatchObject({
      merchantMessage: expect.stringMatching(/may cost 2 credits and 0 are left/),
    });
  });

  it("are not kept for a share that failed before it was planned", async () => {
    const world = await atelier({ products: 3, locales: ["de"] });
    await applyGrant(world, { shop, grant: 2 });
    const [first, second, third] = world.productIds;
    const jobId = await startShare(
      world,
      [first, second].flatMap((id) => id ?? []),
      third,
    );
    await plan(world, jobId, await claim(world));
    await fail(world, 1);
    expect(await jobOf(world, jobId)).toMatchObject({ total: 3, failed: 1, finishedAt: null });
    expect(await accountOf(world)).toEqual({ balance: 2, held: 2, available: 0 });
    await reserveRetry(world, { shop, jobId, items: 1 });
    await retryFailedItems(world, { shop, jobId });
    expect(await accountOf(world)).toEqual({ balance: 2, held: 2, available: 0 });
  });

  it("are kept to the full for the retry of a product that was booked for less and refunded", async () => {
    const world = await atelier({ products: 2 });
    await applyGrant(world, { shop, grant: 5 });
    const jobId = started(await start(world));
    const booked = { shop, jobId, itemSeq: 0 };
    await world.db.transact({ shop }, () => chargeItem(booked, { credits: 1, held: 2, now: startAt }));
    await fail(world, 1);
    expect(await accountOf(world)).toEqual({ balance: 4, held: 2, available: 2 });
    await fail(world, 1);
    expect(await settleRuns(world)).toBe(1);
    await reserveRetry(world, { shop, jobId, items: 2 });
    await retryFailedItems(world, { shop, jobId });
    expect(await accountOf(world)).toEqual({ balance: 5, held: 4, available: 1 });
  });

  it("are not kept for a product that was done and never booked, once the run has ended", async () => {
    const world = await atelier({ products: 1 });
    await applyGrant(world, { shop, grant: 2 });
    const jobId = started(await start(world));
    const { item: lease } = await claim(world);
    await completeItems(world, [{ lease, ending: { status: "done" } }]);
    expect(await jobOf(world, jobId)).toMatchObject({ done: 1, finishedAt: expect.any(Number) });
    expect(await accountOf(world)).toEqual({ balance: 2, held: 0, available: 2 });
  });

  it("do not let a run begin that they do not cover", async () => {
    const world = await atelier({ products: 2 });
    await applyGrant(world, { shop, grant: 3 });
    const asked = { shop, productIds: world.productIds, locales: world.locales, contentTypes: ["title", "desc"] };
    await expect(
      startTranslation(world, {
        ...asked,
        which: "missing",
        includeEdited: false,
        agentModel: "v1",
        createdBy: "anna",
      }),
    ).rejects.toMatchObject({ code: "credits_exhausted" });
    expect(await world.db.orm.$count(jobs, eq(jobs.shop, shop))).toBe(0);
  });
});
