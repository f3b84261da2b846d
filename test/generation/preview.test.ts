import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { creditEntries, jobs, versions } from "../../app/db/schema/index.ts";
import { readPreview, startPreview } from "../../app/generation/preview.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { readPreviewPanel } from "../../app/pages/rules/read-preview-panel.ts";
import { createTryTask } from "../../app/tasks/try-config.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { aWorker } from "../jobs/support.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askPreview } from "../support/pages/ask.ts";

const config = {
  word_map: { Linen: "Zwirn", linen: "zwirn" },
  content_types: { title: { task: "Write a title", character_limit: 70 }, desc: { task: "Describe it" } },
};

async function workshop() {
  const db = openTestDatabase();
  const clock = testClock();
  await storeProduct(db);
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0, repairRate: 1 } });
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
      MODEL_TIMEOUT_MS: 3_000,
    },
  });
  const worker = aWorker({ db, clock, tasks: [createTryTask({ db, clock, models })] });
  return { db, clock, models, sandbox, worker };
}

async function start(house: Awaited<ReturnType<typeof workshop>>, ids: readonly string[] = [productId]) {
  const productIds = ids.map((id) => productIdSchema.parse(id));
  const started = await startPreview(house, { shop, config, productIds, createdBy: "anna" });
  if (started.outcome !== "started") throw new Error(started.problem.code);
  return started.jobId;
}

describe("a preview of rules", () => {
  it("writes texts by the rules given, and stores no draft", async () => {
    const house = await workshop();
    const jobId = await start(house);
    expect(await readPreview(house, { shop, jobId })).toMatchObject({
      finished: false,
      items: [{ status: "running" }],
    });
    await house.worker.tick();
    const preview = await readPreview(house, { shop, jobId });
    expect(preview).toMatchObject({ finished: true, items: [{ productId, status: "done" }] });
    const texts = preview?.items[0]?.texts ?? [];
    const types = ["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt_1"];
    expect(texts.map(({ contentType }) => contentType)).toEqual(types);
    // The picture's address leads nowhere here: the model has not seen it, and the warning names it as people do.
    expect(texts.at(-1)).toMatchObject({
      image: { position: 1, url: expect.stringContaining("ravello.jpg") },
      warnings: expect.arrayContaining([
        expect.objectContaining({
          code: "IMAGE_UNSEEN",
          description: expect.stringMatching(/^the alt text of image 1 was written from/),
        }),
      ]),
    });
    const words = texts.map(({ body }) => String(body)).join("\n");
    expect(words).toMatch(/zwirn/i);
    expect(words).not.toMatch(/linen/i);
    expect(await house.db.orm.$count(versions, eq(versions.shop, shop))).toBe(0);
    expect(await readPreview(house, { shop: otherShop, jobId })).toBeNull();
  });

  it("costs what generating costs, once, and nothing when it fails", async () => {
    const house = await workshop();
    await start(house);
    await start(house, ["no-such-product"]);
    await house.worker.tick();
    const entries = await house.db.orm.select().from(creditEntries).where(eq(creditEntries.shop, shop));
    expect(entries.map(({ kind, credits }) => [kind, credits])).toEqual([["charge", -1]]);
  });

  it("answers at once with what a person must correct", async () => {
    const house = await workshop();
    house.sandbox.state.faults.set({ rules: [{ kind: "http_429_billing" }] });
    const jobId = await start(house);
    await house.worker.tick();
    const preview = await readPreview(house, { shop, jobId });
    expect(preview?.items[0]).toMatchObject({ status: "failed", texts: [], message: expect.stringMatching(/\w/) });
  });

  it("takes one to five products and rules that are valid", async () => {
    const house = await workshop();
    const by = { shop, createdBy: "anna" };
    const six = ["1", "2", "3", "4", "5", "6"].map((id) => productIdSchema.parse(id));
    const wrongNumber = { outcome: "refused", problem: { code: "wrong_number_of_products", most: 5 } };
    expect(await startPreview(house, { ...by, config, productIds: [] })).toEqual(wrongNumber);
    expect(await startPreview(house, { ...by, config, productIds: six })).toEqual(wrongNumber);
    const wrong = { client: { forbidden_words: "none" } };
    expect(await startPreview(house, { ...by, config: wrong, productIds: [productId] })).toMatchObject({
      outcome: "refused",
      problem: { code: "fields_not_valid", fields: [{ field: "client.forbidden_words" }] },
    });
    const silent = {
      client: { skip_content_types: ["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt"] },
    };
    const nothing = await startPreview(house, { ...by, config: silent, productIds: [productId] });
    expect(nothing).toEqual({ outcome: "refused", problem: { code: "every_text_left_out" } });
    expect(await house.db.orm.$count(jobs, eq(jobs.shop, shop))).toBe(0);
  });

  it("is started and shown by the config's page", async () => {
    const house = await workshop();
    const form = new FormData();
    form.set("config", JSON.stringify(config));
    form.append("id", productId);
    const started = await askPreview(house, { shop, by: "user:1" }, form);
    const jobId = "jobId" in started ? (started.jobId ?? "") : "";
    await house.worker.tick();
    const panel = await readPreviewPanel(house, shop, new URLSearchParams({ preview: jobId }));
    expect(panel).toMatchObject({
      products: [{ id: productId, title: "Linen Shirt Ravello" }],
      preview: { finished: true, items: [{ title: "Linen Shirt Ravello", status: "done" }] },
    });
    expect((await readPreviewPanel(house, otherShop, new URLSearchParams({ preview: jobId }))).preview).toBeNull();
  });
});
