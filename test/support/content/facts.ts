import type { ProductFacts } from "../../../app/catalog/facts.ts";

/** A product with facts of every kind; tests change what they are about. */
export function someFacts(changes: Partial<ProductFacts> = {}): ProductFacts {
  return {
    title: "Linen Shirt Ravello",
    descriptionText: "A shirt of washed linen with two chest pockets.\nCut for an easy fit.",
    vendor: "Fern & Field",
    productType: "Shirts",
    category: "Apparel & Accessories > Clothing > Shirts",
    tags: ["linen", "summer"],
    options: [
      { name: "Color", values: ["Black", "Sand", "Olive"] },
      { name: "Size", values: ["S", "M", "L"] },
    ],
    attributes: [
      { name: "Material", value: "100% linen" },
      { name: "Weight", value: "240 g" },
      { name: "Length", value: "74 cm" },
    ],
    variants: [
      {
        id: "1",
        position: 1,
        title: "Black / S",
        sku: "FF-RAV-01",
        barcode: "4006381333931",
        price: "79.90",
        weightGrams: 240,
        options: [{ name: "Color", value: "Black" }],
      },
    ],
    images: [{ id: "1", url: "https://cdn.shopify.com/s/files/ravello.jpg", alt: "Black linen shirt on a hanger" }],
    ...changes,
  };
}

/** Texts about {@link someFacts} that no check has anything to say about. */
export const goodTexts = {
  title: "Linen Shirt Ravello in Washed Linen",
  desc: "<p>Ravello is a shirt of washed linen that stays cool on warm days and softens with every wash.</p><p>It is made of 100% linen, weighs 240 g and comes in three colors.</p>",
  bullets: [
    "Washed linen that feels soft from the first day",
    "Two chest pockets for what you need at hand",
    "An easy fit that leaves room to move",
    "Comes in black, sand and olive",
    "Weighs 240 g, light enough for any suitcase",
  ],
  seo_title: "Linen Shirt Ravello by Fern & Field",
  seo_desc: "Discover the Ravello shirt of washed linen with two chest pockets and an easy fit, made for warm days.",
};
