import { describe, expect, it } from "vitest";
import { collectionProducts, collections } from "../../app/db/schema/index.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { readProductsPage } from "../../app/pages/products/read-page.ts";
import { readAssignmentsPage } from "../../app/pages/rules/read-assignments-page.ts";
import { createConfig } from "../../app/rules/configs/save-config.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askAssignments, askProduct } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const user = { shop, by: "user:1" };
const models = unaskedModels({ offersBatches: async () => false });

async function setUp() {
  const db = openTestDatabase();
  const deps = { db, clock: testClock(), models };
  await storeProduct(db);
  await storeProduct(db, { id: "1002" });
  await storeProduct(db, { shop: otherShop });
  const rowOf = (of: string) =>
    db.raw.prepare("SELECT row_id FROM products WHERE shop = ? AND id = ?").pluck().get(of, productId) as number;
  for (const of of [shop, otherShop]) {
    const title = of === shop ? "Summer" : "Foreign";
    await db.orm.insert(collections).values({ shop: of, id: "7", title, handle: "x", readAt: 1 });
    await db.orm.insert(collectionProducts).values({ shop: of, collectionId: "7", productRow: rowOf(of) });
  }
  const content_config = {
    keyword_groups: { must: ["primary"], verbatim_must_claims: ["claims"] },
    keywords: { claims: ["Lasts a summer*"] },
    content_types: { title: { task: "Write it", keyword_groups: { omit: ["tired words"] } } },
  };
  const made = await createConfig(deps, { shop, by: "anna", input: { name: "keyworded", content_config } });
  if (made.outcome !== "saved") throw new Error("not saved");
  return { db, deps, configId: made.config.id };
}

async function assign({ deps, configId }: Awaited<ReturnType<typeof setUp>>, value: string) {
  const page = await readAssignmentsPage(deps, shop);
  const form = new FormData();
  form.set("digest", page.digest);
  const rules = [{ field: "collection", value, configId }];
  form.set("assignments", JSON.stringify({ rules, otherwise: page.otherwise }));
  return askAssignments(deps, user, form);
}

describe("collections on the pages", () => {
  it("are offered to rules by title, and a rule changes which config holds for their products", async () => {
    const world = await setUp();
    const { deps } = world;
    expect((await readAssignmentsPage(deps, shop)).collections).toEqual([{ id: "7", title: "Summer" }]);
    expect(await assign(world, "7")).toEqual({ message: "Assignments saved" });
    expect((await readProductPage(deps, shop, productId))?.product).toMatchObject({
      collections: ["Summer"],
      keywords: { rulesName: "keyworded" },
    });
    const apart = await readProductPage(deps, shop, "1002" as typeof productId);
    expect(apart?.product).toMatchObject({ collections: [], keywords: { rulesName: "General (preset)" } });
    expect(await assign(world, "Summer")).toEqual({
      problem: expect.stringContaining("Choose a collection from the list."),
    });
  });

  it("are a filter of the products list, chosen by id and shown by title", async () => {
    const { deps } = await setUp();
    const { page, facets } = await readProductsPage(deps, shop, new URLSearchParams("collection=7"), {
      by: "user:1",
      words: await english(),
    });
    expect(page.rows.map(({ id }) => id)).toEqual([productId]);
    expect(facets.collections).toEqual([{ id: "7", title: "Summer" }]);
  });
});

describe("keywords on a product's page", () => {
  it("are shown with what the rules do with each group, and where its words come from", async () => {
    const world = await setUp();
    await assign(world, "7");
    const groups = [
      { name: "Primary", text: "linen shirt, summer shirt" },
      { name: "mood", text: "airy\nunhurried, calm" },
    ];
    const { deps } = world;
    expect(await askProduct(deps, user, productId, { intent: "keywords", groups, seen: [] })).toMatchObject({
      message: expect.stringMatching(/^Keywords saved/),
    });
    expect((await readProductPage(deps, shop, productId))?.product.keywords).toEqual({
      rulesName: "keyworded",
      own: [
        { name: "Primary", terms: ["linen shirt", "summer shirt"] },
        { name: "mood", terms: ["airy", "unhurried, calm"] },
      ],
      groups: [
        {
          name: "primary",
          terms: ["linen shirt", "summer shirt"],
          source: "yours",
          uses: [{ use: "must", text: null }],
        },
        { name: "claims", terms: ["Lasts a summer*"], source: "rules", uses: [{ use: "verbatim", text: null }] },
        { name: "tired words", terms: [], source: null, uses: [{ use: "omit", text: "Title" }] },
        { name: "mood", terms: ["airy", "unhurried, calm"], source: "yours", uses: [] },
      ],
    });
  });

  it("stay as they are when a person leaves them, and refuse a wrong list in words", async () => {
    const { deps } = await setUp();
    const claim = { name: "claims", terms: ["Lasts, and lasts, a summer*"] };
    const change = async (groups: unknown) => {
      const seen = (await readProductPage(deps, shop, productId))?.product.keywords.own;
      return askProduct(deps, user, productId, { intent: "keywords", groups, seen });
    };
    await change([claim]);
    expect(await change([claim])).toEqual({ message: "Saved" });
    expect((await readProductPage(deps, shop, productId))?.product.keywords.own).toEqual([claim]);
    expect(await change([claim, claim])).toEqual({ problem: "Name each keyword group only once." });
    expect(await change([{ name: " ", text: "x" }])).toEqual({ problem: "Give every keyword group a name." });
    const foreign = await askProduct(deps, { shop: otherShop, by: "user:2" }, "1002" as typeof productId, {
      intent: "keywords",
      groups: [claim],
      seen: [],
    });
    expect(foreign).toHaveProperty("problem");
  });
});
