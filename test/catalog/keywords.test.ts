import { describe, expect, it } from "vitest";
import { assembleProduct } from "../../app/catalog/assemble-product.ts";
import { factsOf } from "../../app/catalog/facts.ts";
import { keywordTerms, termsOfText } from "../../app/catalog/keywords.ts";
import { readOwnKeywords, writeOwnKeywords } from "../../app/catalog/own-keywords.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import { productKeywords } from "../../app/db/schema/index.ts";
import { type MetafieldNode, productNodeSchema } from "../../app/shopify/operations/index.ts";
import { someFacts } from "../support/content/facts.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { linesOf } from "./catalogue-world.ts";

const field = (key: string, value: string, type = "single_line_text_field", namespace = "keywords"): MetafieldNode => ({
  id: `gid://shopify/Metafield/${key}`,
  namespace,
  key,
  type,
  value,
  definition: null,
});

function assembled(...fields: MetafieldNode[]) {
  const [line = ""] = linesOf({ n: 1 });
  return assembleProduct(
    productNodeSchema.parse(JSON.parse(line)),
    fields.map((node) => ({ kind: "metafield", node })),
  );
}

describe("the keywords of a product", () => {
  it("are the metafields of the namespace keywords, group by group, and no attributes", () => {
    const { facts } = assembled(
      field("primary", '["linen shirt", "summer shirt"]', "list.single_line_text_field"),
      field("material", "100% linen", "single_line_text_field", "specs"),
      field("brand_words", "breezy\nrelaxed, unhurried", "multi_line_text_field"),
    );
    expect(facts.keywords).toEqual({
      brand_words: ["breezy", "relaxed, unhurried"],
      primary: ["linen shirt", "summer shirt"],
    });
    expect(facts.attributes).toEqual([{ name: "Material", value: "100% linen" }]);
  });

  it("are a part of the facts' digest, whatever order the shop lists them in", () => {
    const [a, b] = [field("primary", "linen shirt"), field("brand", "breezy")];
    expect(assembled(a, b).factsDigest).toBe(assembled(b, a).factsDigest);
    expect(assembled(a, b).factsDigest).not.toBe(assembled(a).factsDigest);
    expect(assembled(a).factsDigest).not.toBe(assembled(field("primary", "linen blouse")).factsDigest);
  });

  it("leave the digest of products without any as it was", () => {
    const { facts } = assembled();
    expect(facts.keywords).toBeUndefined();
    expect(JSON.parse(JSON.stringify(facts))).not.toHaveProperty("keywords");
  });

  it.each([
    ["a list of texts", "list.single_line_text_field", '["a, b", " c ", ""]', ["a, b", "c"]],
    ["one line", "single_line_text_field", "linen shirt, summer shirt ;beach", ["linen shirt", "summer shirt", "beach"]],
    ["one line with a decimal comma", "single_line_text_field", "Flasche 1,5 l, Sport", ["Flasche 1,5 l", "Sport"]],
    ["several lines", "multi_line_text_field", "one, two\r\n\r\nthree\none, two", ["one, two", "three"]],
    ["a claim", "single_line_text_field", "'Claim': Reduces, lifts*, 'Disclaimer': *Tested", ["'Claim': Reduces, lifts*, 'Disclaimer': *Tested"]],
    ["hidden characters", "multi_line_text_field", "lin\u202Een\u0000 shirt\nfine", ["lin en shirt", "fine"]],
    ["Japanese commas", "single_line_text_field", "麻、シャツ", ["麻", "シャツ"]],
    ["a list that is none", "list.single_line_text_field", "{}", []],
    ["a reference", "product_reference", "gid://shopify/Product/1", []],
  ])("are read from %s", (_what, type, value, terms) => {
    expect(keywordTerms({ type, value })).toEqual(terms);
  }); // biome-ignore format: a table
});

async function workshop() {
  const db = openTestDatabase();
  const clock = testClock();
  const { images: _, title: __, ...facts } = someFacts();
  const stored = { ...facts, images: [], keywords: { primary: ["linen shirt"], mood: ["breezy"] } };
  await storeProduct(db, { facts: stored });
  await storeProduct(db, { shop: otherShop, facts: stored });
  const write = (groups: { name: string; terms: string[] }[]) =>
    writeOwnKeywords({ db, clock }, { shop, productId, groups, by: "anna" });
  const product = async (of = shop) => {
    const read = await readProduct({ db }, of, productId);
    if (!read) throw new Error("no product");
    return read;
  };
  return { db, clock, write, product };
}

describe("a merchant's own keywords", () => {
  it("take the place of the shop's group of that name, in any spelling, and change the digest", async () => {
    const { write, product } = await workshop();
    const before = await product();
    expect(factsOf(before).keywords).toEqual({ mood: ["breezy"], primary: ["linen shirt"] });
    expect(await write([{ name: "Primary", terms: ["beach shirt", " beach  shirt", "linen"] }])).toEqual({
      outcome: "saved",
      changed: true,
    });
    const after = await product();
    expect(factsOf(after).keywords).toEqual({ mood: ["breezy"], Primary: ["beach shirt", "linen"] });
    expect(after.factsDigest).not.toBe(before.factsDigest);
  });

  it("hide the shop's group when they are none, and are taken back with their group", async () => {
    const { db, write, product } = await workshop();
    const before = await product();
    await write([{ name: "primary", terms: [] }]);
    expect(factsOf(await product()).keywords).toEqual({ mood: ["breezy"], primary: [] });
    expect(await write([])).toEqual({ outcome: "saved", changed: true });
    expect((await product()).factsDigest).toBe(before.factsDigest);
    expect(await db.do(readOwnKeywords(shop, productId))).toEqual([]);
  });

  it("are reported as unchanged when they are, and keep who wrote them first", async () => {
    const { db, clock, write } = await workshop();
    await write([{ name: "primary", terms: ["linen"] }]);
    clock.advance(1_000);
    await writeOwnKeywords(
      { db, clock },
      { shop, productId, groups: [{ name: "primary", terms: ["linen"] }], by: "bo" },
    );
    expect(await write([{ name: "primary", terms: ["linen"] }])).toEqual({ outcome: "saved", changed: false });
    expect(db.orm.select().from(productKeywords).all()).toMatchObject([{ by: "anna", name: "primary" }]);
  });

  it("belong to one shop and one product", async () => {
    const { db, clock, write, product } = await workshop();
    await write([{ name: "primary", terms: ["ours"] }]);
    const unknown = { shop: otherShop, productId: "9" as typeof productId, groups: [], by: "bo" };
    expect(await writeOwnKeywords({ db, clock }, unknown)).toEqual({ outcome: "not_found" });
    await writeOwnKeywords({ db, clock }, { shop: otherShop, productId, groups: [], by: "bo" });
    expect((await product(otherShop)).ownKeywords).toEqual([]);
    expect((await product()).ownKeywords).toEqual([{ name: "primary", terms: ["ours"] }]);
  });

  it.each([
    ["a name is empty", [{ name: " \u202E", terms: ["x"] }], { code: "keyword_group_name_missing" }],
    ["a name is long", [{ name: "x".repeat(65), terms: ["x"] }], { code: "keyword_group_name_too_long", limit: 64 }],
    ["a name comes twice", [{ name: "a b", terms: ["x"] }, { name: "A_b", terms: ["y"] }], { code: "keyword_group_named_twice" }],
    ["a term is long", [{ name: "a", terms: ["x".repeat(1_001)] }], { code: "keyword_too_long", limit: 1_000 }],
    ["there are many", Array.from({ length: 21 }, (_, n) => ({ name: `g${n}`, terms: [] })), { code: "too_many_keyword_groups", limit: 20 }],
  ])("are refused when %s", async (_why, groups, problem) => {
    const { db, write } = await workshop();
    expect(await write(groups)).toEqual({ outcome: "invalid", problem });
    expect(await db.do(readOwnKeywords(shop, productId))).toEqual([]);
  }); // biome-ignore format: a table

  it("are read from a form's text as the shop's are", () => {
    expect(termsOfText("linen, beach")).toEqual(["linen", "beach"]);
    expect(termsOfText("")).toEqual([]);
  });
});
