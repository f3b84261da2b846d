import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { domain, startTestStore, type TestStore } from "./test-store.ts";

describe("control of the store over HTTP", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample" });
  });
  afterEach(() => store.close());

  it("lists products by page and query, and lets a person edit and delete one", async () => {
    const list = (await store.control("GET", `/shops/${domain}/products?page=2`)).body as {
      products: unknown[];
      total: number;
    };
    expect(list.total).toBe(71);
    expect(list.products).toHaveLength(21);
    const found = await store.control(
      "GET",
      `/shops/${domain}/products?query=${encodeURIComponent('vendor:"Paper Fox"')}`,
    );
    expect((found.body as { total: number }).total).toBe(4);
    store.clock.at += 1000;
    const edit = await store.control("PATCH", `/shops/${domain}/products/8000000000000`, {
      title: "By hand",
      seo: { title: "S" },
    });
    expect(edit).toMatchObject({
      status: 200,
      body: { title: "By hand", seo: { title: "S" }, updatedAt: "2026-11-01T12:00:01Z" },
    });
    expect((await store.control("PATCH", `/shops/${domain}/products/8000000000000`, { title: "" })).status).toBe(422);
    expect((await store.control("PATCH", `/shops/${domain}/products/8000000000000`, { titel: "x" })).status).toBe(400);
    expect((await store.control("DELETE", `/shops/${domain}/products/8000000000000`)).status).toBe(200);
    expect((await store.control("GET", `/shops/${domain}/products/8000000000000`)).status).toBe(404);
    expect((await store.control("GET", "/shops/nowhere.myshopify.com/products")).status).toBe(400);
  });

  it("pages beyond the 250 that one page of the API holds", async () => {
    await store.control("POST", `/shops/${domain}/generate`, { count: 600, variants: 1 });
    const seen = new Set<number>();
    for (let page = 1; page <= 14; page += 1) {
      const { body } = await store.control("GET", `/shops/${domain}/products?page=${page}`);
      for (const p of (body as { products: { numericId: number }[] }).products) seen.add(p.numericId);
    }
    expect(seen.size).toBe(671);
  });

  it("logs each Admin call with cost, outcome and the input of mutations", async () => {
    await store.admin("query Name { shop { name } }");
    await store.admin(
      'mutation T($t: [String!]!) { tagsAdd(id: "gid://shopify/Product/1", tags: $t) { userErrors { message } } }',
      { t: ["x"] },
    );
    const { body } = await store.control("GET", "/log?since=0");
    expect((body as { entries: unknown[] }).entries).toMatchObject([
      {
        seq: 1,
        shop: domain,
        operationName: "Name",
        rootFields: ["shop"],
        requestedCost: 1,
        actualCost: 1,
        outcome: "ok",
      },
      { seq: 2, operationName: "T", outcome: "user_errors", input: { t: ["x"] } },
    ]);
    expect(((await store.control("GET", "/log?since=1")).body as { entries: unknown[] }).entries).toHaveLength(1);
  });

  it("resets everything to the beginning", async () => {
    const before = await store.control("GET", `/shops/${domain}/products/8000000000003`);
    store.state.patchProduct(domain, "8000000000003", { title: "Changed" });
    store.state.deleteProduct(domain, "8000000000004");
    store.state.faults.set({ rules: [{ kind: "http_500" }] });
    await store.control("POST", "/shops", { domain: "b.myshopify.com", name: "B" });
    await store.admin("{ shop { name } }").catch(() => undefined);
    await store.control("POST", "/reset");
    expect((await store.control("GET", `/shops/${domain}/products/8000000000003`)).body).toEqual(before.body);
    expect(store.state.shops().map((s) => s.domain)).toEqual([domain]);
    expect(store.state.shop(domain).products.count).toBe(71);
    expect(store.state.faults.get()).toEqual({ rules: [] });
    expect(store.state.log()).toEqual([]);
  });

  it("refuses a shop with a domain that is no shop's", async () => {
    expect((await store.control("POST", "/shops", { domain: "evil.com", name: "x" })).status).toBe(400);
  });

  it("keeps shops apart", async () => {
    await store.control("POST", "/shops", { domain: "b.myshopify.com", name: "B", catalogue: { generate: 3 } });
    const other = store.state.token("b.myshopify.com").access_token;
    const answer = await store.post(
      "/admin/api/2026-10/graphql.json",
      { query: "{ shop { name } }" },
      { "x-shopify-access-token": other },
    );
    expect(answer.status).toBe(401);
    const own = await store.post(
      "/admin/api/2026-10/graphql.json",
      { query: "{ shop { name } productsCount { count } }" },
      { host: "b.myshopify.com", "x-shopify-access-token": other },
    );
    expect(await own.json()).toMatchObject({ data: { shop: { name: "B" }, productsCount: { count: 3 } } });
  });
});
