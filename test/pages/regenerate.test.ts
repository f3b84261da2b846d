import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { configRules, contentConfigs, jobItems, jobs, versions } from "../../app/db/schema/index.ts";
import { generateJob } from "../../app/generation/jobs.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { readProductsPage } from "../../app/pages/products/read-page.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { someFacts } from "../support/content/facts.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askProduct, askProducts } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const user = { shop, by: "user:1" };
const models = unaskedModels({ imageDelivery: "none", offersBatches: async () => false });

/** Two shirts of one variant group, and rules that vary the color. */
async function setUp() {
  const deps = { db: openTestDatabase(), clock: testClock(), models };
  const { category, tags, options, attributes, images } = someFacts();
  const group = [...attributes, { name: "variant_group_id", value: "G1" }];
  for (const id of [productId, "1002"]) {
    await storeProduct(deps.db, { id, facts: { category, tags, options, attributes: group, images } });
  }
  return deps;
}

async function assignRules({ db }: Awaited<ReturnType<typeof setUp>>, fields: string[]) {
  const config = { ...defaultConfig, client: { ...defaultConfig.client, variant_data_fields: fields } };
  await db.orm
    .insert(contentConfigs)
    .values({ shop, id: "c1", name: "shirts", config, digest: "d", createdAt: 1, updatedAt: 1 });
  await db.orm.insert(configRules).values({ shop, position: 0, field: "all", value: "", configId: "c1" });
}

function payloadsOf({ db }: Awaited<ReturnType<typeof setUp>>) {
  return db.orm
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.kind, generateJob.kind)));
}

describe("generating one product's texts again", () => {
  const asked = { intent: "generate", agentModel: "v2", notes: "" };

  it("keeps a field's value as the new text where a person chooses that, as a checked draft, and asks no model", async () => {
    const deps = await setUp();
    const answer = await askProduct(deps, user, productId, {
      ...asked,
      contentTypes: ["bullets"],
      fieldNotes: { bullets: "• Washed linen for warm days\nWeighs 900 g in all" },
      given: ["bullets"],
    });
    expect(answer).toEqual({ message: "Text saved as a draft" });
    expect(await payloadsOf(deps)).toEqual([]);
    const [draft] = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
    expect(draft).toMatchObject({
      contentType: "bullets",
      state: "draft",
      origin: "edited",
      body: ["Washed linen for warm days", "Weighs 900 g in all"],
    });
    expect(draft?.warnings.map(({ code }) => code)).toContain("CONTRADICTED_FACT");
  });

  it("takes it for an instruction otherwise, beside texts that are given", async () => {
    const deps = await setUp();
    const answer = await askProduct(deps, user, productId, {
      ...asked,
      contentTypes: ["title", "desc"],
      fieldNotes: { title: "Linen Shirt Ravello for Summer", desc: "Shorter, please" },
      given: ["title"],
    });
    expect(answer).toMatchObject({ message: "Writing started" });
    expect(await payloadsOf(deps)).toMatchObject([
      { payload: { contentTypes: ["desc"], agentModel: "v2", fieldNotes: { desc: "Shorter, please" } } },
    ]);
    const [draft] = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
    expect(draft).toMatchObject({ contentType: "title", body: "Linen Shirt Ravello for Summer" });
  });

  it("refuses an empty new text, and changes nothing", async () => {
    const deps = await setUp();
    const answer = await askProduct(deps, user, productId, { ...asked, contentTypes: ["title"], given: ["title"] });
    expect(answer).toEqual({ problem: "title: the new content is empty." });
    expect(await deps.db.orm.$count(versions, eq(versions.shop, shop))).toBe(0);
  });
});

describe("products of one variant group", () => {
  async function mastersOf(deps: Awaited<ReturnType<typeof setUp>>, skipGrouping: string) {
    const form = new FormData();
    for (const [name, value] of [
      ["intent", "generate"],
      ["contentType", "title"],
      ["id", productId],
      ["id", "1002"],
      ["skipGrouping", skipGrouping],
    ] as const) {
      form.append(name, value);
    }
    await askProducts(deps, user, form);
    const items = await deps.db.orm.select().from(jobItems).where(eq(jobItems.shop, shop));
    return items.map(({ payload }) => (payload as { master?: string }).master ?? null);
  }

  it("share their texts, unless a person wants each one written on its own", async () => {
    const grouped = await setUp();
    await assignRules(grouped, ["Color"]);
    expect(await mastersOf(grouped, "false")).toEqual([null, productId]);
    const apart = await setUp();
    await assignRules(apart, ["Color"]);
    expect(await mastersOf(apart, "true")).toEqual([null, null]);
  });

  it("are mentioned only where rules define what differs between them", async () => {
    const deps = await setUp();
    expect(
      await readProductsPage(deps, shop, new URLSearchParams(), { by: "user:1", words: await english() }),
    ).toMatchObject({
      groups: false,
    });
    await assignRules(deps, ["Color"]);
    expect(
      await readProductsPage(deps, shop, new URLSearchParams(), { by: "user:1", words: await english() }),
    ).toMatchObject({
      groups: true,
    });
  });
});
