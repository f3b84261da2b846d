import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import type { ShopDomain } from "../../lib/brand.ts";

export interface CollectionChoice {
  id: string;
  title: string;
}

const maxListed = 1_000;

/** The shop's collections by title, at most 1,000, and those named in `also`, wherever their titles sort. */
export function listCollections(
  { db }: { db: Db },
  shop: ShopDomain,
  also: readonly string[] = [],
): CollectionChoice[] {
  const first = prepared<object, CollectionChoice>(
    db,
    `SELECT id, title FROM collections WHERE shop = @shop ORDER BY title COLLATE NOCASE, id LIMIT ${maxListed}`,
  ).all({ shop });
  const listed = new Set(first.map(({ id }) => id));
  const one = prepared<object, CollectionChoice>(
    db,
    "SELECT id, title FROM collections WHERE shop = @shop AND id = @id",
  );
  return [...first, ...also.filter((id) => !listed.has(id)).flatMap((id) => one.get({ shop, id }) ?? [])];
}

/** Titles of the collections that a product is in, in alphabetical order. */
export function collectionsOfProduct({ db }: { db: Db }, shop: ShopDomain, productRow: number): string[] {
  const rows = prepared<object, { title: string }>(
    db,
    `SELECT c.title FROM collection_products AS m JOIN collections AS c ON c.shop = m.shop AND c.id = m.collection_id
     WHERE m.product_row = @productRow AND m.shop = @shop ORDER BY c.title COLLATE NOCASE`,
  ).all({ productRow, shop });
  return rows.map(({ title }) => title);
}

/** Whether a product is in a collection: one look into an index. */
export function isInCollection(
  { db }: { db: Db },
  shop: ShopDomain,
  productRow: number,
  collectionId: string,
): boolean {
  return (
    prepared<object>(
      db,
      `SELECT 1 FROM collection_products
       WHERE shop = @shop AND collection_id = @collectionId AND product_row = @productRow`,
    ).get({ shop, collectionId, productRow }) !== undefined
  );
}
