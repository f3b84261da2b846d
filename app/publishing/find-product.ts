import { and, eq } from "drizzle-orm";
import { readAsProduct } from "../catalog/resources/read-as-product.ts";
import type { Db } from "../db/open.ts";
import { products } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { kindOfOwner } from "../texts/resource-owner.ts";

/**
 * The product's id in Shopify; null when it is unknown here or came by API and is in no shop. Of another resource with texts, e.g.
 * `Page/12`, what its id spells.
 */
export async function findGid({ db }: { db: Db }, shop: ShopDomain, productId: ProductId): Promise<string | null> {
  if (kindOfOwner(productId) !== null) return (await db.do(readAsProduct(shop, productId)))?.shopifyId ?? null;
  const [row] = await db.orm
    .select({ shopifyId: products.shopifyId })
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.id, productId)));
  return row?.shopifyId ?? null;
}
