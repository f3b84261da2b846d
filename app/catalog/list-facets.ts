import type { Db } from "../db/open.ts";
import type { productFacets } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";

export interface Facets {
  vendors: string[];
  productTypes: string[];
  tags: string[];
}

const maxValues = 250;

/** The values that filters offer, at most 250 each, in alphabetical order. */
export async function listFacets({ db }: { db: Db }, shop: ShopDomain): Promise<Facets> {
  const values = db.raw
    .prepare(`SELECT value FROM product_facets WHERE shop = ? AND kind = ? ORDER BY value LIMIT ${maxValues}`)
    .pluck();
  const list = (kind: (typeof productFacets.$inferSelect)["kind"]) => values.all(shop, kind) as string[];
  return { vendors: list("vendor"), productTypes: list("type"), tags: list("tag") };
}
