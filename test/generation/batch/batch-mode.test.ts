import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { configRules, contentConfigs, missingBit, products } from "../../../app/db/schema/index.ts";
import { hurryCarrier } from "../../../app/generation/batch/hurry-carrier.ts";
import { readBatchCounts } from "../../../app/generation/batch/read-batch-counts.ts";
import { cancelJob } from "../../../app/jobs/cancel-job.ts";
import { listPauses, resumeShop } from "../../../app/jobs/pause.ts";
import { readJob } from "../../../app/jobs/read-jobs.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { digestOf } from "../../../app/lib/digest.ts";
import { keyIdOf } from "../../../app/lib/seal.ts";
import { modelKeyPlace } from "../../../app/model/model-key.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { resealValues } from "../../../app/tasks/reseal-values.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { shop } from "../../support/content/shop.ts";
import { batchWorld, type Death } from "./batch-world.ts";

describe("batch mode", () => {
  it("examines at once what a batch wrote: half the price of so little is not worth another day", async () => {
    const { sandbox, ...world } = await batchWorld({ products: 2, examiner: "shelf-examiner" });
    await world.finish(await world.start());
    const examined = sandbox.state.calls.filter(({ model }) => model === "shelf-examiner");
    expect(examined.map(({ lane }) => lane)).toEqual(["direct", "direct"]);
    expect(sandbox.state.totals.paidInBatches).toBe(2);
  });

  it("writes every product from one batch, for half the price", async () => {
    const world = await batchWorld({ products: 6 });
    const { sandbox } = world;
    const jobId = await world.start();
    await world.finish(jobId);
    expect((await readJob(world, { shop, jobId }))?.status).toBe("completed");
    expect(await world.drafts()).toHaveLength(12);
    expect(world.operations("batches.create")).toHaveLength(1);
    expect(sandbox.state.totals).toMatchObject({ calls: 6, paidInBatches: 6 });
    const booked = (await world.answers()).reduce((sum, { costNanos }) => sum + (costNanos ?? 0), 0);
    const { promptTokens, completionTokens } = sandbox.state.totals;
    expect(booked).toBe((promptTokens * 2_000 + completionTokens * 8_000) / 2);
    expect(await world.db.do(readBatchCounts({ shop, jobId }))).toEqual({
      waiting: 0,
      sent: 0,
      answered: 6,
      direct: 0,
    });
    await world.audit(jobId);
  });

  it.each(["cut_in_thought", "filtered", "no_choices"])(
    "takes a line that was answered without a text (%s) for an answer that is paid, and repairs it directly",
    async (kind) => {
      const world = await batchWorld({ products: 2 });
      world.sandbox.state.faults.set({ rules: [{ kind, times: 1 }] });
      const jobId = await world.start();
      await world.finish(jobId);
      expect(await world.db.do(readBatchCounts({ shop, jobId }))).toEqual({
        waiting: 0,
        sent: 0,
        answered: 2,
        direct: 0,
      });
      expect(world.sandbox.state.totals).toMatchObject({ calls: 3, paid: 3, paidInBatches: 2 });
      await world.audit(jobId);
    },
  );

  it.each([false, true])(
    "leaves what a person wrote while the batch was under way (only what is missing: %s)",
    async (onlyMissing) => {
      const world = await batchWorld({ products: 1 });
      await world.db.orm.update(products).set({ missing: missingBit.bullets }).where(eq(products.shop, shop));
      const jobId = await world.start(["bullets"], { onlyMissing });
      await world.worker.tick();
      expect(await world.itemsOf(jobId)).toMatchObject([{ status: "queued", code: "waiting_for_batch" }]);
      world.clock.advance(5_000);
      const productId = productIdSchema.parse("2001");
      const edit = { shop, productId, target: storeTarget("en"), contentType: "bullets", by: "user:1" };
      await editVersion(world, { ...edit, body: ["Sewn by hand"] });
      await world.finish(jobId);
      expect(await world.itemsOf(jobId)).toMatchObject([{ status: "done", result: { aside: 1 } }]);
      const open = (await world.drafts()).filter(({ state }) => state === "draft");
      expect(open).toMatchObject([{ origin: "edited", body: ["Sewn by hand"] }]);
      await world.audit(jobId);
    },
  );

  it("asks for repairs directly, at once", async () => {
    const world = await batchWorld({ products: 8, flawRate: 1 });
    const jobId = await world.start(["desc", "bullets"]);
    await world.finish(jobId);
    const direct = world.sandbox.state.calls.filter(({ lane }) => lane === "direct");
    expect(direct.length).toBeGreaterThan(0);
    expect(direct.every(({ isRepair }) => isRepair)).toBe(true);
    expect(world.operations("batches.create")).toHaveLength(1);
    await world.audit(jobId);
  });

  it("shows its items as waiting, and makes no direct call meanwhile", async () => {
    const world = await batchWorld({ products: 2 });
    const jobId = await world.start();
    await world.worker.tick();
    expect(await world.itemsOf(jobId)).toMatchObject([
      { status: "queued", code: "waiting_for_batch", attempts: 0, message: expect.stringContaining("half-price") },
      { status: "queued", code: "waiting_for_batch", attempts: 0 },
    ]);
    expect(world.sandbox.state.calls).toHaveLength(0);
    await world.finish(jobId);
  });

  it("asks once for a variant group and does not wait for products that need no call", async () => {
    const world = await batchWorld({ products: 3, colors: ["Black", "Blue", "Sand"] });
    const config = { ...defaultConfig, client: { ...defaultConfig.client, variant_data_fields: ["Color"] } };
    const row = { shop, id: "c1", name: "shirts", config, digest: digestOf(config), createdAt: 1, updatedAt: 1 };
    await world.db.orm.insert(contentConfigs).values(row);
    await world.db.orm.insert(configRules).values({ shop, position: 0, field: "all", value: "", configId: "c1" });
    const startedAt = world.clock.now();
    const jobId = await world.start(["title"]);
    await world.finish(jobId);
    const [batch] = await world.batches();
    expect(batch?.requests).toBe(1);
    expect((batch?.createdAt ?? 0) - startedAt).toBeLessThan(60_000);
    expect(await world.drafts()).toHaveLength(3);
    expect((await readJob(world, { shop, jobId }))?.status).toBe("completed");
  });

  it("keeps an answer although the prompt has changed since, as long as the facts are the same", async () => {
    const world = await batchWorld({ products: 2 });
    const jobId = await world.start();
    await world.worker.tick();
    const rows = await world.requests();
    world.db.raw.prepare("UPDATE batch_requests SET request_hash = 'older' WHERE shop = ? AND item_seq = 0").run(shop);
    expect(rows).toHaveLength(2);
    await world.finish(jobId);
    expect(world.sandbox.state.calls.every(({ lane }) => lane === "batch")).toBe(true);
    await world.audit(jobId);
  });

  it("asks directly again when the product's facts have changed meanwhile", async () => {
    const world = await batchWorld({ products: 2 });
    const jobId = await world.start();
    await world.worker.tick();
    await world.db.orm
      .update(products)
      .set({ title: "Another Shirt", factsDigest: "other" })
      .where(eq(products.shop, shop));
    await world.finish(jobId);
    // Both products have the same facts now: whichever comes second may be asked to differ.
    const first = world.sandbox.state.calls.filter(({ isRepair }) => !isRepair);
    expect(first.map(({ lane }) => lane)).toEqual(["batch", "batch", "direct", "direct"]);
    expect((await world.drafts()).every(({ factsDigest }) => factsDigest === "other")).toBe(true);
  });
});

const deaths: Death[] = (["upload", "submit", "poll", "read", "removeFile"] as const).flatMap((method) =>
  (["before", "after"] as const).map((when) => ({ method, when })),
);

describe("a process that dies", () => {
  it.each(deaths)("leaves a batch that is continued without paying twice: $when its call to $method", async (death) => {
    const world = await batchWorld({ death });
    const jobId = await world.start();
    await world.finish(jobId);
    expect(await world.drafts()).toHaveLength(8);
    expect(world.sandbox.state.totals).toMatchObject({ paid: 4, paidInBatches: 4 });
    await world.audit(jobId);
  });

  it("in the middle of taking 120 answers stores each once", async () => {
    const world = await batchWorld({ products: 120, death: { method: "read", when: "midway" } });
    const jobId = await world.start(["title"]);
    const kept = new Set<number>();
    await world.finish(jobId, async () => {
      kept.add((await world.answers()).length);
    });
    expect([...kept]).toEqual([0, 50, 120]);
    await world.audit(jobId);
  });
});

describe("an answer that is lost", () => {
  it.each(["files.create", "batches.create", "batches.retrieve", "files.content", "files.delete"])(
    "to %s leads to no second paid batch",
    async (operation) => {
      const world = await batchWorld();
      world.sandbox.state.faults.set({ rules: [{ match: { operation }, kind: "lost_answer", times: 1 }] });
      const jobId = await world.start();
      await world.finish(jobId);
      expect(world.sandbox.state.batches.size).toBe(1);
      expect(world.sandbox.state.totals).toMatchObject({ paid: 4, paidInBatches: 4 });
      // A batch that is there keeps its file until its answers are here.
      const steps = world.sandbox.state.laneCalls.map((call) => call.operation);
      expect(steps.indexOf("files.delete")).toBeGreaterThan(steps.lastIndexOf("files.content"));
      await world.audit(jobId);
    },
  );

  it("to the making of a batch and to the first look for it still leads to one batch", async () => {
    const world = await batchWorld();
    world.sandbox.state.faults.set({
      rules: [
        { match: { operation: "batches.create" }, kind: "lost_answer", times: 1 },
        { match: { operation: "batches.list" }, kind: "http_503", times: 3 },
      ],
    });
    const jobId = await world.start();
    await world.finish(jobId);
    expect(world.operations("batches.create")).toHaveLength(1);
    await world.audit(jobId);
  });

  it("of a batch that was never made is followed by another, after the first one's file was removed", async () => {
    const world = await batchWorld();
    world.sandbox.state.faults.set({ rules: [{ match: { operation: "batches.create" }, kind: "http_500", times: 1 }] });
    const jobId = await world.start();
    await world.finish(jobId);
    const steps = world.sandbox.state.laneCalls.map(({ operation }) => operation);
    expect(steps.filter((step) => step === "batches.create")).toHaveLength(2);
    expect(steps.indexOf("files.delete")).toBeLessThan(steps.lastIndexOf("files.create"));
    expect(world.sandbox.state.batches.size).toBe(1);
    await world.audit(jobId);
  });
});

describe("a batch that does not answer all", () => {
  it.each(["batch_line_error", "batch_expired", "batch_failed"])(
    "after %s the rest is asked for by direct calls",
    async (kind) => {
      const world = await batchWorld({ products: 5 });
      world.sandbox.state.faults.set({ rules: [{ kind, times: 1 }] });
      const jobId = await world.start();
      await world.finish(jobId);
      expect((await readJob(world, { shop, jobId }))?.status).toBe("completed");
      expect(await world.drafts()).toHaveLength(10);
      const { paid, paidInBatches } = world.sandbox.state.totals;
      expect(paid).toBe(5);
      expect(paidInBatches).toBeLessThan(5);
      await world.audit(jobId);
    },
  );

  it("a provider without room for it gets a smaller one later, still for half the price", async () => {
    const world = await batchWorld({ products: 60 });
    world.sandbox.state.faults.set({ rules: [{ kind: "batch_token_limit", times: 5 }] });
    const jobId = await world.start(["title"]);
    const madeAt: number[] = [];
    await world.finish(jobId, () => {
      if (world.sandbox.state.batches.size > madeAt.length) madeAt.push(world.clock.now());
    });
    const sizes = (await world.batches()).map(({ requests }) => requests);
    // 1,000 lines at most, then 500, 250, 125, 62 and 31.
    expect(sizes).toEqual([60, 60, 60, 60, 60, 31, 29]);
    expect((madeAt[1] ?? 0) - (madeAt[0] ?? 0)).toBeGreaterThanOrEqual(10 * 60_000);
    expect(world.sandbox.state.totals).toMatchObject({ paid: 60, paidInBatches: 60 });
    await world.audit(jobId);
  });

  it("a provider without batches writes every product directly", async () => {
    const world = await batchWorld();
    world.sandbox.state.set({ batches: false });
    const jobId = await world.start();
    await world.finish(jobId);
    expect(await world.drafts()).toHaveLength(8);
    expect(world.sandbox.state.totals).toMatchObject({ paid: 4, paidInBatches: 0 });
    await world.audit(jobId);
  });

  it("a batch that is never ended is given up after its promised day, and what it lacks is written directly", async () => {
    const world = await batchWorld({ products: 2 });
    world.sandbox.state.set({ batchDelayMs: 1_000 * 60 * 60_000 });
    const jobId = await world.start();
    await world.worker.tick();
    await world.worker.tick();
    for (let round = 0; round < 3; round++) {
      world.clock.advance(5_000);
      await world.worker.tick();
    }
    world.clock.advance(28 * 60 * 60_000);
    await world.finish(jobId);
    expect(world.operations("batches.cancel")).toHaveLength(1);
    expect(await world.drafts()).toHaveLength(4);
    await world.audit(jobId);
  });

  it("no credit at the provider pauses the work, and it is continued when the pause is lifted", async () => {
    const world = await batchWorld();
    world.sandbox.state.faults.set({
      rules: [{ match: { operation: "batches.create" }, kind: "http_429_billing", times: 1 }],
    });
    const jobId = await world.start();
    for (let round = 0; round < 5; round++) {
      await world.worker.tick();
      world.clock.advance(5_000);
    }
    expect(world.operations("batches.create")).toHaveLength(1);
    await resumeShop(world, { shop, reason: "billing" });
    await world.finish(jobId);
    expect(world.sandbox.state.batches.size).toBe(1);
    await world.audit(jobId);
  });
});

describe("another address or key in Settings", () => {
  /** A batch that is on its way, sent with the shop's own key. */
  async function submitted() {
    const world = await batchWorld({ products: 3 });
    world.connect({ baseUrl: null, key: "sk-first" });
    const jobId = await world.start();
    while (!(await world.batches()).some(({ state }) => state === "submitted")) {
      await world.worker.tick();
      world.clock.advance(2_000);
    }
    return { world, jobId };
  }

  function revokeKeyOfBatches(world: Awaited<ReturnType<typeof batchWorld>>): void {
    world.connect({ baseUrl: null, key: "sk-invalid-by-now" });
    const invalid = "SELECT model_api_key FROM shop_settings WHERE shop = @shop";
    world.db.raw.prepare(`UPDATE model_batches SET api_key = (${invalid}) WHERE shop = @shop`).run({ shop });
  }

  it.each([
    ["another key", { baseUrl: null, key: "sk-invalid-there" }],
    ["another address", { baseUrl: "http://127.0.0.1:9/v1", key: "sk-second" }],
  ])("a batch under way is asked for where it was sent after this change: %s", async (_, change) => {
    const { world, jobId } = await submitted();
    world.connect(change);
    await world.finish(jobId);
    expect(world.sandbox.state.totals).toMatchObject({ calls: 3, paidInBatches: 3 });
    expect(await world.drafts()).toHaveLength(6);
    expect(await world.batches()).toMatchObject([{ state: "closed", apiKey: null }]);
    await world.audit(jobId);
  });

  it("a key that is sealed anew under way is the same key", async () => {
    const { world, jobId } = await submitted();
    const before = (await world.batches())[0]?.apiKey;
    const { resealed } = await resealValues({ db: world.db, sealer: world.rotated });
    const after = (await world.batches())[0]?.apiKey;
    expect([resealed, after === before, keyIdOf(after ?? "")]).toEqual([2, false, world.rotated.keyIds[0]]);
    await world.finish(jobId);
    expect(world.sandbox.state.totals).toMatchObject({ calls: 3, paidInBatches: 3 });
    await world.audit(jobId);
  });

  it("whose key no encryption key opens is asked for again once the key is entered", async () => {
    const { world, jobId } = await submitted();
    const lost = world.otherSealer.seal("sk-first", modelKeyPlace(shop));
    for (const table of ["shop_settings SET model_api_key", "model_batches SET api_key"])
      world.db.raw.prepare(`UPDATE ${table} = @lost WHERE shop = @shop`).run({ lost, shop });
    for (let round = 0; round < 5; round++) {
      await world.worker.tick();
      world.clock.advance(60_000);
    }
    expect(await listPauses(world, shop)).toMatchObject([
      { reason: "model_key", message: expect.stringContaining("Enter the API key again in Settings") },
    ]);
    world.connect({ baseUrl: null, key: "sk-first" });
    await resumeShop(world, { shop, reason: "model_key" });
    await world.finish(jobId);
    expect(world.sandbox.state.totals).toMatchObject({ calls: 3, paidInBatches: 3 });
    await world.audit(jobId);
  });

  it("leaves a batch to its provider when it cannot be asked for any more, and writes directly", async () => {
    const { world, jobId } = await submitted();
    revokeKeyOfBatches(world);
    world.connect({ baseUrl: `${world.sandbox.url}/v1/`, key: "sk-second" });
    await world.finish(jobId);
    expect((await world.requests()).map(({ reason }) => reason)).toEqual(Array(3).fill("batch_out_of_reach"));
    expect(await world.drafts()).toHaveLength(6);
  });

  it("asks with the new key when the one that a batch was sent with holds no more", async () => {
    const { world, jobId } = await submitted();
    revokeKeyOfBatches(world);
    world.connect({ baseUrl: null, key: "sk-second" });
    await world.finish(jobId);
    expect(world.sandbox.state.totals).toMatchObject({ calls: 3, paidInBatches: 3 });
    await world.audit(jobId);
  });
});

describe("cancelling", () => {
  it("stops the batch with the provider, stores what was paid, and writes nothing more", async () => {
    const world = await batchWorld({ products: 10 });
    const jobId = await world.start();
    let cancelled = false;
    await world.finish(jobId, async () => {
      const running = [...world.sandbox.state.batches.values()].some(({ counts }) => counts.completed > 2);
      if (!running || cancelled) return;
      cancelled = await cancelJob(world, { shop, jobId });
    });
    expect(cancelled).toBe(true);
    expect(world.operations("batches.cancel")).toHaveLength(1);
    expect((await readJob(world, { shop, jobId }))?.status).toBe("cancelled");
    const { paid } = world.sandbox.state.totals;
    expect(paid).toBeGreaterThan(0);
    expect(paid).toBeLessThan(10);
    expect(await world.drafts()).toHaveLength(0);
    await world.audit(jobId);
  });

  it("is passed on to the provider at once, not at the next look", async () => {
    const world = await batchWorld();
    world.sandbox.state.set({ batchDelayMs: 60 * 60_000 });
    const jobId = await world.start();
    for (let round = 0; round < 60; round++) {
      await world.worker.tick();
      world.clock.advance(60_000 - round);
    }
    await world.worker.tick();
    await cancelJob(world, { shop, jobId });
    await world.worker.tick();
    expect(world.operations("batches.cancel")).toHaveLength(0);
    hurryCarrier(world, { shop, jobId });
    await world.worker.tick();
    expect(world.operations("batches.cancel")).toHaveLength(1);
    await world.finish(jobId);
  });

  it("before a batch is made leaves nothing to pay", async () => {
    const world = await batchWorld();
    world.sandbox.state.faults.set({ rules: [{ match: { operation: "files.create" }, kind: "http_503" }] });
    const jobId = await world.start();
    await world.worker.tick();
    await world.worker.tick();
    await cancelJob(world, { shop, jobId });
    await world.finish(jobId);
    expect(world.sandbox.state.totals.paid).toBe(0);
    expect(world.sandbox.state.batches.size).toBe(0);
    await world.audit(jobId);
  });
});
