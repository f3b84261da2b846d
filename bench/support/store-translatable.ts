import { eq } from "drizzle-orm";
import type { Db } from "../../app/db/open.ts";
import { products, shopLocales, translatableTexts } from "../../app/db/schema/index.ts";
import type { ProductId, ShopDomain } from "../../app/lib/brand.ts";
import { storeProducts } from "./store-products.ts";

const source = { type: "SINGLE_LINE_TEXT_FIELD" };
const options = ["Black", "Sand", "Olive"];

/**
 * Stores a shop in English and these languages with products as an import leaves them: title, description, two SEO texts, an
 * option and its three values, and nothing translated.
 */
export async function storeTranslatable(
  db: Db,
  { shop, count, locales }: { shop: ShopDomain; count: number; locales: readonly string[] },
): Promise<ProductId[]> {
  const ids = await storeProducts(db, { shop, count });
  await db.orm.update(products).set(seoTexts).where(eq(products.shop, shop));
  await db.orm.insert(shopLocales).values(
    ["en", ...locales].map((locale, position) => ({
      ...{ shop, locale, position, isPrimary: position === 0, published: true, reachable: true },
    })),
  );
  for (const [n, owner] of ids.entries()) {
    const values = options.map((value, i) => [`ProductOptionValue/${n * 10 + i + 1}.name`, { ...source, value }]);
    const texts = Object.fromEntries([[`ProductOption/${n + 1}.name`, { ...source, value: "Color" }], ...values]);
    await db.orm.insert(translatableTexts).values({ shop, owner, texts, readAt: 1 });
  }
  return ids;
}

const seoTexts = {
  seoTitle: "Made for the house and the garden",
  seoDescription:
    "Made to be used and to be repaired, in three colors. Comes from a small workshop and lasts for years.",
};
