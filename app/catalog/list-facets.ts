import type { Db } from "../db/open.ts";
import { all } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Facet } from "./facets.ts";

export interface Facets {
  vendors: string[];
  productTypes: string[];
  tags: string[];
}

const maxValues = 250;
const listSql = `SELECT value FROM product_facets WHERE shop = @shop AND kind = @kind ORDER BY value LIMIT ${maxValues}`;

/** The values that filters offer, at most 250 each, in alphabetical order. */
export async function listFacets({ db }: { db: Db }, shop: ShopDomain): Promise<Facets> {
  const list = async (kind: Facet["kind"]) =>
    (await db.do(all<{ value: string }>(listSql, { shop, kind }))).map(({ value }) => value);
  return { vendors: await list("vendor"), productTypes: await list("type"), tags: await list("tag") };
}
