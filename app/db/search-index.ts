import type Database from "better-sqlite3";

/**
 * The full-text index of products (title, vendor, tags, SKUs and barcodes), keyed by `products.row_id`. drizzle-kit knows no virtual
 * tables, so it is made here. `scope` holds one token that names the shop, so that a search touches one shop's rows only.
 * @see https://www.sqlite.org/fts5.html
 */
export function createSearchIndex(raw: Database.Database): void {
  raw.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS product_search USING fts5(
      scope, title, vendor, tags, skus,
      content = '', contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 2",
      prefix = '2 3'
    );
  `);
}
