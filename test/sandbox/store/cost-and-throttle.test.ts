import { getOperationAST, parse } from "graphql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBucket } from "../../../sandbox/store/bucket.ts";
import { requestedCost } from "../../../sandbox/store/cost.ts";
import { startTestStore, type TestStore } from "./test-store.ts";

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("no operation");
  return requestedCost(document, operation, variables);
}

describe("the cost of a query", () => {
  it.each<[string, number]>([
    ["{ shop { name } }", 1],
    ["{ shop { name plan { publicDisplayName } } }", 2],
    ['{ product(id: "x") { title seo { title } tags } }', 2],
    // What Shopify answered for this query: https://community.shopify.dev/t/23101
    ['{ product(id: "x") { variants(first: 250) { nodes { inventoryItem { id tracked } } } } }', 25],
    ["{ products(first: 10) { nodes { id title } pageInfo { hasNextPage } } }", 6],
    ["{ products(first: 10) { edges { cursor node { id title } } } }", 6],
    ["{ products(first: 50) { nodes { variants(first: 10) { nodes { sku } } } } }", 51],
    ['{ nodes(ids: ["a", "b", "c"]) { id ... on Product { seo { title } } } }', 6],
    ['{ node(id: "a") { ... on Product { seo { title } options { name } } ... on Metafield { value } } }', 3],
    ["{ a: shop { name } b: shop { name } }", 2],
  ])("%s costs %d", (query, points) => {
    expect(cost(query)).toBe(points);
  });

  it("reads page sizes from variables", () => {
    const query = "query($n: Int!) { products(first: $n) { nodes { id } } }";
    expect([1, 10, 100, 250].map((n) => cost(query, { n }))).toEqual([3, 6, 11, 13]);
  });

  it.each<[string, Record<string, unknown>, number]>([
    [
      "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { product { id variants(first: 100) { nodes { id } } } } }",
      { p: {} },
      10,
    ],
    [
      "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { product { id } } }",
      { p: { metafields: [{}, {}, {}, {}, {}] } },
      12,
    ],
    [
      "mutation($m: [CreateMediaInput!]) { productUpdate(product: {}, media: $m) { product { id } } }",
      { m: [{}, {}] },
      14,
    ],
    [
      "mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }",
      { m: Array.from({ length: 25 }, (_, i) => ({ ownerId: `gid://shopify/Product/${i}` })) },
      110,
    ],
    [
      "mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }",
      { m: [{ ownerId: "gid://shopify/Product/1" }, { ownerId: "gid://shopify/Product/1" }] },
      14,
    ],
  ])("charges mutations by their input", (query, variables, points) => {
    expect(cost(query, variables)).toBe(points);
  });
});

describe("the leaky bucket", () => {
  it.each([
    ["standard", 100, 2000],
    ["advanced", 200, 4000],
    ["plus", 1000, 20_000],
    ["enterprise", 2000, 40_000],
  ] as const)("of the plan %s restores %d points a second up to %d", (plan, rate, maximum) => {
    let now = 0;
    const bucket = createBucket({ now: () => now }, plan);
    expect(bucket.status()).toEqual({ maximumAvailable: maximum, currentlyAvailable: maximum, restoreRate: rate });
    expect(bucket.take(maximum)).toBe(true);
    expect(bucket.take(1)).toBe(false);
    now += 500;
    expect(bucket.status().currentlyAvailable).toBe(rate / 2);
    now += 1_000_000;
    expect(bucket.status().currentlyAvailable).toBe(maximum);
  });
});

describe("throttling", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample" });
  });
  afterEach(() => store.close());
  const big =
    "{ products(first: 250) { nodes { variants(first: 100) { nodes { id } } media(first: 100) { nodes { id } } metafields(first: 100) { nodes { id } } options { name } } } }";

  it("tells requested and actual cost with every answer", async () => {
    const { extensions } = await store.admin('{ products(first: 250, query: "title:marram") { nodes { id } } }');
    expect(extensions?.cost).toEqual({
      requestedQueryCost: 13,
      actualQueryCost: 3,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1997, restoreRate: 100 },
    });
  });

  it("answers THROTTLED as HTTP 200 when the bucket is empty, and works again after a while by the clock", async () => {
    const drain =
      'mutation { tagsAdd(id: "gid://shopify/Product/8000000000000", tags: ["x"]) { userErrors { message } } }';
    for (let i = 0; i < 200; i += 1) await store.admin(drain);
    const { errors, extensions, data } = await store.admin(drain);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: "Throttled", extensions: { code: "THROTTLED" } }]);
    expect(extensions?.cost).toMatchObject({
      requestedQueryCost: 10,
      actualQueryCost: null,
      throttleStatus: { currentlyAvailable: 0 },
    });
    store.clock.at += 100;
    expect((await store.admin(drain)).errors).toBeUndefined();
    expect(
      store.state
        .log()
        .map((e) => e.outcome)
        .slice(-2),
    ).toEqual(["throttled", "ok"]);
  });

  it("refuses a query of more than 1,000 points before it runs, and takes nothing for it", async () => {
    const tooBig = big.replace(
      "options { name }",
      "options { name } collections(first: 250) { nodes { products(first: 250) { nodes { id } } } }",
    );
    const { errors } = await store.admin(tooBig);
    expect(errors?.[0]).toMatchObject({ extensions: { code: "MAX_COST_EXCEEDED", maxCost: 1000 } });
    expect(errors?.[0]?.message).toMatch(/^Query cost is \d+, which exceeds the single query max cost limit \(1000\)/);
    expect(store.state.shop("a.myshopify.com").bucket.status().currentlyAvailable).toBe(2000);
    expect((await store.admin(big)).errors).toBeUndefined();
  });

  it("keeps a bucket per shop", async () => {
    await store.control("POST", "/shops", { domain: "b.myshopify.com", name: "B", plan: "plus", catalogue: "empty" });
    await store.admin("{ shop { name } }");
    expect(store.state.shop("b.myshopify.com").bucket.status()).toMatchObject({
      currentlyAvailable: 20_000,
      restoreRate: 1000,
    });
  });
});
