import { expect, test } from "vitest";
import { createSavedView, deleteSavedView, listSavedViews, updateSavedView } from "../../app/catalog/saved-views.ts";
import { type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const shop = shopDomainSchema.parse("one.myshopify.com");
const other = shopDomainSchema.parse("two.myshopify.com");

function setUp() {
  let now = 1_000;
  const deps = { db: openTestDatabase(), clock: { now: () => now++ } };
  return {
    deps,
    create: (name: string, query = "", of: ShopDomain = shop) => createSavedView(deps, { shop: of, name, query }),
    list: (of: ShopDomain = shop) => listSavedViews(deps, of),
  };
}

test("views are kept in the order in which they were made, each shop its own", async () => {
  const { create, list } = setUp();
  await create("Linen", "q=linen");
  await create("Drafts", "status=draft");
  await create("Theirs", "vendor=A", other);
  expect((await list()).map(({ name, query }) => [name, query])).toEqual([
    ["Linen", "q=linen"],
    ["Drafts", "status=draft"],
  ]);
  expect((await list(other)).map(({ name }) => name)).toEqual(["Theirs"]);
});

test("a view keeps search, filters and order, and nothing else of an address", async () => {
  const { create, list } = setUp();
  await create("Mine", "q=linen&state=blocked&sort=title&dir=asc&cursor=abc&id_token=secret&host=x&status=nonsense");
  expect((await list())[0]?.query).toBe("q=linen&state=blocked&sort=title&dir=asc");
});

test("a name is taken once in a shop, and must be there", async () => {
  const { create } = setUp();
  expect(await create("  Linen  ")).toMatchObject({ outcome: "saved" });
  expect(await create("Linen")).toMatchObject({
    outcome: "refused",
    problem: { code: "view_name_taken", name: "Linen" },
  });
  expect(await create("Linen", "", other)).toMatchObject({ outcome: "saved" });
  expect(await create("   ")).toEqual({ outcome: "refused", problem: { code: "view_name_missing" } });
  expect(await create("x".repeat(41))).toEqual({
    outcome: "refused",
    problem: { code: "view_name_too_long", limit: 40 },
  });
});

test("a view is renamed and given other filters, by its own shop only", async () => {
  const { create, deps, list } = setUp();
  const made = await create("Linen", "q=linen");
  const id = made.outcome === "saved" ? made.id : "";
  expect(await updateSavedView(deps, { shop, id, name: "Linen" })).toMatchObject({ outcome: "saved" });
  expect(await updateSavedView(deps, { shop, id, name: "Flax", query: "q=flax" })).toMatchObject({ outcome: "saved" });
  expect(await updateSavedView(deps, { shop: other, id, name: "Stolen" })).toMatchObject({ outcome: "refused" });
  expect(await list()).toEqual([{ id, name: "Flax", query: "q=flax" }]);
});

test("a view is deleted by its own shop only", async () => {
  const { create, deps, list } = setUp();
  const made = await create("Linen", "q=linen");
  const id = made.outcome === "saved" ? made.id : "";
  await deleteSavedView(deps, { shop: other, id });
  expect(await list()).toHaveLength(1);
  await deleteSavedView(deps, { shop, id });
  expect(await list()).toEqual([]);
});

test("the fifty-first view is refused", async () => {
  const { create, list } = setUp();
  for (let i = 0; i < 50; i += 1) await create(`View ${i}`);
  expect(await create("One more")).toMatchObject({
    outcome: "refused",
    problem: { code: "too_many_views", limit: 50 },
  });
  expect(await list()).toHaveLength(50);
});
