import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { readProposal } from "../../app/classification/proposals.ts";
import { startClassification } from "../../app/classification/start-classification.ts";
import { keepShopifyTaxonomy } from "../../app/classification/taxonomies/refresh-shopify.ts";
import { classifyProducts } from "../../app/commands/products/classify-products.ts";
import { newEncryptionKey } from "../../app/config.ts";
import { categoryProposals, products, type StoredFacts } from "../../app/db/schema/index.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { createClassifyTask } from "../../app/tasks/classify-products.ts";
import type { GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { entriesOf } from "../credits/support.ts";
import { aWorker } from "../jobs/support.ts";
import { installShop, openAdmin, openStore, shop } from "../shopify/open-store.ts";
import { storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const productId = productIdSchema.parse("1001");
const blank: StoredFacts = { category: null, tags: [], options: [], attributes: [], images: [] };

async function world(settings: GivenModelSettings = {}) {
  const db = openTestDatabase();
  const clock = testClock();
  const shops = [{ domain: shop, name: "A", plan: "plus" as const, locales: ["en"], catalogue: "empty" as const }];
  const store = await openStore({ shops });
  await installShop({ db, clock }, store);
  const sandbox = await startModel({
    now: clock.now,
    settings: { latencyMs: 0, flawRate: 0, repairRate: 1, ...settings },
  });
  onTestFinished(() => sandbox.close());
  const models = createModels({
    ...{ db, clock, fetch, sealer: createSealer([newEncryptionKey()]) },
    config: {
      ...{ OPENAI_BASE_URL: `${sandbox.url}/v1`, OPENAI_API_KEY: "sk-test" },
      ...{ MODEL_V1: "shelf-small", MODEL_V2: "shelf-large", MODEL_TIMEOUT_MS: 10_000, MODEL_PRICES: {} },
    },
  });
  const facts = {
    ...blank,
    options: [{ name: "Colour", values: ["Navy", "Red"] }],
    attributes: [{ name: "Material", value: "solid oak" }],
  };
  await storeProduct(db, {
    title: "Grandmother's Armchair",
    descriptionHtml: "<p>An armchair for long evenings.</p>",
    facts,
    variants: [],
  });
  await db.orm.update(products).set({ productType: "" }).where(eq(products.shop, shop));
  const admin = openAdmin({ db, clock, store });
  const worker = aWorker({ db, clock, tasks: [createClassifyTask({ db, clock, models, admin })] });
  const deps = { db, clock, models };
  const classify = async (channel: "shopify" | "google" | "gpc" = "shopify") => {
    const jobId = await startClassification(deps, {
      ...{ shop, productIds: [productId], channel, agentModel: "v1", createdBy: "user:1", itemCredits: 1 },
    });
    for (let round = 0; round < 3; round++) await worker.tick();
    const [item] = (await listJobItems({ db }, { shop, jobId })).rows;
    return { jobId, item };
  };
  const proposal = () => readProposal(deps, { shop, productId, channel: "shopify" });
  return { ...deps, store, sandbox, admin, worker, classify, proposal };
}

describe("classifying a product", () => {
  it("proposes a category of the shortlist with why, and attributes that the product's own words speak for", async () => {
    const { classify, proposal, sandbox, db, store } = await world();
    const { item } = await classify();
    expect(item).toMatchObject({ status: "done" });
    const made = await proposal();
    expect(made).toMatchObject({
      categoryId: "fr-3-1",
      channel: "shopify",
      base: null,
      createdBy: "user:1",
    });
    expect(made?.levels).toEqual([
      { code: "fr", title: "Furniture" },
      { code: "fr-3", title: "Chairs" },
      { code: "fr-3-1", title: "Armchairs" },
    ]);
    expect(made?.confidence).toBeGreaterThan(80);
    expect(made?.because).toContain("armchair");
    const values = made?.attributes
      .flatMap((one) => one.values.map(({ name, quote, isNamed }) => [one.name, name, quote, isNamed]))
      .sort((one, other) => String(one).localeCompare(String(other)));
    expect(values).toEqual([
      ["Color", "Navy", "Navy", true],
      ["Color", "Red", "Red", true],
      ["Material", "Oak", "oak", true],
    ]);
    // One call for the category and one for its attributes; the category that it had is not told.
    expect(sandbox.state.calls.length).toBe(2);
    expect((await entriesOf(db, shop)).map(({ kind, credits }) => [kind, credits])).toEqual([["charge", -1]]);
    expect(store.state.log().some(({ operationName }) => /Update|Set/.test(operationName))).toBe(false);
  });

  it("is asked for by a command, which tells what it costs at most", async () => {
    const { db, clock, models, worker } = await world();
    const asked = { agentModel: "v1", channel: "shopify" } as const;
    const anna = { shop, by: "user:1" };
    const run = (change: { selection?: { ids: string[] }; channel?: "gpc" }) =>
      classifyProducts.run({ db, clock, models }, anna, { ...asked, selection: { ids: ["1001", "7"] }, ...change });
    expect(await run({})).toMatchObject({ kind: "started", products: 1, credits: 1, leftOut: 1, modelRefused: false });
    expect(await run({ selection: { ids: ["7"] } })).toEqual({ kind: "no_product" });
    expect(await run({ channel: "gpc" })).toEqual({ kind: "taxonomy_missing", channel: "gpc" });
    await worker.tick();
  });

  it("keeps one proposal for a product, and is outdated when the product is another", async () => {
    const { classify, proposal, db } = await world();
    await classify();
    const first = await proposal();
    await classify();
    const rows = await db.orm.select().from(categoryProposals).where(eq(categoryProposals.shop, shop));
    expect(rows).toHaveLength(1);
    expect((await proposal())?.jobId).not.toBe(first?.jobId);
    await db.orm.update(products).set({ title: "Grandmother's Mirror" }).where(eq(products.shop, shop));
    await classify();
    const changed = await proposal();
    expect(changed?.basis).not.toBe(first?.basis);
    expect(changed?.levels.at(-1)?.title).toBe("Mirrors");
  });

  it("stores nothing of a pick that is not on the list, and nothing is paid for it", async () => {
    const { classify, proposal, sandbox, db } = await world();
    sandbox.state.queue({ answers: [{ content: { category: 99, confidence: 90, reason: "Sure.", phrases: [] } }] });
    const { item } = await classify();
    expect(item).toMatchObject({ status: "failed", code: "model_bad_answer" });
    expect(await proposal()).toBeUndefined();
    expect(await entriesOf(db, shop)).toEqual([]);
  });

  it("looks a second time, and no third, for what the model calls a thing of which nothing was on the list", async () => {
    const { classify, proposal, sandbox } = await world();
    const none = { category: 0, confidence: 10, reason: "None.", phrases: ["floor vase", "vase"] };
    const vase = { category: 1, confidence: 88, reason: "A vase.", phrases: [] };
    sandbox.state.queue({
      answers: [{ match: "\n1. Home & Garden > Decor > Vases\n", content: vase }, { content: none }],
    });
    await classify();
    expect(await proposal()).toMatchObject({ categoryId: "hg-3-68", confidence: 88 });
    expect(sandbox.state.queued()).toEqual([]);

    const other = await world();
    other.sandbox.state.queue({ answers: [{ content: none }, { content: none }] });
    const { item } = await other.classify();
    expect(item).toMatchObject({ status: "done", message: "None of the categories fits: choose one by hand." });
    expect(await other.proposal()).toMatchObject({ categoryId: null, levels: [] });
    expect(other.sandbox.state.calls).toHaveLength(2);
  });

  it("drops values that are not permitted, and quotes that the product does not have", async () => {
    const { classify, proposal, sandbox } = await world();
    const values = [
      { attribute: "Material", value: "Oak", quote: "solid oak" },
      { attribute: "Material", value: "Leather", quote: "fine leather" },
      { attribute: "Material", value: "Moonstone", quote: "solid oak" },
      { attribute: "Scent", value: "Oak", quote: "solid oak" },
      { attribute: "Color", value: "Brown", quote: "oak" },
    ];
    sandbox.state.queue({
      answers: [
        { content: { category: 1, confidence: 0.9, reason: "Armchair.", phrases: [] } },
        { content: { values } },
      ],
    });
    await classify();
    expect((await proposal())?.attributes).toEqual([
      {
        id: "53",
        name: "Material",
        values: [{ id: "65", name: "Oak", quote: "solid oak", fact: "Material", isNamed: true }],
      },
      // Words that name another thing are kept for a person to look at.
      { id: "1", name: "Color", values: [{ id: "7", name: "Brown", quote: "oak", fact: "Material", isNamed: false }] },
    ]);
    expect((await proposal())?.confidence).toBe(90);
  });

  it("needs the operator's file for GPC and Google's for Google, and says so", async () => {
    const { classify, db, clock, admin } = await world();
    expect((await classify("gpc")).item).toMatchObject({ status: "failed", code: "taxonomy_missing" });
    await keepShopifyTaxonomy({ db, clock, admin: admin(shop) });
    expect((await classify("google")).item).toMatchObject({ status: "failed", code: "taxonomy_missing" });
  });
});
