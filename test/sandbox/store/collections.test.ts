import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultApp } from "../../../sandbox/store/start.ts";
import { domain, rootField, startTestStore, type TestStore } from "./test-store.ts";

const id = "8000000000000";

describe("collections", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample", app: { ...defaultApp, url: "http://localhost:9" } });
  });
  afterEach(() => store.close());

  const titlesOf = async () => {
    const answer = await store.admin(
      `{ product(id: "gid://shopify/Product/${id}") { collections(first: 20) { nodes { title } } } }`,
    );
    return rootField<{ collections: { nodes: { title: string }[] } }>(answer, "product").collections.nodes.map(
      ({ title }) => title,
    );
  };
  const topics = () => store.state.deliveries().map(({ topic }) => topic);
  const named = (title: string) => {
    const found = [...store.state.shop(domain).collections.values()].find((collection) => collection.title === title);
    if (!found) throw new Error(`no collection ${title}`);
    return found;
  };

  it("hold what was put into them, or what their rules match, in both directions", async () => {
    expect(await titlesOf()).toEqual(["Summer", "Linen"]);
    store.state.patchProduct(domain, id, { tags: ["outdoor"] });
    expect(await titlesOf()).toEqual(["Summer", "Linen", "Everything outdoor"]);
    const smart = named("Everything outdoor");
    const answer = await store.admin(
      `{ collection(id: "gid://shopify/Collection/${smart.id}") { title ruleSet { appliedDisjunctively rules { column relation condition } }
        hasProduct(id: "gid://shopify/Product/${id}") products(first: 50) { nodes { id } } productsCount { count } } }`,
    );
    const collection = rootField<{ products: { nodes: { id: string }[] }; productsCount: { count: number } }>(
      answer,
      "collection",
    );
    expect(collection).toMatchObject({
      ruleSet: { appliedDisjunctively: true, rules: [{ column: "TAG", relation: "EQUALS", condition: "outdoor" }] },
      hasProduct: true,
    });
    expect(collection.products.nodes.map((node) => node.id)).toContain(`gid://shopify/Product/${id}`);
    expect(collection.productsCount.count).toBe(collection.products.nodes.length);
  });

  it.each([
    ["id:ID", ["Under €40"]],
    ["title:Under*", ["Under €40"]],
    ["collection_type:smart", ["Everything outdoor", "Under €40", "Wool and merino"]],
    [`product_id:${id}`, ["Summer", "Linen"]],
    ["handle:summer OR handle:linen", ["Summer", "Linen"]],
  ])("are found by %s", async (query, titles) => {
    const asked = query.replace("ID", String(named("Under €40").id));
    const answer = await store.admin("query ($q: String) { collections(first: 50, query: $q) { nodes { title } } }", {
      q: asked,
    });
    const { nodes } = rootField<{ nodes: { title: string }[] }>(answer, "collections");
    expect(nodes.map(({ title }) => title)).toEqual(titles);
  });

  it("are a filter of the products list, smart ones too", async () => {
    const { products } = store.state.listProducts(domain, {
      query: `collection_id:${named("Under €40").id}`,
      first: 250,
    });
    expect(products.length).toBeGreaterThan(3);
    expect(products.every(({ variants }) => variants.some(({ price }) => Number(price) < 40))).toBe(true);
  });

  it("tell of a change to themselves only, not of one that a product's tags or its own page made", async () => {
    const collection = store.state.addCollection(domain, { title: "New", add: [Number(id)] });
    expect(await titlesOf()).toEqual(["Summer", "Linen", "New"]);
    store.state.changeCollection(domain, collection.id, { title: "Newer", remove: [Number(id)] });
    expect(await titlesOf()).toEqual(["Summer", "Linen"]);
    store.state.patchProduct(domain, id, {
      tags: ["outdoor"],
      collectionsToJoin: [`gid://shopify/Collection/${collection.id}`],
    });
    store.state.deleteCollection(domain, collection.id);
    expect(topics()).toEqual(["collections/create", "collections/update", "products/update", "collections/delete"]);
    expect(await titlesOf()).toEqual(["Summer", "Linen", "Everything outdoor"]);
  });

  it("are changed over HTTP by tests and people", async () => {
    const made = await store.control("POST", `/shops/${domain}/collections`, {
      title: "Gifts for her",
      add: [Number(id)],
    });
    expect(made).toMatchObject({ status: 201, body: { title: "Gifts for her", handle: "gifts-for-her" } });
    const at = `/shops/${domain}/collections/${(made.body as { id: number }).id}`;
    expect(await titlesOf()).toContain("Gifts for her");
    expect(await store.control("PATCH", at, { remove: [Number(id)] })).toMatchObject({ status: 200 });
    expect(await titlesOf()).not.toContain("Gifts for her");
    expect(await store.control("DELETE", at)).toMatchObject({ status: 200 });
    expect(await store.control("PATCH", at, { title: "x" })).toMatchObject({ status: 404 });
  });

  it("come in a bulk query with a line for each product in them", async () => {
    const answer = await store.admin(
      "mutation ($q: String!) { bulkOperationRunQuery(query: $q, groupObjects: false) { bulkOperation { id } userErrors { message } } }",
      { q: "{ collections { edges { node { id title products { edges { node { id } } } } } } }" },
    );
    const { bulkOperation } = rootField<{ bulkOperation: { id: string } }>(answer, "bulkOperationRunQuery");
    await store.state.settled();
    const result = store.state.shop(domain).bulk.open(Number(bulkOperation.id.split("/").at(-1)));
    const lines = (await new Response(result as unknown as ReadableStream).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const summer = named("Summer");
    expect(lines).toContainEqual({ id: `gid://shopify/Collection/${summer.id}`, title: "Summer" });
    expect(lines).toContainEqual({
      id: `gid://shopify/Product/${id}`,
      __parentId: `gid://shopify/Collection/${summer.id}`,
    });
  });
});
