/**
 * The search for products by word is the one thing that each engine does in a way of its own: here it is SQLite's FTS5, of
 * the table that search-index.ts makes. The statements are marked, and whoever checks that a statement runs on Postgres too
 * leaves them out by that mark; nothing else writes `product_search`.
 * @see https://www.sqlite.org/fts5.html
 */
const mark = "/* search of SQLite */";

/** The rows (`row_id`) of the products that match a query of FTS5; `parameter` is `?` or `@name`. */
export function productsMatching(parameter: string): string {
  return `SELECT rowid AS row_id FROM product_search WHERE product_search MATCH ${parameter} ${mark}`;
}

/** Stores what a product is found by; takes a list of values: its row, scope, title, vendor, tags and SKUs. */
export const storeSearchEntrySql = `INSERT OR REPLACE INTO product_search (rowid, scope, title, vendor, tags, skus)
  VALUES (?, ?, ?, ?, ?, ?) ${mark}`;

/** Takes one product out, `@rowId`. */
export const forgetSearchEntrySql = `DELETE FROM product_search WHERE rowid = @rowId ${mark}`;

/** Takes `@limit` products of `@shop` out. */
export const forgetSearchOfShopSql = `DELETE FROM product_search
  WHERE rowid IN (SELECT row_id FROM products WHERE shop = @shop LIMIT @limit) ${mark}`;

/** Merges at most `@pages` pages of the index, so that it does not grow with all that was taken out. */
export const mergeSearchIndexSql = `INSERT INTO product_search (product_search, rank) VALUES ('merge', @pages) ${mark}`;

/** How many rows this connection has changed so far: fewer than 2 by a merge when nothing was left to merge. */
export const searchChangesSql = `SELECT total_changes() AS changes ${mark}`;

/** Whether only SQLite runs a statement, because it searches. */
export function isSearchStatement(sql: string): boolean {
  return sql.includes(mark);
}
