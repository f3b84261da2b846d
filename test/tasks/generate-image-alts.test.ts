import { and, eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { settleRuns } from "../../app/credits/settle-runs.ts";
import {
  creditEntries,
  creditRuns,
  modelAnswers,
  type StoredFacts,
  shopSettings,
  versions,
} from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import { type ItemContext, LeaseLost } from "../../app/jobs/task.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { createGenerateTask } from "../../app/tasks/generate-content.ts";
import { createBatchTask } from "../../app/tasks/run-batches.ts";
import { nameOfRow } from "../../app/texts/slot.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { startStore } from "../../sandbox/store/start.ts";
import { aWorker } from "../jobs/support.ts";
import { someFacts } from "../support/content/facts.ts";
import { productId, shop, startAt, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const paints = [
  "red",
  "green",
  "navy",
  "brown",
  "purple",
  "orange",
  "pink",
  "yellow",
  "grey",
  "black",
  "beige",
  "blue",
];

async function studio(options: { images: number; described?: number[]; v1?: string; delivery?: "bytes" | "none" }) {
  const db = openTestDatabase();
  const clock = testClock();
  const store = await startStore({ shops: [] });
  const provider = await startModel({ settings: { flawRate: 0, batchDelayMs: 0 }, now: clock.now });
  onTestFinished(() => Promise.all([store.close(), provider.close()]).then(() => undefined));
  const images: StoredFacts["images"] = Array.from({ length: options.images }, (_, i) => ({
    id: `gid://shopify/MediaImage/${100 + i}`,
    url: `${store.url}/cdn/s/files/1/77-${i}-${paints[i % paints.length]}.png?v=1`,
    alt: options.described?.includes(i) ? "A shirt on a chair" : null,
  }));
  const { category, tags, options: choices, attributes } = someFacts();
  await storeProduct(db, { facts: { category, tags, options: choices, attributes, images } });
  if (options.delivery) {
    await db.orm.insert(shopSettings).values({ shop, modelImages: options.delivery, updatedAt: startAt });
  }
  const models = createModels({
    db,
    sealer: createSealer([newEncryptionKey()]),
    fetch,
    config: {
      OPENAI_BASE_URL: `${provider.url}/v1`,
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: options.v1 ?? "shelf-small",
      MODEL_V2: "shelf-large",
      MODEL_TIMEOUT_MS: 3_000,
      IMAGE_ORIGINS: [store.url],
    },
  });
  const tasks = [createGenerateTask({ db, clock, models }), createBatchTask({ db, clock, models })];
  return {
    db,
    clock,
    provider,
    task: createGenerateTask({ db, clock, models }),
    async generate(
      contentTypes: string[],
      more: { allImages?: boolean; lane?: "batch" | "direct"; rounds?: number } = {},
    ) {
      const { rounds = 1, ...request } = more;
      const jobId = await startGeneration(
        { db, clock },
        { shop, productIds: [productId], contentTypes, agentModel: "v1", createdBy: "anna", ...request },
      );
      const worker = aWorker({ db, clock, tasks });
      for (let round = 0; round < rounds; round++) {
        await worker.tick();
        clock.advance(60_000);
      }
      const { rows } = await listJobItems({ db }, { shop, jobId: jobIdSchema.parse(jobId) });
      return rows[0];
    },
    async drafts() {
      const rows = await db.orm
        .select()
        .from(versions)
        .where(and(eq(versions.shop, shop), eq(versions.state, "draft")));
      return new Map(rows.map((row) => [nameOfRow(row), row]));
    },
  };
}

const standing: ItemContext = {
  shop,
  jobId: jobIdSchema.parse("job_pictures"),
  seq: 0,
  attempt: 1,
  checkpoint: undefined,
  signal: new AbortController().signal,
  async saveCheckpoint() {},
  async progress() {},
  async assertStillWanted() {},
  *assertLease() {},
};

const codesOf = (row: { warnings: { code: string }[] } | undefined) => row?.warnings.map(({ code }) => code);

describe("alt texts of a product", () => {
  it("are written for images that have none, in one call with the other texts, by what each picture shows", async () => {
    const { generate, drafts, provider } = await studio({ images: 3, described: [1] });
    const item = await generate(["title", "image_alt"]);
    expect(item).toMatchObject({ status: "done" });
    const written = await drafts();
    expect([...written.keys()].sort()).toEqual(["image_alt_100", "image_alt_102", "title"]);
    expect(written.get("image_alt_100")?.body).toContain("red");
    expect(written.get("image_alt_102")?.body).toContain("navy");
    expect(written.get("image_alt_100")).toMatchObject({ base: null, warnings: [], blocked: false });
    expect(provider.state.calls.map(({ pictures, keys }) => [pictures, keys.length])).toEqual([[2, 3]]);
  });

  it("replace those that are there when all images are asked for, and remember what they were made from", async () => {
    const { generate, drafts } = await studio({ images: 2, described: [0, 1] });
    expect(await generate(["image_alt"])).toMatchObject({
      status: "done",
      message: expect.stringMatching(/no image/i),
    });
    expect((await drafts()).size).toBe(0);
    await generate(["image_alt"], { allImages: true });
    expect((await drafts()).get("image_alt_101")).toMatchObject({ base: "A shirt on a chair" });
  });

  it("cost nothing where no image needs one, and the run is closed all the same", async () => {
    const { db, clock, generate, provider } = await studio({ images: 1, described: [0] });
    await generate(["image_alt"]);
    await settleRuns({ db, clock });
    const [run] = await db.orm.select().from(creditRuns).where(eq(creditRuns.shop, shop));
    expect(run).toMatchObject({ charged: 1, settledAt: expect.any(Number) });
    const entries = await db.orm.select().from(creditEntries).where(eq(creditEntries.shop, shop));
    expect(entries.reduce((sum, { credits }) => sum + credits, 0)).toBe(0);
    expect(provider.state.calls).toEqual([]);
  });

  it("can be asked for by the image", async () => {
    const { generate, drafts, provider } = await studio({ images: 3, described: [2] });
    await generate(["image_alt_102", "image_alt_999"]);
    expect([...(await drafts()).keys()]).toEqual(["image_alt_102"]);
    expect(provider.state.calls[0]?.pictures).toBe(1);
  });

  it("are asked for eight pictures at a time", async () => {
    const { generate, drafts, provider } = await studio({ images: 11 });
    await generate(["desc", "image_alt"]);
    expect(provider.state.calls.map(({ pictures }) => pictures)).toEqual([8, 3]);
    expect((await drafts()).size).toBe(12);
  });

  it("say so when the model saw no picture: by its own refusal, or because the shop shows none", async () => {
    for (const options of [{ v1: "shelf-blind" }, { delivery: "none" as const }]) {
      const { generate, drafts } = await studio({ images: 1, ...options });
      await generate(["title", "image_alt"]);
      const written = await drafts();
      expect(codesOf(written.get("image_alt_100"))).toEqual(["IMAGE_UNSEEN"]);
      expect(codesOf(written.get("title"))).toEqual([]);
    }
  });

  it("are sent as bytes where the shop wants it so", async () => {
    const { generate, drafts } = await studio({ images: 1, delivery: "bytes" });
    await generate(["image_alt"]);
    expect((await drafts()).get("image_alt_100")?.body).toContain("red");
  });

  it("are paid for once when the worker dies before the drafts are stored, also where pictures were refused", async () => {
    for (const v1 of ["shelf-small", "shelf-blind"]) {
      const { db, task, drafts, provider } = await studio({ images: 10, v1 });
      const asked = { contentTypes: ["image_alt"], agentModel: "v1", locale: "en", createdBy: "anna" };
      const run = (context: Partial<ItemContext>) =>
        task.run({ ...standing, ...context }, task.payload.parse(asked), task.item.parse({ productId }));
      const died = run({
        assertLease: () => {
          throw new LeaseLost();
        },
      });
      await expect(died).rejects.toThrow(LeaseLost);
      const paid = provider.state.totals.paid;
      expect([paid, (await db.orm.select().from(modelAnswers)).length]).toEqual([2, 2]);
      expect(await run({ attempt: 2 })).toMatchObject({ outcome: "done" });
      expect([(await drafts()).size, provider.state.totals.paid]).toEqual([10, paid]);
    }
  });

  it("wait in a batch by address, and are asked for at once where pictures go as bytes", async () => {
    const byAddress = await studio({ images: 2 });
    await byAddress.generate(["title", "image_alt"], { lane: "batch", rounds: 8 });
    expect(byAddress.provider.state.calls.map(({ lane, pictures }) => [lane, pictures])).toEqual([["batch", 2]]);
    expect((await byAddress.drafts()).get("image_alt_101")?.body).toContain("green");
    const byBytes = await studio({ images: 2, delivery: "bytes" });
    await byBytes.generate(["title", "image_alt"], { lane: "batch", rounds: 8 });
    expect(byBytes.provider.state.calls.map(({ lane, pictures }) => [lane, pictures])).toEqual([
      ["batch", 0],
      ["direct", 2],
    ]);
    expect((await byBytes.drafts()).size).toBe(3);
  });
});
