import { describe, expect, it } from "vitest";
import { listFacets } from "../../app/catalog/list-facets.ts";
import { listProducts } from "../../app/catalog/list-products.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import { refreshProduct } from "../../app/catalog/refresh-product.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { shops } from "../../app/db/schema/index.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import type { AdminApi } from "../../app/shopify/admin-api.ts";
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
  second,
  storedProducts,
} from "./catalogue-world.ts";

const id = (n: number) => productIdSchema.parse(String(n));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const catalogue = (to: number, change = {}) => range(1, to).flatMap((n) => linesOf({ n, ...change }));

describe("an import", () => {
  it("stores each product with its variants, image, attributes and digests", async () => {
    const db = openTestDatabase();
    const result = await importFrom({ db, clock: testClock(), lines: linesOf({ n: 7, title: "Leinenhemd 🌿" }) });
    expect(result).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      outranked: 0,
      unreadable: 0,
      gone: 0,
      partial: false,
    });
    const product = await readProduct({ db }, demo, id(7));
    expect(product).toMatchObject({
      title: "Leinenhemd 🌿",
      shopifyId: "gid://shopify/Product/7",
      variantCount: 2,
      imageUrl: "https://cdn.shopify.com/7.jpg",
      facts: { attributes: [{ name: "Care guide", value: "Wash cold" }], tags: ["new"] },
      live: { title: "Leinenhemd 🌿", desc: "<p>About 7.</p>", bullets: null, seo_title: null },
      updatedAt: Date.UTC(2026, 1, 1),
    });
    expect(product?.variants[0]).toMatchObject({ id: "7000", sku: "SKU-7-0", weightGrams: 200 });
  });

  it.each([
    ["no JSON", "{", null],
    ["half a variant", '{"id":"gid://shopify/ProductVariant/1","__parentId":"gid://shopify/Product/2"', "2"],
    ["a metafield of another shape", '{"id":"gid://shopify/Metafield/1","__parentId":"gid://shopify/Product/2"}', "2"],
  ])("continues after a line that is %s, and reports it", async (_what, bad, spoilt) => {
    const db = openTestDatabase();
    // Last, so that children of a product that is stored already are met as well.
    for (const lines of [
      [...catalogue(3), bad],
      [bad, ...catalogue(3)],
    ]) {
      const result = await importFrom({ db, clock: testClock(), lines });
      expect(result).toMatchObject({ unreadable: 1, gone: 0, partial: true });
      const stored = storedProducts(db).map(({ id: one }) => one);
      expect(stored).toEqual(spoilt === null ? ["1", "2", "3"] : expect.arrayContaining(["1", "3"]));
    }
  });

  it("leaves a product out whose own line lacks what was asked for, wherever its children are", async () => {
    const lines = catalogue(3).map((line) =>
      line.includes('"id":"gid://shopify/Product/2"') ? line.replace(/"title":/, '"titel":') : line,
    );
    for (const order of [lines, scattered(lines)]) {
      const db = openTestDatabase();
      const result = await importFrom({ db, clock: testClock(), lines: order });
      expect(result).toMatchObject({ added: 2, unreadable: 1, partial: true });
      expect(presentIds(db)).toEqual(["1", "3"]);
    }
  });

  it("names what metafields point to, also when they come by long after their product", async () => {
    const gid = "gid://shopify/Metaobject/5";
    const [metafield = "", ...rest] = linesOf({ n: 7 }).reverse();
    const field = { ...JSON.parse(metafield), key: "fabric", type: "metaobject_reference", value: gid };
    const lines = [JSON.stringify(field), ...rest];
    for (const order of [[...lines].reverse(), lines]) {
      const db = openTestDatabase();
      await importFrom({ db, clock: testClock(), lines: order, names: { [gid]: "Linen" } });
      const product = await readProduct({ db }, demo, id(7));
      expect(product?.facts.attributes).toEqual([{ name: "Fabric", value: "Linen" }]);
    }
  });

  it("notes the shop's name, currency and published languages, the primary one first", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: linesOf({ n: 1 }) });
    const [row] = await db.orm.select().from(shops);
    expect(row).toMatchObject({
      name: "Fern & Field",
      currency: "EUR",
      primaryLocale: "en",
      locales: ["en", "de"],
      importedAt: clock.now(),
    });
  });

  it("ends with the same rows whatever the order of the lines", async () => {
    const lines = catalogue(450);
    const orders = [lines, scattered(lines), halfLate(lines)];
    const stored = [];
    for (const order of orders) {
      const db = openTestDatabase();
      await importFrom({ db, clock: testClock(), lines: order });
      stored.push(storedProducts(db));
      expect(stagedLines(db)).toBe(0);
    }
    expect(stored[0]).toHaveLength(450);
    expect(stored[1]).toEqual(stored[0]);
    expect(stored[2]).toEqual(stored[0]);
  });

  it("keeps an unchanged product's row as it is while another import delivers it scattered", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const lines = catalogue(320);
    await importFrom({ db, clock, lines });
    clock.advance(1_000);
    const before = db.raw.prepare("SELECT id, synced_at FROM products WHERE shop = ?").all(demo);
    const result = await importFrom({ db, clock, lines: scattered(lines) });
    expect(result).toMatchObject({ added: 0, changed: 0, unchanged: 320, gone: 0 });
    expect(db.raw.prepare("SELECT id, synced_at FROM products WHERE shop = ?").all(demo)).toEqual(before);
  });

  it("drops a variant that the shop no longer has, also when lines are scattered", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(310, { variants: 3 }) });
    clock.advance(1_000);
    const fewer = catalogue(310, { variants: 1, updatedAt: "2026-03-01T00:00:00Z" });
    await importFrom({ db, clock, lines: scattered(fewer) });
    expect((await readProduct({ db }, demo, id(5)))?.variants).toHaveLength(1);
  });
});

describe("an import that crashes", () => {
  it.each(["grouped", "scattered"])(
    "continues from its checkpoint and ends the same, wherever it stopped (%s)",
    async (order) => {
      const plain = catalogue(1_600, { variants: 1 });
      const lines = order === "grouped" ? plain : scattered(plain);
      const whole = openTestDatabase();
      await importFrom({ db: whole, clock: testClock(), lines });
      for (const stopAfter of [1, 1_301, 4_444, 5_601, 6_399]) {
        const db = openTestDatabase();
        const clock = testClock();
        let checkpoint: unknown;
        const context = {
          async saveCheckpoint(value: unknown) {
            checkpoint = structuredClone(value);
          },
        };
        const broken = async () => new Response(cutAfter(lines, stopAfter));
        await expect(importFrom({ db, clock, lines, fetch: broken, context })).rejects.toMatchObject({
          code: "shopify_unavailable",
        });
        clock.advance(60_000);
        const result = await importFrom({ db, clock, lines, context: { ...context, checkpoint } });
        expect(result.gone, `after ${stopAfter}`).toBe(0);
        expect(storedProducts(db), `after ${stopAfter}`).toEqual(storedProducts(whole));
        expect(stagedLines(db)).toBe(0);
      }
    },
  );

  it("does not read again the lines that a checkpoint counts as stored", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const lines = catalogue(1_500);
    const saved: { line: number }[] = [];
    const context = {
      saveCheckpoint: async (value: unknown) => void saved.push(structuredClone(value) as { line: number }),
    };
    await importFrom({ db, clock, lines, context });
    const middle = saved.find(({ line }) => line > 0 && line < lines.length);
    expect(middle?.line).toBeGreaterThan(1_000);
    // Lines before the checkpoint are unreadable now: whoever read them would fail.
    const damaged = lines.map((line, i) => (i < (middle?.line ?? 0) ? line.replace('"title"', '"tittle"') : line));
    await importFrom({ db, clock, lines: damaged, context: { checkpoint: middle } });
    expect(presentIds(db)).toHaveLength(1_500);
  });

  it("asks Shopify anew when the result's link is no longer valid", async () => {
    const db = openTestDatabase();
    let checkpoint: unknown = "untouched";
    const context = {
      async saveCheckpoint(value: unknown) {
        checkpoint = value;
      },
    };
    const expired = async () => new Response("expired", { status: 403 });
    const attempt = importFrom({ db, clock: testClock(), lines: linesOf({ n: 1 }), fetch: expired, context });
    await expect(attempt).rejects.toMatchObject({ code: "import_failed", retryable: true });
    expect(checkpoint).toBeNull();
  });

  it("fails when no product at all can be read, and changes nothing", async () => {
    const db = openTestDatabase();
    const lines = catalogue(2).map((line) => line.replace(/"title":/, '"titel":'));
    await expect(importFrom({ db, clock: testClock(), lines })).rejects.toMatchObject({ code: "import_failed" });
    expect(presentIds(db)).toEqual([]);
  });
});

describe("products that are gone", () => {
  it("are marked, kept, and come back when the shop has them again", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(5) });
    clock.advance(1_000);
    expect(await importFrom({ db, clock, lines: catalogue(3) })).toMatchObject({ gone: 2, unchanged: 3 });
    expect(presentIds(db)).toEqual(["1", "2", "3"]);
    expect((await readProduct({ db }, demo, id(4)))?.goneAt).toBe(clock.now());
    clock.advance(1_000);
    await importFrom({ db, clock, lines: catalogue(5) });
    expect(presentIds(db)).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("are all of them when Shopify counts no object", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(4) });
    clock.advance(1_000);
    expect(await importFrom({ db, clock, lines: [] })).toMatchObject({ gone: 4, partial: false });
    expect(presentIds(db)).toEqual([]);
  });

  it("are none when Shopify delivered a part only", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(4) });
    clock.advance(1_000);
    const operation = {
      status: "FAILED",
      errorCode: "TIMEOUT",
      url: null,
      partialDataUrl: "https://storage.googleapis.com/part",
    };
    const lines = linesOf({ n: 1, title: "Renamed", updatedAt: "2026-03-01T00:00:00Z" });
    expect(await importFrom({ db, clock, lines, operation })).toMatchObject({ gone: 0, changed: 1, partial: true });
    expect(presentIds(db)).toHaveLength(4);
  });

  it("are none when the result has fewer lines than Shopify announced", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(4) });
    clock.advance(1_000);
    const result = await importFrom({ db, clock, lines: catalogue(2), operation: { objectCount: "20" } });
    expect(result).toMatchObject({ gone: 0, partial: true });
    expect(presentIds(db)).toHaveLength(4);
  });

  it("are those that the result lacks when its size is right, whatever Shopify counted", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(4) });
    clock.advance(1_000);
    const lines = catalogue(2);
    const fileSize = String(Buffer.byteLength(lines.map((line) => `${line}\n`).join("")));
    const result = await importFrom({ db, clock, lines, operation: { objectCount: "20", fileSize } });
    expect(result).toMatchObject({ gone: 2, partial: false });
  });

  it.each([
    ["bytes are missing at its end", (lines: string[]) => lines.slice(0, -3)],
    ["a product's own line is missing", (lines: string[]) => lines.filter((_, i) => i !== 0)],
  ])("are none when %s", async (_what, spoil) => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(4) });
    clock.advance(1_000);
    const whole = catalogue(3);
    const lines = spoil(whole);
    const bytes = Buffer.byteLength(whole.map((line) => `${line}\n`).join(""));
    const missing = lines.length === whole.length - 1;
    const fileSize = String(missing ? 1 : bytes);
    const result = await importFrom({ db, clock, lines, operation: { objectCount: "1", fileSize } });
    expect(result).toMatchObject({ gone: 0, partial: true });
    expect(presentIds(db)).toHaveLength(4);
  });

  it("are not those that came by API or were read while the import ran", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(3) });
    db.raw.prepare("UPDATE products SET shopify_id = NULL WHERE shop = ? AND id = '2'").run(demo);
    clock.advance(1_000);
    const lines = catalogue(1);
    const readMeanwhile: typeof fetch = async () => {
      clock.advance(1_000);
      db.raw.prepare("UPDATE products SET synced_at = ? WHERE shop = ? AND id = '3'").run(clock.now(), demo);
      return new Response(lines.join("\n"));
    };
    await importFrom({ db, clock, lines, fetch: readMeanwhile });
    expect(presentIds(db)).toEqual(["1", "2", "3"]);
  });
});

describe("what we know better than a bulk result", () => {
  it("is a later change of the shop's, which stays", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: linesOf({ n: 1, title: "New", updatedAt: "2026-05-01T00:00:00Z" }) });
    clock.advance(1_000);
    const older = scattered([...linesOf({ n: 1, title: "Old", variants: 5 }), ...catalogue(400).slice(5)]);
    const result = await importFrom({ db, clock, lines: older });
    expect(result).toMatchObject({ outranked: 1, gone: 0 });
    expect(await readProduct({ db }, demo, id(1))).toMatchObject({ title: "New", variantCount: 2 });
  });

  it("is a read of the same second that came after the import began, which stays", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: linesOf({ n: 1, title: "First" }) });
    clock.advance(1_000);
    const stale = linesOf({ n: 1, title: "Stale" });
    const readMeanwhile: typeof fetch = async () => {
      clock.advance(1_000);
      db.raw.prepare("UPDATE products SET synced_at = ? WHERE shop = ?").run(clock.now(), demo);
      return new Response(stale.join("\n"));
    };
    await importFrom({ db, clock, lines: stale, fetch: readMeanwhile });
    expect((await readProduct({ db }, demo, id(1)))?.title).toBe("First");
  });

  it("stays free of late lines: of a product we knew better, and of one that was read again meanwhile", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const newer = linesOf({ n: 1, updatedAt: "2026-05-01T00:00:00Z" });
    await importFrom({ db, clock, lines: [...newer, ...linesOf({ n: 2 })] });
    clock.advance(1_000);
    const lines = catalogue(400);
    const isLate = (line: string) => line.includes("Metafield") && /Product\/[12]"/.test(line);
    const late = lines.filter(isLate).map((line) => line.replace("Wash cold", "Wash hot"));
    const readAgain: AdminApi = {
      shop: demo,
      run: async ({ data }) =>
        data.parse({ product: readAnswer(linesOf({ n: 2, updatedAt: "2026-06-01T00:00:00Z" })) }),
    };
    const context = {
      async saveCheckpoint(value: unknown) {
        const { loaded } = value as { loaded: boolean };
        if (loaded) await refreshProduct({ db, clock, admin: readAgain }, { shop: demo, id: id(2) });
      },
    };
    await importFrom({ db, clock, lines: [...lines.filter((line) => !isLate(line)), ...late], context });
    for (const n of [1, 2]) {
      const product = await readProduct({ db }, demo, id(n));
      expect(product?.facts.attributes, `product ${n}`).toEqual([{ name: "Care guide", value: "Wash cold" }]);
    }
  });

  it("is that the product was deleted after the import began, which stays", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(2) });
    clock.advance(1_000);
    const lines = catalogue(2);
    const deletedMeanwhile: typeof fetch = async () => {
      clock.advance(1_000);
      db.raw.prepare("UPDATE products SET gone_at = ? WHERE shop = ? AND id = '2'").run(clock.now(), demo);
      return new Response(lines.join("\n"));
    };
    await importFrom({ db, clock, lines, fetch: deletedMeanwhile });
    expect(presentIds(db)).toEqual(["1"]);
  });
});

describe("two shops with the same product ids", () => {
  it("never see or touch each other's products", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await importFrom({ db, clock, lines: catalogue(3, { title: "Ours", tags: ["ours"] }) });
    await importFrom({
      db,
      clock,
      shop: second,
      lines: catalogue(2, { title: "Theirs", tags: ["theirs"], vendor: "Other" }),
    });
    expect(presentIds(db)).toEqual(["1", "2", "3"]);
    expect((await readProduct({ db }, demo, id(1)))?.title).toBe("Ours");
    expect((await readProduct({ db }, second, id(1)))?.title).toBe("Theirs");
    expect(await readProduct({ db }, second, id(3))).toBeNull();
    expect((await search(db, "Theirs")).rows).toEqual([]);
    expect((await listProducts({ db }, query({ tag: ["theirs"] }))).rows).toEqual([]);
    expect(await listFacets({ db }, demo)).toEqual({ vendors: ["Maker"], productTypes: ["Thing"], tags: ["ours"] });
    clock.advance(1_000);
    await importFrom({ db, clock, shop: second, lines: [] });
    expect(presentIds(db)).toHaveLength(3);
  });
});

it("offers a filter's values only while a product has them", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await importFrom({ db, clock, lines: linesOf({ n: 1, vendor: "Acme", tags: ["old", "kept"] }) });
  clock.advance(1_000);
  await importFrom({
    db,
    clock,
    lines: linesOf({ n: 1, vendor: "", tags: ["kept", "Ünï"], updatedAt: "2026-03-01T00:00:00Z" }),
  });
  expect(await listFacets({ db }, demo)).toEqual({ vendors: [], productTypes: ["Thing"], tags: ["kept", "Ünï"] });
});

it("finds a product by its new words only after it changed", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  await importFrom({ db, clock, lines: linesOf({ n: 1, title: "Copper kettle" }) });
  clock.advance(1_000);
  await importFrom({ db, clock, lines: linesOf({ n: 1, title: "Steel pan", updatedAt: "2026-03-01T00:00:00Z" }) });
  expect((await search(db, "kettle")).rows).toEqual([]);
  expect((await search(db, "steel")).rows).toHaveLength(1);
});

/** What Shopify answers about one product, made of its lines. */
function readAnswer(lines: readonly string[]) {
  const [node, ...children] = lines.map((line) => JSON.parse(line));
  const of = (type: string) => children.filter((child) => String(child.id).includes(`/${type}/`));
  return {
    ...node,
    variants: { nodes: of("ProductVariant"), pageInfo: { hasNextPage: false, endCursor: null } },
    media: { nodes: of("MediaImage"), pageInfo: { hasNextPage: false, endCursor: null } },
    metafields: { nodes: of("Metafield"), pageInfo: { hasNextPage: false, endCursor: null } },
    collections: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
  };
}

function stagedLines(db: SqliteDb): number {
  return db.raw.prepare("SELECT count(*) FROM import_children WHERE shop = ?").pluck().get(demo) as number;
}

function search(db: SqliteDb, text: string) {
  return listProducts({ db }, query({ search: text }));
}

/** Every other product's image and metafield come at the very end. */
function halfLate(lines: readonly string[]): string[] {
  const late = (line: string) => /Metafield|MediaImage/.test(line) && /Product\/\d*[02468]"/.test(line);
  return [...lines.filter((line) => !late(line)), ...lines.filter(late)];
}
