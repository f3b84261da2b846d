import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import { bodyOfValue, formOfType, valueOfBody } from "../../../app/catalog/translations/text-form.ts";
import { otherKindOf, translationSources } from "../../../app/catalog/translations/translation-sources.ts";
import { textResources, translatableTexts } from "../../../app/db/schema/index.ts";
import { productId, shop, startAt, storeProduct } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

it("a product's sources are its live texts and what else of it Shopify offers, each under Shopify's own digest", async () => {
  const db = openTestDatabase();
  await storeProduct(db, { title: "Größe — “M”", descriptionHtml: "<p>Soft.</p>\n", bullets: ["One", "Two"] });
  const tree = '{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"Cold wash"}]}]}';
  await db.orm.insert(translatableTexts).values({
    ...{ shop, owner: productId, readAt: startAt },
    texts: {
      "ProductOption/7.name": { value: "Color", type: "SINGLE_LINE_TEXT_FIELD" },
      "Metafield/9.value": { value: tree, type: "RICH_TEXT_FIELD" },
      "Metafield/10.value": { value: '["Wool","Silk"]', type: "LIST_SINGLE_LINE_TEXT_FIELD" },
      "Metafield/11.value": { value: '{"a":1}', type: "JSON" },
      "Metafield/12.value": { value: " ", type: "MULTI_LINE_TEXT_FIELD" },
    },
  });
  const product = await readProduct({ db }, shop, productId);
  if (!product) throw new Error("the product is stored");
  const sources = await db.do(translationSources(product));
  expect(sources).toEqual([
    { name: "title", body: "Größe — “M”", form: "plain", digest: sha256("Größe — “M”") },
    { name: "desc", body: "<p>Soft.</p>\n", form: "html", digest: sha256("<p>Soft.</p>\n") },
    { name: "bullets", body: ["One", "Two"], form: "list", digest: sha256('["One","Two"]') },
    { name: "image_alt_1", body: "Black linen shirt on a hanger", form: "plain", digest: expect.any(String) },
    { name: "ProductOption/7.name", body: "Color", form: "plain", digest: sha256("Color"), limits: { max: 255 } },
    { name: "Metafield/9.value", body: "<p>Cold wash</p>", form: "rich", digest: sha256(tree) },
    { name: "Metafield/10.value", body: ["Wool", "Silk"], form: "list", digest: sha256('["Wool","Silk"]') },
  ]);
});

it("a value is its entry's where that can be translated, and the product's own where it cannot", async () => {
  const db = openTestDatabase();
  await storeProduct(db);
  const value = (linked: string) => ({ value: "Red", type: "SINGLE_LINE_TEXT_FIELD", linked });
  await db.orm.insert(translatableTexts).values({
    ...{ shop, owner: productId, readAt: startAt },
    texts: {
      "ProductOptionValue/1.name": value("Metaobject/1"),
      "ProductOptionValue/2.name": value("Metaobject/2"),
      "ProductOptionValue/3.name": value("Metaobject/3"),
    },
  });
  const entry = { shop, kind: "metaobject" as const, title: "Red", missing: 0, readAt: startAt };
  await db.orm.insert(textResources).values([
    { ...entry, id: "Metaobject/1" },
    { ...entry, id: "Metaobject/2", goneAt: startAt },
  ]);
  const product = await readProduct({ db }, shop, productId);
  if (!product) throw new Error("the product is stored");
  const linked = (await db.do(translationSources(product))).filter(({ name }) => name.startsWith("ProductOptionValue"));
  expect(linked.map((source) => source.linked ?? null)).toEqual(["Metaobject/1", null, null]);
});

it("a text comes back as the value that holds it, and nothing that is no text is taken for one", () => {
  for (const [type, value] of [
    ["HTML", "<p>a</p>"],
    ["RICH_TEXT_FIELD", '{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"a"}]}]}'],
    ["LIST_MULTI_LINE_TEXT_FIELD", '["a","b"]'],
  ] as const) {
    const form = formOfType(type);
    const body = form && bodyOfValue(form, value);
    expect(form && body !== null && valueOfBody(form, body)).toBe(value);
  }
  expect(formOfType("URL")).toBeNull();
  expect(bodyOfValue("list", "no list")).toBeNull();
  expect(["title", "image_alt_4", "ProductOption/7.name", "ProductOptionValue/3.name"].map(otherKindOf)).toEqual([
    ...[null, null],
    ...["option", "option_value"],
  ]);
});
