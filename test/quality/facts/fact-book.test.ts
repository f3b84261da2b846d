import { describe, expect, it } from "vitest";
import { factsForPrompt, readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";

const [variant] = someFacts().variants;
if (!variant) throw new Error("the facts have no variant");

describe("the facts of a product", () => {
  const book = readFacts(
    someFacts({
      currency: "EUR",
      tags: ["summer", "Material:Hemp"],
      attributes: [
        { name: "Material", value: "100% linen" },
        { name: "Fit", value: "Relaxed", source: "merchant" },
        { name: "Weight", value: "240 g", source: "description" },
        { name: "Badge", value: "Best in test", source: "app:judgeme" },
      ],
      descriptionText:
        "A shirt of washed linen with two chest pockets. It was cut and sewn by hand for an easy fit.\nWeight: 240 g",
    }),
    [{ name: "Claim", value: "Made to last" }],
  );
  const shown = book.list.map(({ path, name, value, kind, tier }) => `${path} | ${name} | ${value} | ${kind} ${tier}`);

  it("are listed once each, with where they come from and what they are worth", () => {
    expect(shown).toEqual([
      "title | Title | Linen Shirt Ravello | title 2",
      "vendor | Brand | Fern & Field | vendor 2",
      "product_type | Product type | Shirts | product_type 2",
      "category | Category | Apparel & Accessories > Clothing > Shirts | category 2",
      "options.Color | Color | Black, Sand, Olive | option 1",
      "options.Size | Size | S, M, L | option 1",
      "attributes.Material | Material | 100% linen | attribute 1",
      "attributes.Fit | Fit | Relaxed | attribute 1",
      "attributes.Weight | Weight | 240 g | attribute 2",
      "attributes.Badge | Badge | Best in test | attribute 3",
      "said.Claim | Claim | Made to last | merchant 1",
      "description.1 | Description | A shirt of washed linen with two chest pockets. | description 2",
      "description.2 | Description | It was cut and sewn by hand for an easy fit. | description 2",
      "tags.1 | Tag | summer | tag 2",
      "tags.2 | Material | Hemp | tag 2",
      "images.1 | Image | Black linen shirt on a hanger | image 2",
      "variants.price | Price | 79.90 EUR | price 1",
      "variants.shipping_weight | Shipping weight | 240 g | shipping_weight 1",
      "variants.sku | SKU | FF-RAV-01 | code 1",
      "variants.barcode | Barcode | 4006381333931 | code 1",
    ]); // biome-ignore format: a table
  });

  it("are found by the id that a citation names and by their path", () => {
    expect(book.byId("f7")?.value).toBe("100% linen");
    expect(book.byPath("options.Size")?.id).toBe("f6");
    expect(book.byId("f99")).toBeUndefined();
  });

  it("are given to the prompt without codes", () => {
    expect(factsForPrompt(book).map(({ kind }) => kind)).not.toContain("code");
  });
});

describe("several values under one name", () => {
  it("keep paths of their own", () => {
    const attributes = ["linen", "cotton"].map((value) => ({ name: "Material", value }));
    const paths = readFacts(someFacts({ attributes })).list.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("attributes."))).toEqual([
      "attributes.Material",
      "attributes.Material.2",
    ]);
  });
});

describe("prices", () => {
  const priced = (prices: string[], currency?: string) =>
    readFacts(
      someFacts({ currency, variants: prices.map((price, i) => ({ ...variant, id: String(i), price })) }),
    ).byPath("variants.price")?.value;

  it("are in the shop's currency, the lowest first", () => {
    expect(priced(["20.00", "9.00", "9.00"], "SEK")).toBe("9.00 SEK, 20.00 SEK");
  });

  it("have no currency where nobody knows the shop's", () => {
    expect(priced(["9.00"])).toBe("9.00");
  });

  it("are shown as a range where they are many", () => {
    expect(priced(["1.00", "2.00", "3.00", "4.00", "5.00", "6.00", "7.00"], "EUR")).toBe("1.00 EUR – 7.00 EUR");
  });
});

describe("codes", () => {
  const book = readFacts(
    someFacts({ attributes: [], descriptionText: "", variants: [{ ...variant, weightGrams: null }] }),
  );

  it("state nothing", () => {
    const stated = book.statements("quantity").map(({ fact }) => fact.kind);
    expect(stated).not.toContain("code");
  });
});
