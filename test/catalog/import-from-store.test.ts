import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listProducts } from "../../app/catalog/list-products.ts";
import { parseProductQuery } from "../../app/catalog/product-query.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import { startImport } from "../../app/catalog/start-import.ts";
import { firstAddedBit, products } from "../../app/db/schema/index.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { type ProductId, productIdSchema } from "../../app/lib/brand.ts";
import { readRunPage } from "../../app/pages/runs/read-run-page.ts";
import { readRunsPage } from "../../app/pages/runs/read-runs-page.ts";
import { readShopWork } from "../../app/pages/shop-work.ts";
import { addContentType } from "../../app/rules/content-types/save-content-type.ts";
import { createImportTask, summary } from "../../app/tasks/import-products.ts";
import { readSourceFacts } from "../../app/versions/read-source-facts.ts";
import { aWorker } from "../jobs/support.ts";
import { openAdmin, shop, silent } from "../shopify/open-store.ts";
import { unaskedModels } from "../support/unasked-models.ts";
import { presentIds } from "./catalogue-world.ts";
import { openStoreWorld, type StoreWorld } from "./store-world.ts";

function storeIds({ store }: StoreWorld): string[] {
  const { products } = store.state.listProducts(shop, { first: 250 });
  return products.map((product) => String(product.id).replace(/\D+/g, "")).sort((a, b) => Number(a) - Number(b));
}

async function first({ db }: StoreWorld): Promise<ProductId> {
  return productIdSchema.parse(presentIds(db)[0]);
}

describe("an import from the store", () => {
  it("mirrors the whole sample catalogue, and finds nothing to change the second time", async () => {
    const world = await openStoreWorld("sample");
    const result = await world.import();
    expect(result.added).toBeGreaterThanOrEqual(60);
    expect(result).toMatchObject({ changed: 0, gone: 0, partial: false });
    expect(presentIds(world.db)).toEqual(storeIds(world));
    world.clock.advance(1_000);
    expect(await world.import()).toMatchObject({ added: 0, changed: 0, unchanged: result.added, gone: 0 });
  });

  it("brings the host of the shop's own pages, to which its texts may lead", async () => {
    const world = await openStoreWorld({ generate: 1 });
    await world.import();
    const product = await readProduct(world, shop, await first(world));
    if (!product) throw new Error("the import brought no product");
    expect((await readSourceFacts(world, product)).ownHosts).toEqual([shop, "fern-and-field.com"]);
  });

  it("brings where each product can be bought, whether it can be, and what it cost before", async () => {
    const world = await openStoreWorld("sample");
    await world.import();
    const rows = await world.db.orm.select().from(products).where(eq(products.shop, shop));
    expect(rows.every(({ facts, variants }) => variants.length === 0 || facts.onlineStoreUrl !== undefined)).toBe(true);
    expect(rows.some(({ facts, handle }) => facts.onlineStoreUrl?.endsWith(`/products/${handle}`))).toBe(true);
    const variants = rows.flatMap((row) => row.variants);
    expect(new Set(variants.map(({ available }) => available))).toEqual(new Set([true, false]));
    expect(variants.some(({ price, compareAtPrice }) => Number(compareAtPrice) > Number(price))).toBe(true);
  });

  it("leaves the copying of the log to whom the connection gave it", async () => {
    const world = await openStoreWorld({ generate: 3 });
    world.db.raw.pragma("wal_autocheckpoint = 0");
    await world.import();
    expect(world.db.raw.pragma("wal_autocheckpoint", { simple: true })).toBe(0);
  });

  it("brings what people changed and deleted in the store", async () => {
    const world = await openStoreWorld({ generate: 12, variants: 2 });
    await world.import();
    const [changed = "", deleted = ""] = presentIds(world.db);
    world.clock.advance(5_000);
    world.store.state.patchProduct(shop, changed, { title: "Renamed by a person 🪴" });
    world.store.state.deleteProduct(shop, deleted);
    expect(await world.import()).toMatchObject({ changed: 1, unchanged: 10, gone: 1 });
    const product = await readProduct(world, shop, productIdSchema.parse(changed));
    expect(product?.title).toBe("Renamed by a person 🪴");
  });

  it("marks every product as gone when the store is empty", async () => {
    const world = await openStoreWorld({ generate: 3 });
    await world.import();
    for (const id of presentIds(world.db)) world.store.state.deleteProduct(shop, id);
    world.clock.advance(5_000);
    expect(await world.import()).toMatchObject({ gone: 3 });
  });

  it("marks nothing as gone when the bulk query broke off", async () => {
    const world = await openStoreWorld({ generate: 30, variants: 2 });
    await world.import();
    const before = presentIds(world.db);
    world.clock.advance(5_000);
    world.store.state.faults.set({ rules: [{ kind: "bulk_partial", times: 1 }] });
    expect(await world.import()).toMatchObject({ gone: 0, partial: true });
    expect(presentIds(world.db)).toEqual(before);
  });

  it("calls a product gone although Shopify's count of objects is not that of the lines", async () => {
    const world = await openStoreWorld({ generate: 30 });
    await world.import();
    world.store.state.setHabits({ objectCount: "more" });
    const [first] = storeIds(world);
    world.store.state.deleteProduct(shop, first ?? "");
    world.clock.advance(60_000);
    expect(await world.import()).toMatchObject({ gone: 1, partial: false });
    expect(presentIds(world.db, shop)).toEqual(storeIds(world));
  });

  it("calls nothing gone after a file that was cut off in the middle of a line, and stores what came whole", async () => {
    const world = await openStoreWorld({ generate: 30 });
    await world.import();
    world.store.state.setHabits({ objectCount: "more" });
    world.store.state.faults.set({ rules: [{ kind: "bulk_truncated", times: 1 }] });
    world.clock.advance(60_000);
    expect(await world.import()).toMatchObject({ gone: 0, partial: true });
    expect(presentIds(world.db, shop)).toHaveLength(30);
    world.clock.advance(60_000);
    expect(await world.import()).toMatchObject({ gone: 0, partial: false });
  });

  it("leaves a product as it was whose line it cannot read, takes the others, and calls nothing gone", async () => {
    const world = await openStoreWorld({ generate: 30 });
    await world.import();
    const stored = () => world.db.orm.select().from(products).where(eq(products.shop, shop));
    const before = new Map((await stored()).map((row) => [row.id, row.title]));
    for (const id of before.keys()) world.store.state.patchProduct(shop, id, { title: `New ${id}` });
    const [gone = ""] = [...before.keys()].slice(10);
    world.store.state.deleteProduct(shop, gone);
    world.store.state.faults.set({ rules: [{ kind: "bulk_unreadable", times: 1 }] });
    world.clock.advance(60_000);
    const result = await world.import();
    expect(result).toMatchObject({ changed: 27, unreadable: 2, gone: 0, partial: true });
    const now = await stored();
    const kept = now.filter(({ id, title }) => title === before.get(id));
    expect([now.length, kept.length, kept.map(({ id }) => id).includes(gone)]).toEqual([30, 3, true]);
    expect(summary(result)).toMatch(/^Partial: 2 products could not be read.+Import again/);
    world.clock.advance(60_000);
    expect(await world.import()).toMatchObject({ changed: 2, unreadable: 0, gone: 1, partial: false });
  });

  it("that was partial ends as a job marked as partial, on its page, in the list and beside the products", async () => {
    const { db, clock, store } = await openStoreWorld({ generate: 5 });
    const admin = openAdmin({ db, clock, store });
    const tasks = [createImportTask({ db, clock, logger: silent, fetch: store.fetch, admin })];
    store.state.faults.set({ rules: [{ kind: "bulk_unreadable", times: 1 }] });
    const jobId = await startImport({ db, clock }, { shop, createdBy: "user:1" });
    await aWorker({ db, clock, tasks }).tick();
    const said = {
      status: "partially_completed",
      message: expect.stringMatching(/^Partial: 2 products .+ Import again/),
    };
    expect(
      await readRunPage(
        { db, clock, models: unaskedModels() },
        { shop, jobId, params: new URLSearchParams(), words: await english() },
      ),
    ).toMatchObject({ run: said });
    expect(await readRunsPage({ db, clock }, shop, new URLSearchParams("tab=done"))).toMatchObject({
      runs: [said],
    });
    expect(await readShopWork({ db, clock }, shop)).toMatchObject({ jobs: [said] });
  });

  it("has a message that it starts over when Shopify could not run the query", async () => {
    const world = await openStoreWorld({ generate: 3 });
    world.store.state.faults.set({ rules: [{ kind: "bulk_failed", times: 1 }] });
    await expect(world.import()).rejects.toMatchObject({ code: "import_failed", retryable: true });
    expect(await world.import()).toMatchObject({ added: 3 });
  });
});

describe("reading one product again", () => {
  it("stores the same as an import does, also with more variants than a page holds", async () => {
    const world = await openStoreWorld({ generate: 2, variants: 130 });
    await world.import();
    const id = await first(world);
    const imported = await readProduct(world, shop, id);
    expect(await world.refresh(id)).toBe("unchanged");
    world.db.raw.prepare("DELETE FROM products WHERE shop = ?").run(shop);
    expect(await world.refresh(id)).toBe("added");
    const { rowId: _, syncedAt: __, ...read } = { ...(await readProduct(world, shop, id)) };
    const { rowId: ___, syncedAt: ____, ...wanted } = { ...imported };
    expect(read).toEqual(wanted);
  });

  it("stores the same as an import does of a product with hundreds of images and metafields", async () => {
    const world = await openStoreWorld({ generate: 1 });
    const { products } = world.store.state.shop(shop);
    const [known] = products.heads();
    const record = known?.record();
    const [image] = record?.media ?? [];
    if (!record || !image) throw new Error("a generated product has an image");
    const [field] = record.metafields;
    if (!field) throw new Error("a generated product has a metafield");
    products.put({
      ...record,
      // The first one was added last.
      media: [999_999, ...Array(229).keys()].map((n) => ({ ...image, id: image.id + n, path: `${n}.png` })),
      metafields: Array.from({ length: 180 }, (_, n) => ({ ...field, id: field.id + 500_000 + n, key: `note_${n}` })),
    });
    await world.import();
    const id = await first(world);
    const imported = await readProduct(world, shop, id);
    expect(imported?.facts.images).toHaveLength(230);
    expect(imported?.facts.attributes).toHaveLength(180);
    expect(await world.refresh(id)).toBe("unchanged");
    world.db.raw.prepare("DELETE FROM products WHERE shop = ?").run(shop);
    expect(await world.refresh(id)).toBe("added");
    const read = await readProduct(world, shop, id);
    expect(read?.facts).toEqual(imported?.facts);
    expect(read?.facts.images[0]?.id).toBe(`gid://shopify/MediaImage/${image.id + 999_999}`);
    expect(read?.imageUrl).toBe(imported?.imageUrl);
  });

  it("brings an edit, marks a deleted product as gone, and knows nothing of a stranger", async () => {
    const world = await openStoreWorld({ generate: 2 });
    await world.import();
    const id = await first(world);
    world.store.state.patchProduct(shop, id, { descriptionHtml: "<p>By hand</p>" });
    expect(await world.refresh(id)).toBe("changed");
    expect((await readProduct(world, shop, id))?.live.desc).toBe("<p>By hand</p>");
    world.store.state.deleteProduct(shop, id);
    expect(await world.refresh(id)).toBe("gone");
    expect(presentIds(world.db)).toHaveLength(1);
    expect(await world.refresh(productIdSchema.parse("999"))).toBe("unknown");
  });

  it("keeps a later state that is known already", async () => {
    const world = await openStoreWorld({ generate: 1 });
    await world.import();
    const id = await first(world);
    world.db.raw
      .prepare("UPDATE products SET title = 'Later', updated_at = updated_at + 60000 WHERE shop = ?")
      .run(shop);
    expect(await world.refresh(id)).toBe("older");
    expect((await readProduct(world, shop, id))?.title).toBe("Later");
  });
});

it("texts that the shop added come in by an import and by a re-read alike, and are no facts", async () => {
  const world = await openStoreWorld({ generate: 5, variants: 1 });
  await world.import();
  const id = await first(world);
  const custom = { namespace: "custom", key: "usage" };
  const steps = ["Unfold", "Hang"];
  const { data } = world.store.state.graphql(
    shop,
    "mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }",
    {
      m: [
        { ...custom, ownerId: `gid://shopify/Product/${id}`, type: "multi_line_text_field", value: "Rub it in" },
        {
          namespace: "$app:content",
          key: "steps",
          ownerId: `gid://shopify/Product/${id}`,
          type: "list.single_line_text_field",
          value: JSON.stringify(steps),
        },
      ],
    },
  );
  expect(data).toEqual({ metafieldsSet: { userErrors: [] } });
  const types = [
    { name: "usage", label: "Usage", metafieldType: "multi_line_text_field", place: custom },
    { name: "steps", label: "Steps", metafieldType: "list.single_line_text_field", place: null },
  ];
  for (const input of types) await addContentType(world, { shop, input, by: "user:1" });
  world.clock.advance(5_000);
  await world.import();
  const imported = await readProduct(world, shop, id);
  expect(imported?.live).toMatchObject({ usage: "Rub it in", steps });
  expect(JSON.stringify(imported?.facts)).not.toContain("Rub it in");
  const others = (
    await Promise.all(presentIds(world.db).map((one) => readProduct(world, shop, productIdSchema.parse(one))))
  ).filter((product) => product?.id !== id);
  expect(others.map((product) => (product?.missing ?? 0) & (3 * firstAddedBit))).toEqual(
    [1, 1, 1, 1].map(() => 3 * firstAddedBit),
  );
  expect((imported?.missing ?? 0) & (3 * firstAddedBit)).toBe(0);
  const found = (address: string) => listProducts(world, parseProductQuery(shop, new URLSearchParams(address)));
  const lacking = (await found("missing=added_0&missing=added_1")).rows.map((row) => row.id);
  expect(lacking).toHaveLength(4);
  expect(lacking).not.toContain(id);
  expect((await found("missing=added_99&missing=added_-1")).rows).toHaveLength(5);
  world.clock.advance(5_000);
  expect(await world.refresh(id)).toBe("unchanged");
});
