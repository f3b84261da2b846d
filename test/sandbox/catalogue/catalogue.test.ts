import { describe, expect, it } from "vitest";
import { generateProduct } from "../../../sandbox/catalogue/generate-product.ts";
import { sampleCatalogue } from "../../../sandbox/catalogue/sample-catalogue.ts";
import { taxonomy } from "../../../sandbox/catalogue/taxonomy.ts";
import { kinds } from "../../../sandbox/catalogue/word-lists.ts";
import { buildProduct } from "../../../sandbox/store/build-product.ts";
import { makeId, productIdOf, readId } from "../../../sandbox/store/id-space.ts";
import { invalidValue, metafieldTypes } from "../../../sandbox/store/metafield-types.ts";
import { createProductTable } from "../../../sandbox/store/product-table.ts";

describe("the hand-written catalogue", () => {
  const english = sampleCatalogue("en");

  it("holds at least sixty varied products, and a smaller German one", () => {
    expect(english.length).toBeGreaterThanOrEqual(60);
    expect(new Set(english.map((p) => p.type)).size).toBeGreaterThan(25);
    expect(new Set(english.map((p) => p.vendor)).size).toBeGreaterThan(20);
    expect(sampleCatalogue("de").length).toBeGreaterThanOrEqual(10);
  });

  it("has what makes a catalogue hard: missing texts, long titles, other scripts, emoji, images without alt", () => {
    expect(english.some((p) => p.html === "")).toBe(true);
    expect(english.some((p) => p.title.length > 150 && p.title.length <= 255)).toBe(true);
    for (const script of [
      /\p{Script=Han}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Extended_Pictographic}/u,
      /\p{Script=Hangul}/u,
    ]) {
      expect(english.some((p) => script.test(p.title))).toBe(true);
    }
    expect(english.some((p) => p.images?.includes(null))).toBe(true);
    expect(english.some((p) => p.sku === null)).toBe(true);
    expect(english.some((p) => p.html.includes("{%"))).toBe(true);
  });

  it("holds metafields of many types, each as the store would take it", () => {
    const typed = english.flatMap((p) => Object.values(p.metafields ?? {}));
    expect(typed.filter(([type, value]) => !metafieldTypes.has(type) || invalidValue(type, value, "EUR"))).toEqual([]);
    expect(new Set(typed.map(([type]) => type)).size).toBeGreaterThan(25);
  });

  it("names only categories that exist", () => {
    const all = [...english, ...sampleCatalogue("de"), ...kinds]
      .map((p) => p.category)
      .filter((key) => key !== undefined);
    expect(all.filter((key) => taxonomy[key] === undefined)).toEqual([]);
  });
});

describe("the generated catalogue", () => {
  it("is the same for the same seed, and another one for another", () => {
    expect(generateProduct({ seed: 3 }, 17)).toEqual(generateProduct({ seed: 3 }, 17));
    expect(generateProduct({ seed: 3 }, 17)).not.toEqual(generateProduct({ seed: 4 }, 17));
  });

  it("varies variants from one to ten unless a number is given", () => {
    const table = createProductTable({ startAt: 0 });
    table.generate({ seed: 1 }, 500);
    table.generate({ seed: 1, variants: 3 }, 10);
    const counts = [...table.heads()].map((head) => head.record().variants.length);
    expect(Math.min(...counts.slice(0, 500))).toBe(1);
    expect(Math.max(...counts.slice(0, 500))).toBe(10);
    expect(counts.slice(500)).toEqual(Array(10).fill(3));
  });

  it("has some 200 vendors, 80 types and unique handles, SKUs and ids", () => {
    const table = createProductTable({ startAt: 0 });
    table.generate({ seed: 1 }, 5000);
    const all = [...table.heads()].map((head) => head.record());
    expect(new Set(all.map((p) => p.vendor)).size).toBe(200);
    expect(new Set(all.map((p) => p.productType)).size).toBe(80);
    const unique = (values: unknown[]) => new Set(values).size === values.length;
    expect(unique(all.map((p) => p.handle))).toBe(true);
    expect(unique(all.flatMap((p) => p.variants.flatMap((v) => v.sku ?? [])))).toBe(true);
    expect(
      unique(
        all.flatMap((p) => [
          p.id,
          ...p.variants.map((v) => v.id),
          ...p.media.map((m) => m.id),
          ...p.metafields.map((m) => m.id),
        ]),
      ),
    ).toBe(true);
  });

  it("keeps 200,000 products without keeping them in memory", () => {
    const table = createProductTable({ startAt: 0 });
    const before = process.memoryUsage().heapUsed;
    table.generate({ seed: 1, variants: 3 }, 200_000);
    expect(table.count).toBe(200_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
    const last = table.get(makeId("product", "generated", 199_999));
    expect(last?.variants).toHaveLength(3);
    expect(table.get(makeId("product", "generated", 200_000))).toBeUndefined();
  });

  it("remembers edits and deletions of generated products, and still counts right", () => {
    const table = createProductTable({ startAt: 0 });
    table.generate({ seed: 1 }, 5);
    const ids = [...table.heads()].map((head) => head.id);
    const [first = 0, second = 0] = ids;
    const record = table.get(first);
    if (!record) throw new Error("no record");
    table.put({ ...record, title: "Edited" });
    expect([table.get(first)?.title, table.count]).toEqual(["Edited", 5]);
    table.delete(first);
    table.delete(second);
    expect([table.get(first), table.get(second), table.count]).toEqual([undefined, undefined, 3]);
    expect([...table.heads()].map((head) => head.id)).toEqual(ids.slice(2));
    expect([...table.heads({ reverse: true })].map((head) => head.id)).toEqual(ids.slice(2).reverse());
    expect([...table.heads({ after: ids[2] })].map((head) => head.id)).toEqual(ids.slice(3));
  });
});

describe("ids", () => {
  it("lead from a variant, image or metafield back to its product", () => {
    const product = buildProduct(
      {
        title: "x",
        html: "",
        vendor: "v",
        type: "t",
        tags: [],
        price: 1,
        images: [null, null],
        specs: { a: "1" },
        options: { Size: ["S", "M"] },
      },
      { family: "created", slot: 7, createdAt: 0, updatedAt: 0 },
    );
    expect(product.variants.map((v) => productIdOf("variant", v.id))).toEqual([product.id, product.id]);
    expect(product.media.map((m) => productIdOf("media", m.id))).toEqual([product.id, product.id]);
    expect(readId("product", product.id)).toEqual({ family: "created", slot: 7, part: 0 });
    expect(readId("product", 5)).toBeUndefined();
  });
});
