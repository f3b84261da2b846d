import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type ProductStatus, products } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { splitOwners } from "../texts/resource-owner.ts";
import { titlesOf } from "./resources/list-resources.ts";

export interface ProductName {
  id: string;
  title: string;
  status: ProductStatus;
}

/** Titles of some of a shop's products, or other resources with texts, by id; ids of no product are left out. @param ids at most 250 */
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
  const { resources } = splitOwners(ids);
  const named = resources.length === 0 ? [] : await db.do(titlesOf(shop, resources));
  return new Map([...rows, ...named.map((row) => ({ ...row, status: "active" as const }))].map((row) => [row.id, row]));
}
