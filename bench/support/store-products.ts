import { factsDigest } from "../../app/catalog/facts.ts";
import { liveDigest } from "../../app/catalog/live-texts.ts";
import type { Db } from "../../app/db/open.ts";
import { products, shops } from "../../app/db/schema/index.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../../app/lib/brand.ts";

const things = ["Shirt", "Kettle", "Lamp", "Backpack", "Scarf", "Mug", "Blanket", "Chair", "Notebook", "Basket"];
const materials = ["washed linen", "cotton", "oiled oak", "enamelled steel", "merino wool", "glass", "cork"];
const tones = ["Ravello", "Fjord", "Meadow", "Harbour", "Linden", "Atlas", "Marlow", "Sol", "Tarn"];
const brands = ["Fern & Field", "Nordlicht", "Coast House", "Alder"];
const perInsert = 100;

/** Stores a shop and products as an import leaves them. @returns their ids */
export async function storeProducts(
  db: Db,
  { shop, count, descriptionOf }: { shop: ShopDomain; count: number; descriptionOf?: (n: number) => string },
): Promise<ProductId[]> {
  await db.orm.insert(shops).values({ shop, installedAt: 1 }).onConflictDoNothing();
  const ids: ProductId[] = [];
  for (let from = 0; from < count; from += perInsert) {
    const rows = Array.from({ length: Math.min(perInsert, count - from) }, (_, i) =>
      productOf(shop, from + i, descriptionOf?.(from + i)),
    );
    await db.orm.insert(products).values(rows);
    ids.push(...rows.map(({ id }) => productIdSchema.parse(id)));
  }
  return ids;
}

function productOf(shop: ShopDomain, n: number, description?: string): typeof products.$inferInsert {
  const thing = pick(things, n);
  const title = `${pick(tones, Math.floor(n / 7))} ${thing} No. ${n}`;
  const grams = 100 + (n % 900);
  const columns = {
    title,
    vendor: pick(brands, n),
    productType: thing,
    descriptionHtml:
      description ??
      `<p>${title} for the house, the garden and the way in between.</p><p>Made to be used and to be repaired. Comes in three colors, each from a batch of its own.</p>`,
    seoTitle: null,
    seoDescription: null,
    bullets: null,
    facts: {
      category: `Home & Garden > ${thing}s`,
      tags: ["everyday", thing.toLowerCase(), "house"],
      options: [{ name: "Color", values: ["Black", "Sand", "Olive"] }],
      attributes: [
        { name: "Material", value: pick(materials, n) },
        { name: "Weight", value: `${grams} g` },
        { name: "Length", value: `${20 + (n % 60)} cm` },
        { name: "Care", value: "Wipe with a damp cloth" },
      ],
      images: [{ id: `${n}`, url: `https://cdn.shopify.com/s/files/${n}.jpg`, alt: title }],
    },
    variants: ["Black", "Sand", "Olive"].map((color, i) => ({
      id: `${n * 10 + i}`,
      position: i + 1,
      title: color,
      sku: `B-${n}-${i}`,
      barcode: null,
      price: "19.90",
      weightGrams: grams,
      options: [{ name: "Color", value: color }],
    })),
  };
  return {
    ...columns,
    shop,
    id: String(1_000 + n),
    handle: `product-${n}`,
    status: "active" as const,
    factsDigest: factsDigest(columns),
    liveDigest: liveDigest(columns),
    createdAt: 1,
    updatedAt: n,
    syncedAt: 1,
  };
}

function pick<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error("an empty list");
  return found;
}
