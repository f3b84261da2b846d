import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import { countStatement } from "./list-products.ts";
import { columnConditions, filterOf, join, rowSet } from "./product-filter.ts";
import type { ProductQuery } from "./product-query.ts";

const chunkProducts = 500;

/** How many products a query selects, all of them; order, cursor and limit do not matter. */
export async function countProducts({ db }: { db: Db }, query: ProductQuery): Promise<number> {
  const { sql, params } = countStatement(filterOf(db, query), null);
  return db.raw
    .prepare(sql)
    .pluck()
    .get(...params) as number;
}

/**
 * The ids of all products that a query selects, for selections across pages; order, cursor and limit do not matter. Each
 * chunk is read on its own, in order of the row ids, so that work on earlier chunks may change products meanwhile.
 */
export async function* selectProductIds({ db }: { db: Db }, query: ProductQuery): AsyncGenerator<ProductId[]> {
  const tests = join(columnConditions(db, query));
  const among = rowIdsAmong(db, query);
  for (let start = 0; start < among.length; start += chunkProducts) {
    const chunk = JSON.stringify(among.slice(start, start + chunkProducts));
    const ids = db.raw
      .prepare(`SELECT p.id FROM products AS p WHERE p.row_id IN (SELECT value FROM json_each(?)) AND ${tests.sql}`)
      .pluck()
      .all(chunk, ...tests.params) as string[];
    if (ids.length > 0) yield ids.map((id) => productIdSchema.parse(id));
    await nextTurn();
  }
}

/** Those of some products that the shop has, be they still in the store or not; in the order given, each once. */
export function knownProductIds({ db }: { db: Db }, shop: ShopDomain, productIds: readonly ProductId[]): ProductId[] {
  const rows = prepared<object, { id: string }>(
    db,
    "SELECT id FROM products WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))",
  ).all({ shop, ids: JSON.stringify(productIds) });
  const known = new Set(rows.map(({ id }) => id));
  return [...new Set(productIds)].filter((id) => known.has(id));
}

/** The rows that search and tags leave, or all of the shop's: numbers only, so 100,000 are small. */
function rowIdsAmong(db: Db, query: ProductQuery): number[] {
  const all = { sql: "SELECT row_id FROM products INDEXED BY products_by_update WHERE shop = ?", params: [query.shop] };
  const { sql, params } = rowSet(query) ?? all;
  const rowIds = db.raw
    .prepare(sql)
    .pluck()
    .all(...params) as number[];
  return rowIds.sort((a, b) => a - b);
}
