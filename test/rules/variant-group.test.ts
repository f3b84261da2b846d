import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { writeOwnAttributes } from "../../app/catalog/write-own-attributes.ts";
import { newEncryptionKey } from "../../app/config.ts";
import { configRules, contentConfigs, creditEntries, jobItems, versions } from "../../app/db/schema/index.ts";
import { type GenerationRequest, startGeneration } from "../../app/generation/start-generation.ts";
import { findMasters } from "../../app/generation/variants/find-masters.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { digestOf } from "../../app/lib/digest.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import type { Model, ModelRequest } from "../../app/model/port.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { createGenerateTask } from "../../app/tasks/generate-content.ts";
import { aWorker } from "../jobs/support.ts";
import { goodTexts, someFacts } from "../support/content/facts.ts";
import { otherShop, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const ids = ["1", "2", "3"].map((id) => productIdSchema.parse(id));
const texts = { ...goodTexts, title: "Linen Shirt Ravello in Black", seo_title: "Black Linen Shirt Ravello" };

/** Three shirts: black and blue are one group, sand is in no group. */
async function workshop(options: { title?: string; master?: Partial<typeof texts> } = {}) {
  const db = openTestDatabase();
  const clock = testClock();
  const colors = ["Black", "Blue", "Sand"];
  for (const [i, id] of ids.entries()) {
    const group = i < 2 ? [{ name: "Variant group id", value: "G1" }] : [];
    const { category, tags, images } = someFacts();
    const attributes = [...someFacts().attributes, { name: "Color", value: colors[i] ?? "" }, ...group];
    await storeProduct(db, { id, facts: { category, tags, options: [], attributes, images } });
  }
  const config = { ...defaultConfig, client: { ...defaultConfig.client, variant_data_fields: ["Color"] } };
  const row = { shop, id: "c1", name: "shirts", config, digest: digestOf(config), createdAt: 1, updatedAt: 1 };
  await db.orm.insert(contentConfigs).values(row);
  await db.orm.insert(configRules).values({ shop, position: 0, field: "all", value: "", configId: "c1" });
  const asked: ModelRequest[] = [];
  const model: Model = {
    async complete(request) {
      asked.push(request);
      const json = { ...texts, ...options.master };
      return { kind: "json", json, model: "small", tokensIn: 1, tokensCached: 0, tokensOut: 1 };
    },
  };
  const real = createModels({
    db,
    sealer: createSealer([newEncryptionKey()]),
    fetch,
    config: {
      OPENAI_BASE_URL: "http://127.0.0.1:1/v1",
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: "small",
      MODEL_V2: "large",
      MODEL_TIMEOUT_MS: 100,
    },
  });
  const models = { forShop: async (of: typeof shop) => ({ ...(await real.forShop(of)), model }) };
  const worker = aWorker({ db, clock, tasks: [createGenerateTask({ db, clock, models })] });
  async function generate(request: Partial<GenerationRequest> = {}) {
    const contentTypes = ["title", "seo_title"];
    await startGeneration(
      { db, clock },
      { shop, productIds: ids, contentTypes, agentModel: "v1", createdBy: "anna", ...request },
    );
    for (let round = 0; round < 4; round++) {
      await worker.tick();
      clock.advance(5_000);
    }
    return db.orm.select().from(jobItems).where(eq(jobItems.shop, shop)).orderBy(asc(jobItems.seq));
  }
  const titleOf = async (productId: string) => {
    const [version] = await db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.productId, productId), eq(versions.contentType, "title")));
    return version;
  };
  return { db, clock, asked, generate, titleOf };
}

describe("a variant group", () => {
  it("is written once, for its first product, and varied by program for the others", async () => {
    const { db, asked, generate, titleOf } = await workshop();
    const items = await generate({ productIds: ids.slice(0, 2) });
    expect(items.map(({ status }) => status)).toEqual(["done", "done"]);
    expect(asked).toHaveLength(1);
    expect((await titleOf("1"))?.body).toBe("Linen Shirt Ravello in Black");
    expect(await titleOf("2")).toMatchObject({
      body: "Linen Shirt Ravello in Blue",
      state: "draft",
      origin: "generated",
      model: "small",
      tokensOut: 0,
    });
    expect(items[1]?.message).toContain("varied from the first product");
    const charges = await db.orm
      .select({ credits: creditEntries.credits })
      .from(creditEntries)
      .where(and(eq(creditEntries.shop, shop), eq(creditEntries.kind, "charge")));
    expect(charges.map(({ credits }) => Math.abs(credits)).sort()).toEqual([0, 1]);
  });

  it("is written product by product when grouping is skipped, and so is what belongs to no group", async () => {
    const { asked, generate } = await workshop();
    await generate({ productIds: ids.slice(0, 2), skipGrouping: true });
    expect(asked.length).toBeGreaterThanOrEqual(2);
    const alone = await workshop();
    await alone.generate({ productIds: ids.slice(1) });
    expect(alone.asked.length).toBeGreaterThanOrEqual(2);
  });

  it("writes a variant apart when the varied text would state what its facts do not", async () => {
    const { db, clock, asked, generate, titleOf } = await workshop({
      master: { title: "Linen Shirt Ravello in Black, 74 cm" },
    });
    const attributes = [{ name: "Length", value: "90 cm" }];
    const second = ids[1] ?? productIdSchema.parse("2");
    await writeOwnAttributes({ db, clock }, { shop, productId: second, attributes, keepOthers: true, by: "anna" });
    await generate({ productIds: ids.slice(0, 2) });
    expect(asked.length).toBeGreaterThan(1);
    // The model writes the same for every product: its text is marked like any other that no fact supports.
    const title = await titleOf("2");
    expect(title?.body).toBe("Linen Shirt Ravello in Black, 74 cm");
    expect(title?.warnings).toContainEqual(expect.objectContaining({ quote: "74 cm" }));
  });
});

describe("finding masters", () => {
  it("takes the first product in the given order, and the merchant's own word before Shopify's", async () => {
    const { db, clock } = await workshop();
    const find = (of = shop, productIds = ids) => findMasters({ db }, { shop: of, productIds });
    expect([...(await find())]).toEqual([["2", "1"]]);
    expect([...(await find(shop, [...ids].reverse()))]).toEqual([["1", "2"]]);
    expect([...(await find(otherShop))]).toEqual([]);
    const own = (productId: (typeof ids)[number], value: string) =>
      writeOwnAttributes(
        { db, clock },
        { shop, productId, attributes: [{ name: "variant_group_id", value }], keepOthers: true, by: "anna" },
      );
    for (const id of ids.slice(1)) await own(id, "G2");
    expect([...(await find())]).toEqual([["3", "2"]]);
  });
});
