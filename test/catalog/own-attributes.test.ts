import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../app/catalog/facts.ts";
import { readOwnAttributes } from "../../app/catalog/own-attributes.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import { writeOwnAttributes } from "../../app/catalog/write-own-attributes.ts";
import { productAttributes } from "../../app/db/schema/index.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

async function workshop() {
  const db = openTestDatabase();
  const clock = testClock();
  await storeProduct(db);
  await storeProduct(db, { shop: otherShop });
  const write = (attributes: { name: string; value: string }[], keepOthers = true) =>
    writeOwnAttributes({ db, clock }, { shop, productId, attributes, keepOthers, by: "anna" });
  const product = async (of = shop) => {
    const read = await readProduct({ db }, of, productId);
    if (!read) throw new Error("no product");
    return read;
  };
  return { db, write, product };
}

describe("a merchant's own attributes", () => {
  it("are among the product's facts, and change their digest", async () => {
    const { write, product } = await workshop();
    const before = await product();
    expect(await write([{ name: "Fit", value: "Relaxed" }])).toEqual({ outcome: "saved", changed: true });
    const after = await product();
    expect(factsOf(after).attributes).toContainEqual({ name: "Fit", value: "Relaxed", source: "merchant" });
    expect(after.factsDigest).not.toBe(before.factsDigest);
  });

  it("put right what the import brought, whatever the spelling of the name", async () => {
    const { write, product } = await workshop();
    await write([{ name: "MATERIAL", value: "55% linen, 45% cotton" }]);
    const materials = factsOf(await product()).attributes.filter(({ name }) => /material/i.test(name));
    expect(materials).toEqual([{ name: "Material", value: "55% linen, 45% cotton", source: "merchant" }]);
  });

  it("are taken back by an empty value, and then the facts are the old ones to the digest", async () => {
    const { db, write, product } = await workshop();
    const before = await product();
    await write([{ name: "Material", value: "hemp" }]);
    await write([{ name: "material", value: " " }]);
    expect((await product()).factsDigest).toBe(before.factsDigest);
    expect(await db.do(readOwnAttributes(shop, productId))).toEqual([]);
  });

  it("stay beside new ones, or give way to the list of a form", async () => {
    const { db, write } = await workshop();
    await write([{ name: "Fit", value: "Relaxed" }]);
    await write([{ name: "Care", value: "30 °C" }]);
    expect((await db.do(readOwnAttributes(shop, productId))).map(({ name }) => name)).toEqual(["Care", "Fit"]);
    await write([{ name: "Care", value: "40 °C" }], false);
    expect(await db.do(readOwnAttributes(shop, productId))).toEqual([{ name: "Care", value: "40 °C" }]);
  });

  it("are not those of the product of the same number in another shop", async () => {
    const { db, write, product } = await workshop();
    const before = await product(otherShop);
    await write([{ name: "Fit", value: "Relaxed" }]);
    expect(await product(otherShop)).toEqual(before);
    await writeOwnAttributes(
      { db, clock: testClock() },
      { shop: otherShop, productId, attributes: [], keepOthers: false, by: "bob" },
    );
    expect(await db.do(readOwnAttributes(shop, productId))).toHaveLength(1);
  });

  it("keep who entered them, and not again for a save that changes nothing", async () => {
    const { db, write } = await workshop();
    await write([{ name: "Fit", value: "Relaxed" }]);
    expect(await write([{ name: "Fit", value: "Relaxed" }])).toEqual({ outcome: "saved", changed: false });
    const rows = await db.orm.select().from(productAttributes).where(eq(productAttributes.shop, shop));
    expect(rows).toMatchObject([{ name: "Fit", value: "Relaxed", by: "anna" }]);
  });

  it("are one line each, without hidden characters", async () => {
    const { db, write } = await workshop();
    await write([{ name: " Fit\u202e ", value: "Re\nlaxed\u{E0041}" }]);
    expect(await db.do(readOwnAttributes(shop, productId))).toEqual([{ name: "Fit", value: "Re laxed" }]);
  });

  it.each([
    ["a name is too long", [{ name: "x".repeat(61), value: "x" }], { code: "attribute_name_too_long", limit: 60 }],
    ["a name is missing", [{ name: " ", value: "x" }], { code: "attribute_name_missing" }],
    [
      "a name comes twice",
      [
        { name: "Fit", value: "a" },
        { name: "fit", value: "b" },
      ],
      { code: "attribute_named_twice" },
    ],
    [
      "a value is too long",
      [{ name: "Fit", value: "x".repeat(501) }],
      { code: "attribute_value_too_long", limit: 500 },
    ],
    [
      "there are too many",
      Array.from({ length: 51 }, (_, i) => ({ name: `A${i}`, value: "x" })),
      { code: "too_many_attributes", limit: 50 },
    ],
  ])("are refused when %s", async (_why, attributes, problem) => {
    const { db, write } = await workshop();
    expect(await write(attributes)).toEqual({ outcome: "invalid", problem });
    expect(await db.do(readOwnAttributes(shop, productId))).toEqual([]);
  });

  it("belong to a product of the shop", async () => {
    const db = openTestDatabase();
    await storeProduct(db, { shop: otherShop });
    const written = await writeOwnAttributes(
      { db, clock: testClock() },
      { shop, productId, attributes: [{ name: "Fit", value: "x" }], keepOthers: true, by: "anna" },
    );
    expect(written).toEqual({ outcome: "not_found" });
  });
});
