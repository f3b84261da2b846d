import { describe, expect, it } from "vitest";
import { attributeOf } from "../../app/catalog/attribute-of.ts";
import { descriptionText } from "../../app/catalog/description-text.ts";
import { type FactSource, factsDigest, factsOf } from "../../app/catalog/facts.ts";
import { liveDigest, liveTexts, missingBits } from "../../app/catalog/live-texts.ts";
import type { StoredFacts } from "../../app/db/schema/index.ts";
import { missingBit } from "../../app/db/schema/index.ts";

const variant = { id: "1", position: 1, title: "S", sku: "A", barcode: null, price: "9.00", weightGrams: 240, options: [{ name: "Size", value: "S" }] }; // biome-ignore format: a row
const product = {
  title: "Shirt",
  descriptionHtml: "<p>Soft &amp; light.</p>",
  vendor: "Acme",
  productType: "Shirt",
  bullets: null,
  seoTitle: "",
  seoDescription: null,
  facts: { category: null, tags: ["a"], options: [{ name: "Size", values: ["S"] }], attributes: [], images: [{ id: "i", url: "u", alt: null }] },
  variants: [variant],
} satisfies FactSource & Parameters<typeof liveTexts>[0]; // biome-ignore format: a row

describe("the facts digest", () => {
  it.each([
    ["a fact changes", { vendor: "Other" }, false],
    ["a variant's option changes", { variants: [{ ...variant, options: [{ name: "Size", value: "M" }] }] }, false],
    ["a live text changes", { title: "New", descriptionHtml: "<p>New</p>" }, true],
    ["a price changes", { variants: [{ ...variant, price: "8.00" }] }, true],
  ])("follows facts and leaves live texts aside when %s", (_, change, same) => {
    expect(factsDigest({ ...product, ...change }) === factsDigest(product)).toBe(same);
  });
});

it("the live digest differs for every live text, and for an empty one and one that is there", () => {
  const digests = [
    product,
    { ...product, title: "X" },
    { ...product, descriptionHtml: "X" },
    { ...product, bullets: ["X"] },
    { ...product, seoTitle: "X" },
    { ...product, seoDescription: "X" },
  ].map(liveDigest);
  expect(new Set(digests).size).toBe(6);
  expect(liveDigest({ ...product, seoTitle: null })).toBe(digests[0]);
  const [front, back] = [
    { id: "gid://shopify/MediaImage/1", url: "a", alt: "Front" },
    { id: "gid://shopify/MediaImage/2", url: "b", alt: null },
  ];
  const withImages = (...images: StoredFacts["images"]) =>
    liveDigest({ ...product, facts: { ...product.facts, images } });
  expect(withImages(back, front)).toBe(withImages(front, back));
  expect(withImages({ ...front, alt: "Seen from the front" }, back)).not.toBe(withImages(front, back));
  expect(liveTexts(product)).toEqual({
    title: "Shirt",
    desc: product.descriptionHtml,
    bullets: null,
    seo_title: null,
    seo_desc: null,
  });
});

it("missing bits name each empty text", () => {
  const all = Object.values(missingBit).reduce((sum, bit) => sum | bit, 0);
  expect(missingBits({ ...product, descriptionHtml: "<p> &nbsp;</p>" })).toBe(
    all & ~missingBit.image & ~missingBit.title,
  );
  expect(missingBits({ ...product, facts: { images: [] } }) & missingBit.image).toBe(missingBit.image);
  const full = {
    ...product,
    bullets: ["b"],
    seoTitle: "t",
    seoDescription: "d",
    facts: { images: [{ id: "i", url: "u", alt: "Front" }] },
  };
  expect(missingBits(full)).toBe(0);
});

it("facts carry the description as plain text, and what the parcel weighs is no attribute of the product", () => {
  expect(factsOf(product)).toMatchObject({ descriptionText: "Soft & light.", attributes: [] });
});

describe("a metafield that another app fills", () => {
  const field = {
    id: "gid://shopify/Metafield/1",
    namespace: "judgeme",
    key: "badge",
    type: "single_line_text_field",
    value: "Best",
    definition: null,
  };

  it.each([
    ["judgeme", null, "app:judgeme"],
    ["loox", null, "app:loox"],
    ["custom", null, undefined],
    ["shopify", null, undefined],
    ["descriptors", null, undefined],
    ["my_shop", { name: "Badge" }, undefined],
  ])("in namespace %s, defined by the shop as %j", (namespace, definition, source) => {
    expect(attributeOf({ ...field, namespace, definition })?.source).toBe(source);
  });

  it("is the same fact for the digest as the shop's own", () => {
    const digest = (source?: string) =>
      factsDigest({
        ...product,
        facts: { ...product.facts, attributes: [{ name: "Badge", value: "Best", ...(source ? { source } : {}) }] },
      });
    expect(digest("app:judgeme")).toBe(digest());
  });
});

it.each([
  ["<p>One</p><ul><li>Two&nbsp;2</li><li>3 &lt; 4</li></ul>", "One\nTwo 2\n3 < 4"],
  ["<script>alert(1)</script><style>p{}</style>Text &amp;lt;", "Text &lt;"],
  ["a<br>b<br/>c", "a\nb\nc"],
  ["<p>Soft &amp; &lt;light&gt;<br>Dry</p><ul><li><strong>1</strong></li></ul>", "Soft & <light>\nDry\n1"],
  ["<table><tr><td>Weight</td><td>240 g</td></tr></table>", "Weight 240 g"],
  [
    "<p>Soft\u200b</p>{% include 'size-chart' %}<p>{{ shop.name }} Linen\u00ad weave {a}</p><noscript>No</noscript>",
    "Soft\nLinen weave {a}",
  ],
  ["", ""],
])("the text of %s", (html, text) => {
  expect(descriptionText(html)).toBe(text);
});

it.each(["<br ", "</p", "</li x"])("a description of 100 kB of %s is read in no time", (piece) => {
  const before = process.threadCpuUsage();
  descriptionText(piece.repeat(100_000 / piece.length));
  // A quadratic pattern takes three seconds.
  expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(500);
});

it.each([
  ["custom", "care_guide", "single_line_text_field", "Wash", { name: "Care guide", value: "Wash" }],
  ["custom", "width", "dimension", '{"value":25.0,"unit":"CENTIMETERS"}', { name: "Width", value: "25 cm" }],
  ["custom", "vegan", "boolean", "true", { name: "Vegan", value: "Yes" }],
  ["custom", "uses", "list.single_line_text_field", '["Home","Garden"]', { name: "Uses", value: "Home, Garden" }],
  ["custom", "sizes", "list.weight", '[{"value":1,"unit":"KILOGRAMS"},{"value":2,"unit":"KILOGRAMS"}]', { name: "Sizes", value: "1 kg, 2 kg" }],
  ["custom", "story", "rich_text_field", '{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"Made "},{"type":"text","value":"here"}]},{"type":"paragraph","children":[{"type":"text","value":"by us"}]}]}', { name: "Story", value: "Made here by us" }],
  ["custom", "broken", "dimension", "wide", null],
  ["custom", "related", "list.product_reference", '["gid://shopify/Product/1"]', null],
  ["app--123--content", "bullets", "list.single_line_text_field", '["a"]', null],
  ["global", "title_tag", "single_line_text_field", "SEO", null],
])("metafield %s.%s of type %s", (namespace, key, type, value, expected) => {
  expect(attributeOf({ id: "gid://shopify/Metafield/1", namespace, key, type, value, definition: null })).toEqual(expected);
}); // biome-ignore format: a table

it("a metafield is called what its definition calls it", () => {
  const field = {
    id: "gid://shopify/Metafield/1",
    namespace: "custom",
    key: "mat",
    type: "single_line_text_field",
    value: "Oak",
    definition: { name: "Material" },
  };
  expect(attributeOf(field)?.name).toBe("Material");
});
