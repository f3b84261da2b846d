import type { Db } from "../db/open.ts";
import { firstAddedBit, missingBit } from "../db/schema/index.ts";
import type { MissingText, ProductQuery } from "./product-query.ts";
import { matchExpression, searchTerms } from "./search-text.ts";
import { wantedMask } from "./wanted-texts.ts";

/** A condition on `products AS p`, with its parameters in order. */
export interface Condition {
  sql: string;
  params: unknown[];
}

/**
 * A query's filters as SQL. `candidates` are the rows that search, tags and collections leave, when they are few enough to start from
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
  const where = columnConditions(db, query);
  const set = rowSet(query);
  if (set === null) return { where, candidates: null };
  const found = noteFound(db, set);
  if (found <= fewRows) return { where, candidates: { sql: "SELECT row_id FROM temp.found_rows", params: [] } };
  return { where: [...where, { sql: "+p.row_id IN temp.found_rows", params: [] }], candidates: null };
}

/**
 * Searches once for the page and its count. The table belongs to this connection, in memory, and holds until the next
 * search: whoever asks for a filter uses it before waiting for anything.
 */
function noteFound(db: Db, set: Condition): number {
  db.raw.exec("CREATE TABLE IF NOT EXISTS temp.found_rows (row_id INTEGER PRIMARY KEY); DELETE FROM temp.found_rows;");
  return db.raw.prepare(`INSERT INTO temp.found_rows ${set.sql}`).run(...set.params).changes;
}

export function columnConditions(db: Db, query: ProductQuery): Condition[] {
  const where: Condition[] = [{ sql: "p.shop = ?", params: [query.shop] }];
  if (!query.includeGone) where.push({ sql: "p.gone_at IS NULL", params: [] });
  const columns = { status: query.status, content_state: query.contentState, vendor: query.vendor, product_type: query.productType }; // biome-ignore format: column to list
  for (const [column, list] of Object.entries(columns)) {
    if (list && list.length > 0) where.push(anyOf(`p.${column}`, list));
  }
  if (query.missing && query.missing.length > 0) {
    const mask = query.missing.reduce((bits, name) => bits | bitOf(db, query.shop, name), 0);
    where.push({ sql: "p.missing & ? <> 0", params: [mask] });
  }
  return where;
}

/** The rows that search, tags and collections leave, null when none of them is asked for. */
export function rowSet({ shop, search = "", tag = [], collection = [] }: ProductQuery): Condition | null {
  const sets: Condition[] = [];
  const match = matchExpression(shop, search, tag);
  if (match)
    sets.push({ sql: "SELECT rowid AS row_id FROM product_search WHERE product_search MATCH ?", params: [match] });
  if (search !== "" && searchTerms(search).length === 0) {
    // Nothing of it is in the index, e.g. one emoji: look for it to the letter, in the narrow index of titles.
    sets.push({
      sql: "SELECT row_id FROM products INDEXED BY products_by_title WHERE shop = ? AND lower(title) LIKE ? ESCAPE '\\'",
      params: [shop, `%${search.replace(/[\\%_]/g, "\\$&")}%`],
    });
  }
  if (collection.length > 0) {
    const { sql, params } = anyOf("collection_id", collection);
    sets.push({
      sql: `SELECT DISTINCT product_row AS row_id FROM collection_products WHERE shop = ? AND ${sql}`,
      params: [shop, ...params],
    });
  }
  if (sets.length === 0) return null;
  return { sql: sets.map((set) => set.sql).join(" INTERSECT "), params: sets.flatMap((set) => set.params) };
}

function bitOf(db: Db, shop: string, name: MissingText): number {
  if (name === "wanted") return wantedMask({ db }, shop);
  return name in missingBit
    ? missingBit[name as keyof typeof missingBit]
    : firstAddedBit << Number(name.slice("added_".length));
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
