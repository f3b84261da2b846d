import { describe, expect, it } from "vitest";
import { importProducts } from "../../app/catalog/import-products.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import { createReferenceNames } from "../../app/catalog/reference-names.ts";
import { refreshProduct } from "../../app/catalog/refresh-product.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { adminError } from "../../app/shopify/admin-errors.ts";
import { appOfTests, installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const shirt = productIdSchema.parse("8000000000000");
const tee = productIdSchema.parse("8000000000001");

/** A shop with the sample catalogue, whose category attributes are metaobjects. */
async function open({ scopes }: { scopes?: string[] } = {}) {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const store = await openStore({
    shops: [{ domain: shop, name: "Fern & Field", plan: "plus", locales: ["en"], catalogue: "sample" }],
    ...(scopes ? { app: appOfTests({ scopes }) } : {}),
  });
  await installShop({ db, clock }, store);
  const admin = openAdmin({ db, clock, store })(shop);
  const context = {
    shop,
    signal: new AbortController().signal,
    checkpoint: undefined,
    saveCheckpoint: async () => {},
    progress: async () => {},
    assertStillWanted: async () => {},
  };
  return {
    store,
    admin,
    import: () => {
      clock.advance(5_000);
      return importProducts({ db, clock, logger: silent, admin, fetch: store.fetch }, context);
    },
    refresh: (id: typeof shirt) => refreshProduct({ db, clock, admin }, { shop, id }),
    product: (id: typeof shirt) => readProduct({ db }, shop, id),
    async facts(id: typeof shirt) {
      const product = await readProduct({ db }, shop, id);
      return Object.fromEntries((product?.facts.attributes ?? []).map(({ name, value }) => [name, value]));
    },
  };
}

describe("what metafields point to", () => {
  it("is a fact by its name after an import and after a re-read alike: category attributes, entries, values, products", async () => {
    const world = await open();
    await world.import();
    expect(await world.facts(shirt)).toMatchObject({
      Color: "White, Sand, Navy",
      Fabric: "Linen",
      "Age group": "Adults",
      "Designed by": "Inês Duarte",
      "Goes with": "Heavyweight Pocket Tee",
    });
    expect(await world.facts(tee)).toMatchObject({ Neckline: "Crew neck", "Care wash": "Cold wash" });
    const imported = await world.product(shirt);
    await world.refresh(shirt);
    const read = await world.product(shirt);
    expect([read?.facts, read?.factsDigest]).toEqual([imported?.facts, imported?.factsDigest]);
  });

  it("has its new name after the next import, and texts are then stale", async () => {
    const world = await open();
    await world.import();
    const before = (await world.product(shirt))?.factsDigest;
    for (const entry of world.store.state.shop(shop).metaobjects.values()) {
      if (entry.displayName === "Linen") entry.displayName = "Pure linen";
    }
    await world.import();
    expect(await world.facts(shirt)).toMatchObject({ Fabric: "Pure linen" });
    expect((await world.product(shirt))?.factsDigest).not.toBe(before);
  });

  it("makes no text stale when a product that it points to gets another title", async () => {
    const world = await open();
    await world.import();
    const before = await world.product(shirt);
    world.store.state.patchProduct(shop, tee, { title: "Pocket Tee, heavy" });
    await world.import();
    expect((await world.product(shirt))?.factsDigest).toBe(before?.factsDigest);
  });

  it("is left out where the shop granted no scope for it, and the import is whole", async () => {
    const scopes = ["read_products", "write_products", "read_locales"];
    const world = await open({ scopes });
    expect(await world.import()).toMatchObject({ partial: false, gone: 0 });
    const facts = await world.facts(shirt);
    expect(facts).not.toHaveProperty("Color");
    expect(facts).toMatchObject({ "Goes with": "Heavyweight Pocket Tee" });
  });
});

describe("a resource that the app may not read", () => {
  it("costs its own name only: the others of its kind keep theirs", async () => {
    const world = await open();
    const [denied, ...others] = [...world.store.state.shop(shop).metaobjects.keys()].map(
      (id) => `gid://shopify/Metaobject/${id}`,
    );
    world.store.state.faults.set({ rules: [{ match: { operation: `node:${denied}$` }, kind: "node_denied" }] });
    const names = createReferenceNames(world.admin);
    await names.ensure([denied ?? "", ...others]);
    expect(names.nameOf(denied ?? "")).toBeNull();
    expect(others.length).toBeGreaterThan(5);
    expect(others.map(names.nameOf)).not.toContain(null);
  });
});

describe("names", () => {
  const gids = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `gid://shopify/${kind}/${i}`);

  it("are asked for once each, in calls that stay small, and never of customers, companies and orders", async () => {
    const asked: string[][] = [];
    const names = createReferenceNames({
      shop,
      async run(operation, variables) {
        const { ids } = variables as unknown as { ids: string[] };
        asked.push(ids);
        return operation.data.parse({ nodes: ids.map((id) => ({ id, displayName: ` ${id} ` })) });
      },
    });
    const people = ["Customer", "Company", "Order"].flatMap((kind) => gids(kind, 1));
    await names.ensure([...gids("Metaobject", 150), ...people, "gid://shopify/Metaobject/1?x=1"]);
    await names.ensure(gids("Metaobject", 151));
    expect(asked.map((ids) => ids.length)).toEqual([100, 50, 1]);
    expect(names.nameOf("gid://shopify/Metaobject/7")).toBe("gid://shopify/Metaobject/7");
    expect(people.map(names.nameOf)).toEqual([null, null, null]);
  });

  it("stay unknown for want of a scope, while an outage is thrown, so that the job is tried again", async () => {
    const failing = (code: "shopify_scope" | "shopify_unavailable") =>
      createReferenceNames({ shop, run: () => Promise.reject(adminError(code, "no")) }).ensure(gids("Metaobject", 2));
    await expect(failing("shopify_scope")).resolves.toBeUndefined();
    await expect(failing("shopify_unavailable")).rejects.toMatchObject({ code: "shopify_unavailable" });
  });
});
