import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import type { ContentState } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import { splitOwners } from "../texts/resource-owner.ts";
import type { Target } from "../texts/target.ts";
import { type Condition, join } from "./condition.ts";
import { countOf } from "./list-products.ts";
import { columnConditions, filterOf, rowSet, rowsOfListSql } from "./product-filter.ts";
import type { ProductQuery } from "./product-query.ts";
import { targetPlaceOf } from "./target-place.ts";
import { stateCondition } from "./target-texts.ts";

const chunkProducts = 500;

/** How many products a query selects, all of them; order, cursor and limit do not matter. */
export async function countProducts({ db }: { db: Db }, query: ProductQuery): Promise<number> {
  return db.do(
    (function* () {
      return yield* countOf(yield* filterOf(query), null);
    })(),
  );
}

/**
 * The ids of all products that a query selects, for selections across pages; order, cursor and limit do not matter. Each
 * chunk is read on its own, in order of the row ids, so that work on earlier chunks may change products meanwhile.
 * @param also further conditions on `products AS p`
 */
export async function* selectProductIds(
  { db }: { db: Db },
  query: ProductQuery,
  also: readonly Condition[] = [],
): AsyncGenerator<ProductId[]> {
  const among = await db.do(rowIdsAmong(query));
  for (let start = 0; start < among.length; start += chunkProducts) {
    const ids = await db.do(matching(query, also, among.slice(start, start + chunkProducts)));
    if (ids.length > 0) yield ids;
    await nextTurn();
  }
}

function* matching(query: ProductQuery, also: readonly Condition[], rowIds: readonly number[]): Steps<ProductId[]> {
  const place = yield* targetPlaceOf(query.shop, query.target);
  const { sql, params } = join([...(yield* columnConditions(query, place)), ...also]);
  const rows = yield* all<{ id: string }>(
    `SELECT p.id FROM products AS p WHERE p.row_id IN (${rowsOfListSql}) AND ${sql} ORDER BY p.row_id`,
    [JSON.stringify(rowIds), ...params],
  );
  return rows.map(({ id }) => productIdSchema.parse(id));
}

/** Those of some products that the shop has, be they still in the store or not; in the order given, each once. */
export function* knownProductIds(shop: ShopDomain, productIds: readonly ProductId[]): Steps<ProductId[]> {
  const rows = yield* all<{ id: string }>(
    "SELECT id FROM products WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))",
    { shop, ids: JSON.stringify(productIds) },
  );
  const known = new Set(rows.map(({ id }) => id));
  return [...new Set(productIds)].filter((id) => known.has(id));
}

/** Those of some products, or other resources, whose texts for a target are in one of these states. @param target default: the shop's own pages */
export function* productsInState(
  shop: ShopDomain,
  productIds: readonly ProductId[],
  states: readonly ContentState[],
  target?: Target,
): Steps<ProductId[]> {
  const state = stateCondition(yield* targetPlaceOf(shop, target), states);
  const { products, resources } = splitOwners(productIds);
  const rows: { id: string }[] = [];
  for (const [table, ids] of [
    ["products", products],
    ["text_resources", resources],
  ] as const) {
    if (ids.length === 0) continue;
    const found = yield* all<{ id: string }>(
      `SELECT p.id FROM ${table} AS p WHERE p.shop = ? AND p.id IN (SELECT value FROM json_each(?)) AND ${state.sql}`,
      [shop, JSON.stringify(ids), ...state.params],
    );
    rows.push(...found);
  }
  return rows.map(({ id }) => productIdSchema.parse(id));
}

/** The rows that search, tags and collections leave, or all of the shop's: numbers only, so 100,000 are small. */
function* rowIdsAmong(query: ProductQuery): Steps<number[]> {
  const everyProduct = {
    sql: "SELECT row_id FROM products INDEXED BY products_by_update WHERE shop = ?",
    params: [query.shop],
  };
  const { sql, params } = (yield* rowSet(query, yield* targetPlaceOf(query.shop, query.target))) ?? everyProduct;
  const rows = yield* all<{ rowId: number }>(`SELECT row_id AS rowId FROM (${sql}) AS found ORDER BY row_id`, params);
  return rows.map(({ rowId }) => rowId);
}
