import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listProducts } from "../../app/catalog/list-products.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { shops } from "../../app/db/schema/index.ts";
import { type ProductId, productIdSchema } from "../../app/lib/brand.ts";
import { testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import {
  cutAfter,
  demo,
  importFrom,
  linesOf,
  presentIds,
  query,
  scattered,
  storedProducts,
} from "./catalogue-world.ts";
import { openStoreWorld, type StoreWorld } from "./store-world.ts";

/** In the sample catalogue one variant has these beside its own. */
const further = [
  { value: "036000291452", type: "UPC" },
  { value: "4006381333931", type: "EAN" },
];

async function found(db: SqliteDb, search: string): Promise<string[]> {
  const { rows } = await listProducts({ db }, query({ search }));
  return rows.map(({ id }) => id);
}

/** The product of the sample catalogue whose first variant has further barcodes. */
function severalOf({ store }: StoreWorld): { id: ProductId; own: string } {
  for (const { id } of store.state.listProducts(demo, { first: 250 }).products) {
    const number = id.replace(/\D+/g, "");
    const [variant] = store.state.shop(demo).products.get(Number(number))?.variants ?? [];
    const [own, ...more] = variant?.barcodes ?? [];
    if (own && more.some(({ type }) => type === "UPC")) return { id: productIdSchema.parse(number), own: own.value };
  }
  throw new Error("the sample catalogue has no variant with several barcodes");
}

/** Gives every variant of a product so many barcodes, without a word to the app. */
function giveBarcodes({ store }: StoreWorld, id: ProductId, count: number): void {
  const { products } = store.state.shop(demo);
  const product = products.get(Number(id));
  if (!product) throw new Error("no such product");
  const variants = product.variants.map((variant, i) => ({
    ...variant,
    barcodes: Array.from({ length: count }, (_, n) => ({ type: null, value: `${i}-CODE-${n}` })),
  }));
  products.put({ ...product, variants, updatedAt: product.updatedAt + 60_000 });
}

const outcomes = ({ store }: StoreWorld) => new Set(store.state.log(0).map(({ outcome }) => outcome));

describe("where the shop's API lists a variant's barcodes", () => {
  it("an import and the reading of one product bring all of them, the first one first, with their standards", async () => {
    const world = await openStoreWorld("sample");
    const { id, own } = severalOf(world);
    await world.import();
    const imported = await readProduct(world, demo, id);
    expect(imported?.variants[0]).toMatchObject({
      barcode: own,
      barcodes: [{ value: own, type: null }, ...further],
    });
    expect(imported?.variants[1]).not.toHaveProperty("barcodes");
    const before = storedProducts(world.db);
    await world.refresh(id);
    expect(await world.refresh(id)).toBe("unchanged");
    expect(storedProducts(world.db)).toEqual(before);
    world.db.raw.prepare("DELETE FROM products WHERE shop = ? AND id = ?").run(demo, id);
    expect(await world.refresh(id)).toBe("added");
    expect((await readProduct(world, demo, id))?.variants).toEqual(imported?.variants);
  });

  it("a search finds a product by each of its barcodes, and another by its only one", async () => {
    const world = await openStoreWorld("sample");
    const { id, own } = severalOf(world);
    await world.import();
    for (const code of [own, ...further.map(({ value }) => value)]) expect(await found(world.db, code)).toEqual([id]);
    const other = presentIds(world.db).find((one) => one !== id) ?? "";
    const single = (await readProduct(world, demo, productIdSchema.parse(other)))?.variants[0]?.barcode;
    expect(await found(world.db, single ?? "")).toEqual([other]);
  });

  it.each([
    ["few variants", 3],
    ["more variants than the usual page holds", 40],
    ["more variants than a large page holds", 125],
  ])("the reading of one product brings all twenty of each: %s", async (_, variants) => {
    const world = await openStoreWorld({ generate: 1, variants: Math.min(variants, 100) });
    await world.import();
    const id = productIdSchema.parse(presentIds(world.db)[0]);
    const { products } = world.store.state.shop(demo);
    const product = products.get(Number(id));
    const [first] = product?.variants ?? [];
    if (!product || !first) throw new Error("no such product");
    const many = Array.from({ length: variants }, (_none, i) => ({ ...first, id: first.id + i }));
    products.put({ ...product, variants: many });
    giveBarcodes(world, id, 20);
    expect(await world.refresh(id)).toBe("changed");
    const stored = (await readProduct(world, demo, id))?.variants ?? [];
    expect(stored).toHaveLength(variants);
    expect(stored.map(({ barcodes }) => barcodes?.length)).toEqual(stored.map(() => 20));
    expect(await found(world.db, `${variants - 1}-CODE-19`)).toEqual([id]);
    world.clock.advance(120_000);
    expect(await world.import()).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it("a barcode that was taken away is no longer there", async () => {
    const world = await openStoreWorld("sample");
    const { id } = severalOf(world);
    await world.import();
    giveBarcodes(world, id, 1);
    world.clock.advance(120_000);
    await world.import();
    expect((await readProduct(world, demo, id))?.variants[0]).toMatchObject({ barcode: "0-CODE-0" });
    expect((await readProduct(world, demo, id))?.variants[0]).not.toHaveProperty("barcodes");
    expect(await found(world.db, "4006381333931")).toEqual([]);
  });
});

describe("where the shop's API has one barcode a variant", () => {
  it("an import and the reading of one product bring that, and ask for nothing that is refused", async () => {
    const world = await openStoreWorld("sample", { barcodes: "one" });
    const { id, own } = severalOf(world);
    const { added } = await world.import();
    expect(added).toBeGreaterThanOrEqual(60);
    const [variant] = (await readProduct(world, demo, id))?.variants ?? [];
    expect(variant).toMatchObject({ barcode: own });
    expect(variant).not.toHaveProperty("barcodes");
    const before = storedProducts(world.db);
    await world.refresh(id);
    expect(storedProducts(world.db)).toEqual(before);
    expect(await found(world.db, own)).toEqual([id]);
    expect(outcomes(world)).toEqual(new Set(["ok"]));
  });

  it("once it lists them, the next import brings the further ones, and no text becomes stale by it", async () => {
    const world = await openStoreWorld("sample", { barcodes: "one" });
    const { id } = severalOf(world);
    const { added } = await world.import();
    const digests = () => storedProducts(world.db).map((row) => [row.facts_digest, row.live_digest]);
    const before = digests();
    world.store.state.setHabits({ barcodes: "many" });
    world.clock.advance(1_000);
    const result = await world.import();
    expect(result.changed).toBeGreaterThan(0);
    expect(result.unchanged).toBe(added - result.changed);
    expect(result.changed).toBeLessThan(5);
    expect(digests()).toEqual(before);
    expect((await readProduct(world, demo, id))?.variants[0]?.barcodes).toHaveLength(3);
    world.clock.advance(1_000);
    expect(await world.import()).toMatchObject({ changed: 0, unchanged: added });
  });
});

describe("where bulk queries take only lists of nodes", () => {
  it("an import brings the first barcode, and leaves those that the reading of one product brought", async () => {
    const world = await openStoreWorld("sample", { bulkConnections: "nodes" });
    const { id, own } = severalOf(world);
    expect(await world.import()).toMatchObject({ partial: false, changed: 0 });
    expect((await readProduct(world, demo, id))?.variants[0]).toMatchObject({ barcode: own });
    giveBarcodes(world, id, 3);
    expect(await world.refresh(id)).toBe("changed");
    world.clock.advance(1_000);
    expect(await world.import()).toMatchObject({ changed: 0 });
    expect((await readProduct(world, demo, id))?.variants[0]?.barcodes).toHaveLength(3);
    expect(await found(world.db, "0-CODE-2")).toEqual([id]);
  });
});

describe("an import whose rows were written before barcodes were searched", () => {
  it("writes products with barcodes again, once, and no others", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const plain = linesOf({ n: 1 });
    const lines = [...plain, ...withBarcode(linesOf({ n: 2 }))];
    await importFrom({ listsBarcodes: true, db, clock, lines });
    db.raw.prepare("UPDATE products_seen SET barcodes_digest = NULL WHERE shop = ?").run(demo);
    db.raw.exec("DELETE FROM product_search");
    clock.advance(1_000);
    expect(await importFrom({ listsBarcodes: true, db, clock, lines })).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await found(db, "EAN-2000")).toEqual(["2"]);
    clock.advance(1_000);
    expect(await importFrom({ listsBarcodes: true, db, clock, lines })).toMatchObject({ changed: 0, unchanged: 2 });
  });
});

describe("barcodes in a bulk result", () => {
  const lines = Array.from({ length: 420 }, (_, i) => withBarcode(linesOf({ n: i + 1 }))).flat();
  const isBarcode = (line: string) => line.includes('"type":"EAN"');

  it.each([
    ["all behind everything else", [...lines.filter((line) => !isBarcode(line)), ...lines.filter(isBarcode)]],
    ["scattered, with all other children", scattered(lines)],
    ["before their variants", scattered([...lines].reverse())],
  ])("find their variants when they come %s", async (_, order) => {
    const whole = openTestDatabase();
    await importFrom({ listsBarcodes: true, db: whole, clock: testClock(), lines });
    const db = openTestDatabase();
    expect(await importFrom({ listsBarcodes: true, db, clock: testClock(), lines: order })).toMatchObject({
      added: 420,
      partial: false,
    });
    expect(storedProducts(db)).toEqual(storedProducts(whole));
    expect(storedProducts(db)[0]?.variants).toContain("EAN-1000");
    expect(await found(db, "EAN-420001")).toEqual(["420"]);
    expect(stagedLines(db)).toBe(0);
    expect(await importFrom({ listsBarcodes: true, db, clock: testClock(Date.now()), lines })).toMatchObject({
      changed: 0,
      unchanged: 420,
    });
  });

  it("are all there after a crash, wherever it stopped", async () => {
    const late = [...lines.filter((line) => !isBarcode(line)), ...lines.filter(isBarcode)];
    const whole = openTestDatabase();
    await importFrom({ listsBarcodes: true, db: whole, clock: testClock(), lines });
    for (const stopAfter of [2_600, late.length - 100]) {
      const db = openTestDatabase();
      const clock = testClock();
      let checkpoint: unknown;
      const context = {
        async saveCheckpoint(value: unknown) {
          checkpoint = structuredClone(value);
        },
      };
      const broken = async () => new Response(cutAfter(late, stopAfter));
      await expect(
        importFrom({ listsBarcodes: true, db, clock, lines: late, fetch: broken, context }),
      ).rejects.toMatchObject({
        code: "shopify_unavailable",
      });
      clock.advance(60_000);
      await importFrom({ listsBarcodes: true, db, clock, lines: late, context: { ...context, checkpoint } });
      expect(storedProducts(db), `after ${stopAfter}`).toEqual(storedProducts(whole));
    }
  });

  it("are dropped when their variant is not there, and mark no product as gone", async () => {
    const db = openTestDatabase();
    const stray = JSON.stringify({ value: "1", type: null, __parentId: "gid://shopify/ProductVariant/999999" });
    const result = await importFrom({
      listsBarcodes: true,
      db,
      clock: testClock(),
      lines: [...linesOf({ n: 1 }), stray],
    });
    expect(result).toMatchObject({ added: 1, partial: false });
    expect(stagedLines(db)).toBe(0);
  });

  it("are asked for again when the shop's API has them and the reading of one product did not know", async () => {
    const world = await openStoreWorld("sample");
    const { id } = severalOf(world);
    await world.import();
    await world.db.orm.update(shops).set({ listsBarcodes: false }).where(eq(shops.shop, demo));
    await world.import();
    const [row] = await world.db.orm.select().from(shops).where(eq(shops.shop, demo));
    expect(row?.listsBarcodes).toBe(true);
    expect((await readProduct(world, demo, id))?.variants[0]?.barcodes).toHaveLength(3);
  });
});

function stagedLines(db: SqliteDb): unknown {
  return db.raw.prepare("SELECT count(*) FROM import_children WHERE shop = ?").pluck().get(demo);
}

/** A product's lines with a second barcode behind each variant. */
function withBarcode(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const variant = /"id":"(gid:\/\/shopify\/ProductVariant\/(\d+))"/.exec(line);
    if (!variant) return [line];
    const [, parent, number] = variant;
    const first = line.replace('"barcode":null', `"barcode":"OWN-${number}"`);
    const child = (value: string, type: string | null) => JSON.stringify({ value, type, __parentId: parent });
    return [first, child(`OWN-${number}`, null), child(`EAN-${number}`, "EAN")];
  });
}
