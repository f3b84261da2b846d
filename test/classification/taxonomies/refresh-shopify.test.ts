import { describe, expect, it } from "vitest";
import { childrenOf, readCategory } from "../../../app/classification/taxonomies/browse-taxonomy.ts";
import { readTaxonomy } from "../../../app/classification/taxonomies/read-taxonomy.ts";
import { keepShopifyTaxonomy } from "../../../app/classification/taxonomies/refresh-shopify.ts";
import { taxonomy } from "../../../sandbox/catalogue/taxonomy.ts";
import { installShop, openAdmin, openStore, shop, testClock } from "../../shopify/open-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

async function world() {
  const db = openTestDatabase();
  const clock = testClock(Date.parse("2026-11-01T00:00:00Z"));
  const shops = [{ domain: shop, name: "A", plan: "plus" as const, locales: ["en"], catalogue: "empty" as const }];
  const store = await openStore({ shops });
  await installShop({ db, clock }, store);
  return { db, clock, store, admin: openAdmin({ db, clock, store })(shop) };
}

describe("Shopify's taxonomy through the Admin API", () => {
  it("is read once by all who ask at the same time, with what is archived, and again after a week", async () => {
    const deps = await world();
    const calls = () =>
      deps.store.state.log().filter(({ operationName }) => operationName === "ReadTaxonomyPage").length;
    await Promise.all([keepShopifyTaxonomy(deps), keepShopifyTaxonomy(deps)]);
    const first = calls();
    const read = await readTaxonomy(deps, "shopify");
    const archived = Object.keys(taxonomy).filter((id) => !read?.taxonomy.categories.some((one) => one.id === id));
    expect(archived).toEqual(["aa-1-16", "el-5", "fr-23", "hg-3-16"]);
    expect((await deps.db.do(readCategory("shopify", "fr-23")))?.isArchived).toBe(true);
    const roots = await deps.db.do(childrenOf({ taxonomy: "shopify", language: "en" }, null));
    expect(roots.find(({ id }) => id === "fr")).toEqual({
      id: "fr",
      name: "Furniture",
      path: "Furniture",
      hasChildren: true,
    });
    expect(read?.version).toBe("2026-11-01");

    await keepShopifyTaxonomy(deps);
    expect(calls()).toBe(first);
    deps.clock.advance(7 * 86_400_000);
    await keepShopifyTaxonomy(deps);
    expect(calls()).toBe(2 * first);
  });

  it("stays as it was while Shopify cannot be asked, and is missed where there is none", async () => {
    const deps = await world();
    const away = { ...deps.admin, run: () => Promise.reject(new Error("away")) };
    await expect(keepShopifyTaxonomy({ ...deps, admin: away })).rejects.toThrow("away");
    await keepShopifyTaxonomy(deps);
    deps.clock.advance(8 * 86_400_000);
    await keepShopifyTaxonomy({ ...deps, admin: away });
    expect((await readTaxonomy(deps, "shopify"))?.version).toBe("2026-11-01");
  });
});
