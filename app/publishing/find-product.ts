import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { products } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";

/** The product's id in Shopify; null when it is unknown here or came by API and is in no shop. */
export async function findGid({ db }: { db: Db }, shop: ShopDomain, productId: ProductId): Promise<string | null> {
  const [row] = await db.orm
    .select({ shopifyId: products.shopifyId })
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.id, productId)));
  return row?.shopifyId ?? null;
}
