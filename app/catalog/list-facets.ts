import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";

export interface Facets {
  vendors: string[];
  productTypes: string[];
  tags: string[];
}

const maxValues = 250;

/** The values that filters offer, at most 250 each, in alphabetical order. One seek a value, so a big shop costs no more. */
export async function listFacets({ db }: { db: Db }, shop: ShopDomain): Promise<Facets> {
  return {
    vendors: distinct(db, shop, "products", "vendor"),
    productTypes: distinct(db, shop, "products", "product_type"),
    tags: distinct(db, shop, "product_tags", "tag"),
  };
}

type Facet = ["products", "vendor" | "product_type"] | ["product_tags", "tag"];

function distinct(db: Db, shop: ShopDomain, ...[table, column]: Facet): string[] {
  const next = `SELECT min(${column}) FROM ${table} WHERE shop = :shop AND ${column} >`;
  const values = db.raw
    .prepare(
      `WITH RECURSIVE value(name) AS (${next} '' UNION ALL SELECT (${next} name) FROM value WHERE name IS NOT NULL)
       SELECT name FROM value WHERE name IS NOT NULL LIMIT ${maxValues}`,
    )
    .pluck()
    .all({ shop }) as string[];
  return values;
}
