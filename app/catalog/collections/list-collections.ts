import { all, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";

export interface CollectionChoice {
  id: string;
  title: string;
}

const maxListed = 1_000;
const firstSql = `SELECT id, title FROM collections WHERE shop = @shop ORDER BY lower(title), id LIMIT ${maxListed}`;
const namedSql = `SELECT id, title FROM collections
  WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`;

/** The shop's collections by title, at most 1,000, and those named in `also`, wherever their titles sort. */
export function* listCollections(shop: ShopDomain, also: readonly string[] = []): Steps<CollectionChoice[]> {
  const first = yield* all<CollectionChoice>(firstSql, { shop });
  const listed = new Set(first.map(({ id }) => id));
  const missing = also.filter((id) => !listed.has(id));
  if (missing.length === 0) return first;
  const named = yield* all<CollectionChoice>(namedSql, { shop, ids: JSON.stringify(missing) });
  return [...first, ...missing.flatMap((id) => named.find((one) => one.id === id) ?? [])];
}

const titlesSql = `SELECT c.title FROM collection_products AS m
    JOIN collections AS c ON c.shop = m.shop AND c.id = m.collection_id
  WHERE m.product_row = @productRow AND m.shop = @shop ORDER BY lower(c.title)`;

/** Titles of the collections that a product is in, in alphabetical order. */
export function* collectionsOfProduct(shop: ShopDomain, productRow: number): Steps<string[]> {
  return (yield* all<{ title: string }>(titlesSql, { productRow, shop })).map(({ title }) => title);
}

const amongSql = `SELECT collection_id AS id FROM collection_products
  WHERE shop = @shop AND product_row = @productRow AND collection_id IN (SELECT value FROM json_each(@ids))`;

/** Which of these collections a product is in. */
export function* collectionsAmong(
  shop: ShopDomain,
  productRow: number,
  ids: readonly string[],
): Steps<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const found = yield* all<{ id: string }>(amongSql, { shop, productRow, ids: JSON.stringify(ids) });
  return new Set(found.map(({ id }) => id));
}
