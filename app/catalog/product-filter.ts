import type { Db } from "../db/open.ts";
import { missingBit } from "../db/schema/index.ts";
import type { ProductQuery } from "./product-query.ts";
import { matchExpression, searchTerms } from "./search-text.ts";

/** A condition on `products AS p`, with its parameters in order. */
export interface Condition {
  sql: string;
  params: unknown[];
}

/**
 * A query's filters as SQL. `candidates` are the rows that search and tags leave, when they are few enough to start from
 * them; otherwise an index is walked in its order and `where` tests each entry.
 */
export interface Filter {
  where: Condition[];
  candidates: Condition | null;
}

/** Up to here fetching and sorting the candidates is quicker than walking an index of 100,000 entries; measured. */
const fewRows = 2_000;

/** Everything of the query but its order. Only fixed texts become SQL; every value is a parameter. */
export function filterOf(db: Db, query: ProductQuery): Filter {
  const where = columnConditions(query);
  let candidates: Condition | null = null;
  for (const rows of rowSets(query)) {
    if (candidates === null && isFew(db, rows)) candidates = rows;
    else where.push({ sql: `+p.row_id IN (${rows.sql})`, params: rows.params });
  }
  return { where, candidates };
}

export function columnConditions(query: ProductQuery): Condition[] {
  const where: Condition[] = [{ sql: "p.shop = ?", params: [query.shop] }];
  if (!query.includeGone) where.push({ sql: "p.gone_at IS NULL", params: [] });
  const columns = { status: query.status, content_state: query.contentState, vendor: query.vendor, product_type: query.productType }; // biome-ignore format: column to list
  for (const [column, list] of Object.entries(columns)) {
    if (list && list.length > 0) where.push(anyOf(`p.${column}`, list));
  }
  if (query.missing && query.missing.length > 0) {
    const mask = query.missing.reduce((bits, name) => bits | missingBit[name], 0);
    where.push({ sql: "p.missing & ? <> 0", params: [mask] });
  }
  return where;
}

/** Sets of row ids that products must be in. */
export function rowSets({ shop, search = "", tag = [] }: ProductQuery): Condition[] {
  const sets: Condition[] = [];
  const match = matchExpression(shop, search, tag);
  if (match)
    sets.push({ sql: "SELECT rowid AS row_id FROM product_search WHERE product_search MATCH ?", params: [match] });
  if (search !== "" && searchTerms(search).length === 0) {
    // Nothing of it is in the index, e.g. one emoji: look for it to the letter, in the narrow index of titles.
    const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    const sql = `SELECT row_id FROM products INDEXED BY products_by_title WHERE shop = ? AND lower(title) LIKE ? ESCAPE '\\'`;
    sets.push({ sql, params: [shop, pattern] });
  }
  return sets;
}

export function join(conditions: Condition[]): Condition {
  return {
    sql: conditions.map((condition) => condition.sql).join(" AND "),
    params: conditions.flatMap((condition) => condition.params),
  };
}

function anyOf(column: string, list: readonly string[]): Condition {
  return { sql: `${column} IN (${list.map(() => "?").join(", ")})`, params: [...list] };
}

function isFew(db: Db, rows: Condition): boolean {
  const count = db.raw.prepare(`SELECT count(*) FROM (${rows.sql} LIMIT ${fewRows + 1})`).pluck();
  return (count.get(...rows.params) as number) <= fewRows;
}
