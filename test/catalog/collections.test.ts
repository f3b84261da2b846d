import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { collectionsAmong, listCollections } from "../../app/catalog/collections/list-collections.ts";
import { type RefreshedCollections, refreshCollections } from "../../app/catalog/collections/refresh-collections.ts";
import { stageMembers } from "../../app/catalog/collections/staged-members.ts";
import { startCollectionsRefresh } from "../../app/catalog/collections/start-refresh.ts";
import { writeMembers } from "../../app/catalog/collections/write-members.ts";
import { importProducts } from "../../app/catalog/import-products.ts";
import { refreshProduct } from "../../app/catalog/refresh-product.ts";
import { listJobItems, listJobs } from "../../app/jobs/read-jobs.ts";
import { jobIdSchema, productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { createImportTask } from "../../app/tasks/import-products.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { createCollectionsTask } from "../../app/tasks/refresh-collections.ts";
import { aWorker } from "../jobs/support.ts";
import { installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const linenShirt = "8000000000000";
const secret = "a-secret-of-sixteen-chars";

async function open() {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const shops = [
    { domain: shop, name: "Fern & Field", plan: "plus" as const, locales: ["en"], catalogue: "sample" as const },
  ];
  const store = await openStore({ shops });
  await installShop({ db, clock }, store);
  const adminFor = openAdmin({ db, clock, store });
  const admin = adminFor(shop);
  const deps = { db, clock, logger: silent, admin, fetch: store.fetch };
  const context = {
    shop,
    signal: new AbortController().signal,
    checkpoint: undefined as unknown,
    saveCheckpoint: async (_value: unknown) => {},
    progress: async () => {},
    assertStillWanted: async () => {},
  };
  await importProducts(deps, context);
  clock.advance(1_000);
  const { state } = store;
  const rowOf = (id: string) =>
    db.raw.prepare("SELECT row_id FROM products WHERE shop = ? AND id = ?").pluck().get(shop, id) as number;
  return {
    ...deps,
    adminFor,
    state,
    rowOf,
    named(title: string) {
      const found = [...state.shop(shop).collections.values()].find((collection) => collection.title === title);
      if (!found) throw new Error(`no collection ${title}`);
      return String(found.id);
    },
    all: (more: Partial<typeof context> = {}) => refreshCollections(deps, { ...context, ...more }, null),
    one: (id: string) => refreshCollections(deps, context, id),
    product: (id: string) => refreshProduct(deps, { shop, id: productIdSchema.parse(id) }),
    /** titles of the collections that we think a product is in */
    async of(id: string) {
      const all = await db.do(listCollections(shop));
      const ids = all.map((collection) => collection.id);
      const among = await db.do(collectionsAmong(shop, rowOf(id), ids));
      return all.filter((collection) => among.has(collection.id)).map(({ title }) => title);
    },
    /** every pair of product and collection */
    mirrored: () =>
      db.raw
        .prepare(
          `SELECT m.collection_id || ' ' || p.id FROM collection_products AS m JOIN products AS p ON p.row_id = m.product_row
           WHERE m.shop = ? ORDER BY 1`,
        )
        .pluck()
        .all(shop),
  };
}

type World = Awaited<ReturnType<typeof open>>;

/** What the store says, by its own API. */
function truth({ state }: World): string[] {
  const pairs: string[] = [];
  for (const { products } of [state.listProducts(shop, { first: 250 })]) {
    for (const { numericId } of products) {
      const { data } = state.graphql(
        shop,
        `{ product(id: "gid://shopify/Product/${numericId}") { collections(first: 50) { nodes { id } } } }`,
      );
      const { product } = data as { product: { collections: { nodes: { id: string }[] } } };
      for (const { id } of product.collections.nodes) pairs.push(`${id.split("/").at(-1)} ${numericId}`);
    }
  }
  return pairs.sort();
}

const nothing: Partial<RefreshedCollections> = { changed: 0, gone: 0, partial: false };

describe("the collections of a shop", () => {
  it("are mirrored whole, manual and smart ones, and the second time nothing is written", async () => {
    const world = await open();
    const first = await world.all();
    expect(first.collections).toBe(world.state.shop(shop).collections.size);
    expect(world.mirrored()).toEqual(truth(world));
    expect(world.mirrored().length).toBeGreaterThan(10);
    const before = world.db.raw.prepare("SELECT total_changes()").pluck().get() as number;
    expect(await world.all()).toMatchObject({ ...nothing, collections: first.collections });
    const after = world.db.raw.prepare("SELECT total_changes()").pluck().get() as number;
    // The time of reading of each collection.
    expect(after - before).toBe(first.collections);
  });

  it("follow what people do with them in the store", async () => {
    const world = await open();
    await world.all();
    world.clock.advance(1_000);
    const { state } = world;
    state.changeCollection(shop, world.named("Summer"), { title: "High summer", remove: [Number(linenShirt)] });
    state.deleteCollection(shop, world.named("Linen"));
    state.addCollection(shop, { title: "Fresh", add: [Number(linenShirt)] });
    expect(await world.all()).toMatchObject({ gone: 1, partial: false });
    expect(world.mirrored()).toEqual(truth(world));
    expect(await world.of(linenShirt)).toEqual(["Fresh"]);
    expect((await world.db.do(listCollections(shop))).map(({ title }) => title)).toContain("High summer");
  });

  it("are read one at a time, page by page or, when large, by a bulk query", async () => {
    const world = await open();
    await world.all();
    world.clock.advance(1_000);
    const summer = world.named("Summer");
    world.state.changeCollection(shop, summer, { remove: [Number(linenShirt)] });
    expect(await world.one(summer)).toMatchObject({ collections: 1, changed: 1, gone: 0 });
    expect(await world.of(linenShirt)).toEqual(["Linen"]);
    const before = world.mirrored();
    world.state.generate(shop, 2_600, 1);
    const all = world.state.addCollection(shop, {
      title: "All",
      ruleSet: {
        appliedDisjunctively: false,
        rules: [{ column: "VARIANT_PRICE", relation: "GREATER_THAN", condition: "0" }],
      },
    });
    const products = world.db.raw.prepare("SELECT count(*) FROM products WHERE shop = ?").pluck().get(shop);
    // Products that we do not hold yet bring their collections when they come.
    expect(await world.one(String(all.id))).toMatchObject({ collections: 1, changed: products });
    const operations = world.state.log().map(({ operationName }) => operationName);
    expect(operations.filter((name) => name === "RunBulkQuery")).toHaveLength(3);
    expect(operations.filter((name) => name === "ReadCollection")).toHaveLength(2);
    world.state.deleteCollection(shop, all.id);
    expect(await world.one(String(all.id))).toMatchObject({ gone: 1 });
    expect(world.mirrored()).toEqual(before);
  });

  it("change with a product that is read again: no webhook is sent when its own change moved it", async () => {
    const world = await open();
    await world.all();
    world.clock.advance(1_000);
    const to = { tags: ["outdoor"], collectionsToLeave: [`gid://shopify/Collection/${world.named("Summer")}`] };
    world.state.patchProduct(shop, linenShirt, to);
    expect(await world.product(linenShirt)).toBe("changed");
    expect(await world.of(linenShirt)).toEqual(["Everything outdoor", "Linen"]);
    // A move that leaves the product itself as it was is a change too.
    world.state.changeCollection(shop, world.named("Summer"), { add: [Number(linenShirt)] });
    expect(await world.product(linenShirt)).toBe("changed");
    expect(await world.product(linenShirt)).toBe("unchanged");
    expect(world.mirrored()).toEqual(truth(world));
  });

  it("come with a product that is in more of them than fit into one page", async () => {
    const world = await open();
    for (let n = 0; n < 170; n++) world.state.addCollection(shop, { title: `C${n}`, add: [Number(linenShirt)] });
    await world.product(linenShirt);
    expect(world.db.raw.prepare("SELECT count(*) FROM collection_products WHERE shop = ?").pluck().get(shop)).toBe(172);
  });

  it("keep what was read of a product or a collection after a slow bulk query had begun", async () => {
    const world = await open();
    await world.all();
    const summer = world.named("Summer");
    const linen = world.named("Linen");
    const outdated = {
      async saveCheckpoint() {
        // Shopify has looked; the result is not read yet. Meanwhile a person acts and webhooks bring it.
        await world.state.settled();
        world.clock.advance(1_000);
        world.state.patchProduct(shop, linenShirt, { collectionsToLeave: [`gid://shopify/Collection/${summer}`] });
        await world.product(linenShirt);
        world.state.changeCollection(shop, linen, { title: "Flax" });
        await world.one(linen);
      },
    };
    await world.all(outdated);
    expect(await world.of(linenShirt)).toEqual(["Flax"]);
    expect(world.mirrored()).toEqual(truth(world));
  });

  it("lose nobody by a result that broke off", async () => {
    const world = await open();
    await world.all();
    const before = world.mirrored();
    world.clock.advance(1_000);
    world.state.deleteCollection(shop, world.named("Linen"));
    world.state.faults.set({ rules: [{ kind: "bulk_partial", times: 1 }] });
    expect(await world.all()).toMatchObject({ gone: 0, partial: true });
    expect(world.mirrored()).toEqual(before);
  });

  it("continue with the query that runs when the worker died meanwhile, and begin again when it failed", async () => {
    const world = await open();
    let checkpoint: unknown;
    const died = world.all({
      async saveCheckpoint(value: unknown) {
        checkpoint = value;
        throw new Error("killed");
      },
    });
    await expect(died).rejects.toThrow("killed");
    await world.all({ checkpoint });
    expect(world.state.log().filter(({ operationName }) => operationName === "RunBulkQuery")).toHaveLength(2);
    expect(world.mirrored()).toEqual(truth(world));
    world.state.faults.set({ rules: [{ kind: "bulk_failed", times: 1 }] });
    let saved: unknown = "nothing";
    const failed = world.all({
      async saveCheckpoint(value: unknown) {
        saved = value;
      },
    });
    await expect(failed).rejects.toMatchObject({ code: "collections_failed", retryable: true });
    expect(saved).toBeNull();
  });

  it("are put aside in any order, however often they come, and read by row", async () => {
    const world = await open();
    const ids = world.db.raw.prepare("SELECT id FROM products WHERE shop = ? LIMIT 5").pluck().all(shop) as string[];
    const rows = ids.map(world.rowOf).sort((a, b) => a - b);
    const staged = stageMembers(world, shop);
    await staged.add([...ids.slice(2), ...ids].map((productId) => ({ collectionId: "1", productId })));
    await staged.add(ids.slice(0, 1).map((productId) => ({ collectionId: "2", productId })));
    await staged.add([{ collectionId: "1", productId: "999999999" }]);
    expect(staged.page("1", -1, 3)).toEqual(rows.slice(0, 3));
    expect(staged.page("1", rows[2] ?? 0, 3)).toEqual(rows.slice(3));
    expect(staged.page("1", rows[4] ?? 0, 3)).toEqual([]);
    expect(staged.page("2", -1, 3)).toEqual([world.rowOf(ids[0] ?? "")]);
    expect(staged.page("3", -1, 3)).toEqual([]);
  });

  it("belong to one shop", async () => {
    const world = await open();
    await world.all();
    const other = shopDomainSchema.parse("other.myshopify.com");
    const summer = world.named("Summer");
    expect(await world.db.do(listCollections(other, [summer]))).toEqual([]);
    expect((await world.db.do(collectionsAmong(other, world.rowOf(linenShirt), [summer]))).size).toBe(0);
    const staged = stageMembers(world, other);
    await staged.add([{ collectionId: summer, productId: linenShirt }]);
    const input = { shop: other, collectionId: summer, staged, startedAt: world.clock.now(), whole: true };
    expect(await writeMembers(world, input)).toBe(0);
    expect(await world.of(linenShirt)).toEqual(["Linen", "Summer"]);
  });
});

describe("collections as jobs", () => {
  async function work(world: World) {
    const { db, clock, fetch } = world;
    const tasks = [
      createImportTask({ db, clock, fetch, logger: silent, admin: world.adminFor }),
      createCollectionsTask({ db, clock, fetch, admin: world.adminFor }),
    ];
    const worker = aWorker({ db, clock, tasks });
    for (let round = 0; round < 4; round++) await worker.tick();
    const { rows } = await listJobs({ db }, { shop });
    return rows.map(({ kind, status }) => [kind, status]);
  }

  async function hook(world: World, topic: string, body: unknown, id = topic) {
    const rawBody = JSON.stringify(body);
    const headers = new Headers({
      "x-shopify-topic": topic,
      "x-shopify-shop-domain": shop,
      "x-shopify-webhook-id": id,
      "x-shopify-hmac-sha256": createHmac("sha256", secret).update(rawBody).digest("base64"),
    });
    return receiveWebhook({ ...world, apiSecrets: [secret] }, { rawBody, headers });
  }

  it("are read by a webhook, once however often it comes, and only when it names one", async () => {
    const world = await open();
    const summer = world.named("Summer");
    for (const n of [1, 2, 3])
      expect(await hook(world, "collections/update", { id: Number(summer) }, `w${n}`)).toBe(200);
    expect(await hook(world, "collections/update", { title: "no id" })).toBe(200);
    expect(await hook(world, "collections/delete", { id: 5 })).toBe(200);
    expect(await hook(world, "collections/create", { id: '1" OR id:>0' })).toBe(200);
    const jobs = await work(world);
    expect(
      jobs
        .filter(([kind]) => kind === "refresh-collections")
        .map(([, status]) => status)
        .sort(),
    ).toEqual(["completed", "completed", "failed"]);
    expect(await world.of(linenShirt)).toEqual(["Summer"]);
  });

  it("are all read after an import, by one job", async () => {
    const world = await open();
    const { db, clock } = world;
    await startCollectionsRefresh({ db, clock }, { shop, createdBy: "anna" });
    await startCollectionsRefresh({ db, clock }, { shop, createdBy: "anna" });
    expect(await work(world)).toEqual([["refresh-collections", "completed"]]);
    const { rows } = await listJobs({ db }, { shop });
    const [item] = rows[0] ? (await listJobItems({ db }, { shop, jobId: jobIdSchema.parse(rows[0].id) })).rows : [];
    expect(item?.message).toMatch(/^\d+ collections: \d+ products came or went, 0 no longer in the shop\.$/);
    expect(world.mirrored()).toEqual(truth(world));
  });
});
