import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type ProductStatus, products } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";

export interface ProductName {
  id: string;
  title: string;
  status: ProductStatus;
}

/** Titles of some of a shop's products, by id; ids of no product are left out. @param ids at most 250 */
export async function readProductNames(
  { db }: { db: Db },
  shop: ShopDomain,
  ids: readonly string[],
): Promise<Map<string, ProductName>> {
  if (ids.length === 0) return new Map();
  const rows = await db.orm
    .select({ id: products.id, title: products.title, status: products.status })
    .from(products)
    .where(and(eq(products.shop, shop), inArray(products.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}
