import type { Db } from "../db/open.ts";
import type { ContentState, ProductStatus } from "../db/schema/index.ts";
import { all, get, type Steps } from "../db/steps.ts";
import { type ProductId, productIdSchema } from "../lib/brand.ts";
import { type Condition, join } from "./condition.ts";
import { type Position, readCursor, writeCursor } from "./product-cursor.ts";
import { type Filter, filterOf } from "./product-filter.ts";
import type { ProductQuery } from "./product-query.ts";
import { type TargetTextColumns, targetTextColumns, textsAt } from "./target-texts.ts";

/** One line of the products page, with the texts for one target. `missing` holds bits of `missingBit`. */
export interface ProductRow {
  id: ProductId;
  title: string;
  vendor: string;
  productType: string;
  handle: string;
  status: ProductStatus;
  contentState: ContentState;
  missing: number;
  variantCount: number;
  imageUrl: string | null;
  updatedAt: number;
  goneAt: number | null;
}

export interface ProductPage {
  rows: ProductRow[];
  nextCursor: string | null;
  previousCursor: string | null;
  /** `capped`: there are more than `value` */
  count: { value: number; capped: boolean };
}

/** Counting further costs more than a person gains from the number. */
export const countCap = 10_000;

const columns = `p.id, p.title, p.vendor, p.product_type AS productType, p.handle, p.status,
  ${targetTextColumns}, p.variant_count AS variantCount, p.image_url AS imageUrl,
  p.updated_at AS updatedAt, p.gone_at AS goneAt, lower(p.title) AS sortTitle`;

/** `sortTitle` is the database's own lower case: a cursor must compare as the index does. */
type FoundRow = ProductRow & TargetTextColumns & { sortTitle: string };

/** The columns that order a list; together with the id they name one place in it. */
const orders = {
  updated: { index: "products_by_update", key: ["p.updated_at", "p.id"] },
  title: { index: "products_by_title", key: ["lower(p.title)", "p.id"] },
  // Walks the whole index and keeps the best: 30 ms at 100,000 products, for an order that few ask for.
  vendor: { index: "products_by_update", key: ["p.vendor", "p.updated_at", "p.id"] },
} as const;

/**
 * One page of products by keyset: any depth costs the same, and rows that come or go elsewhere neither repeat nor hide
 * others. The SQL is composed of what was asked for only, so that each shape has its own plan.
 */
export async function listProducts({ db }: { db: Db }, query: ProductQuery): Promise<ProductPage> {
  return db.do(productPage(query));
}

/** @param also further conditions on `products AS p`. @param known how many products there are, where that was counted */
export function* productPage(
  query: ProductQuery,
  also: readonly Condition[] = [],
  known: number | null = null,
): Steps<ProductPage> {
  const own = yield* filterOf(query);
  const filter = { ...own, where: [...own.where, ...also] };
  const position = readCursor(query, query.cursor);
  const back = position?.back ?? false;
  const { sql, params } = pageStatement(query, filter, position);
  const found = yield* all<FoundRow>(sql, params);
  const more = found.length > query.limit;
  const rows = found.slice(0, query.limit).map((row) => ({ ...row, id: productIdSchema.parse(row.id) }));
  if (back) rows.reverse();
  const first = rows.at(0);
  const last = rows.at(-1);
  const cursorTo = (row: FoundRow | undefined, towardsStart: boolean) =>
    row ? writeCursor(query, { back: towardsStart, key: keyOf(query, row) }) : null;
  return {
    rows: rows.map(({ sortTitle: _, otherTargets, ...row }) => ({
      ...row,
      ...textsAt(filter.place, { ...row, otherTargets }),
    })),
    nextCursor: back || more ? cursorTo(last, false) : null,
    previousCursor: (back ? more : position !== null) ? cursorTo(first, true) : null,
    count: known === null ? yield* cappedCount(filter) : cappedAt(known),
  };
}

/** The statement of one page; exported for the test of its plan. */
export function pageStatement(query: ProductQuery, filter: Filter, position: Position | null): Condition {
  const backwards = (query.direction === "desc") !== (position?.back ?? false);
  const { key, index } = orders[query.sort];
  const order = key.map((column) => `${column} ${backwards ? "DESC" : "ASC"}`).join(", ");
  const where = [...filter.where];
  if (position) {
    const marks = key.map(() => "?").join(", ");
    // SQLite seeks an indexed expression by a bound of its own only, not as part of a row value.
    where.push({ sql: `${key[0]} ${backwards ? "<=" : ">="} ?`, params: position.key.slice(0, 1) });
    where.push({ sql: `(${key.join(", ")}) ${backwards ? "<" : ">"} (${marks})`, params: position.key });
  }
  const tests = join(where);
  const { candidates } = filter;
  const from = candidates
    ? `(${candidates.sql}) AS c CROSS JOIN products AS p ON p.row_id = c.row_id`
    : `products AS p INDEXED BY ${index}`;
  return {
    sql: `SELECT ${columns} FROM ${from} WHERE ${tests.sql} ORDER BY ${order} LIMIT ?`,
    params: [...(candidates?.params ?? []), ...tests.params, query.limit + 1],
  };
}

/** Counts the products of a filter, up to the number that a page shows. */
export function* cappedCount(filter: Filter): Steps<ProductPage["count"]> {
  return cappedAt(yield* countOf(filter, countCap + 1));
}

function cappedAt(value: number): ProductPage["count"] {
  return { value: Math.min(value, countCap), capped: value > countCap };
}

/** Counts up to `cap` products of a filter; null counts all. */
export function* countOf(filter: Filter, cap: number | null): Steps<number> {
  const { sql, params } = countStatement(filter, cap);
  return (yield* get<{ count: number }>(sql, params))?.count ?? 0;
}

function countStatement({ where, candidates }: Filter, cap: number | null): Condition {
  const tests = join(where);
  const from = candidates
    ? `(${candidates.sql}) AS c CROSS JOIN products AS p ON p.row_id = c.row_id`
    : "products AS p INDEXED BY products_by_update";
  const matching = `SELECT 1 FROM ${from} WHERE ${tests.sql}`;
  const params = [...(candidates?.params ?? []), ...tests.params];
  return cap === null
    ? { sql: `SELECT count(*) AS count FROM (${matching}) AS matching`, params }
    : { sql: `SELECT count(*) AS count FROM (${matching} LIMIT ?) AS matching`, params: [...params, cap] };
}

/** Where a product stands in a list ordered by its last change, the newest first. */
export interface PlaceInList {
  /** from 1; of one that is none of them as if it were */
  at: number;
  of: number;
  isAmong: boolean;
}

/**
 * In one walk over the list, as far as it is counted: nothing counts what comes behind.
 * @param query.sort `updated`, `desc`. @returns null in a longer list
 */
export function* placeInList(
  query: ProductQuery,
  also: readonly Condition[],
  { id, updatedAt }: { id: string; updatedAt: number },
): Steps<PlaceInList | null> {
  const { where, candidates } = yield* filterOf(query);
  const tests = join([...where, ...also]);
  const from = candidates
    ? `(${candidates.sql}) AS c CROSS JOIN products AS p ON p.row_id = c.row_id`
    : "products AS p INDEXED BY products_by_update";
  const row = yield* get<{ of: number; above: number | null; own: number | null }>(
    `SELECT count(*) AS of, sum(m.above) AS above, max(m.own) AS own FROM (
      SELECT CASE WHEN p.updated_at > ? OR (p.updated_at = ? AND p.id > ?) THEN 1 ELSE 0 END AS above,
        CASE WHEN p.id = ? THEN 1 ELSE 0 END AS own
      FROM ${from} WHERE ${tests.sql} LIMIT ?) AS m`,
    [updatedAt, updatedAt, id, id, ...(candidates?.params ?? []), ...tests.params, countCap + 1],
  );
  if (!row || row.of > countCap) return null;
  return { at: (row.above ?? 0) + 1, of: row.of, isAmong: row.own === 1 };
}

function keyOf({ sort }: ProductQuery, row: FoundRow): (string | number)[] {
  if (sort === "updated") return [row.updatedAt, row.id];
  if (sort === "title") return [row.sortTitle, row.id];
  return [row.vendor, row.updatedAt, row.id];
}
