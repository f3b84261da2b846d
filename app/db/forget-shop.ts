import { getTableColumns, getTableName } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ShopDomain } from "../lib/brand.ts";
import { wait } from "../lib/retry.ts";
import type { Db } from "./open.ts";
import * as schema from "./schema/index.ts";

/** Rows removed in one transaction: keeps each under 20 ms. */
const chunkRows = 500;

/** Every table that holds rows of shops, children before what they refer to. */
export function tenantTableNames(): string[] {
  const names = Object.values(schema)
    .filter((value) => value instanceof SQLiteTable)
    .filter((table) => "shop" in getTableColumns(table))
    .map((table) => getTableName(table));
  return names.sort((a, b) => lastOnes.indexOf(a) - lastOnes.indexOf(b));
}

/** Removed last: while they stand, a crash leaves work that starts over. */
const lastOnes = ["job_items", "jobs", "shops"];

/**
 * Removes every row of a shop, in small transactions. Safe to repeat after a crash.
 * @see https://shopify.dev/docs/apps/build/privacy-law-compliance
 */
export async function forgetShop({ db }: { db: Db }, shop: ShopDomain): Promise<void> {
  const forgetSearch = db.raw.prepare(
    "DELETE FROM product_search WHERE rowid IN (SELECT row_id FROM products WHERE shop = ? LIMIT ?)",
  );
  const forgetProducts = db.raw.prepare(
    "DELETE FROM products WHERE row_id IN (SELECT row_id FROM products WHERE shop = ? LIMIT ?)",
  );
  for (let changes = 1; changes > 0; await wait(0)) {
    changes = db.raw.transaction(() => {
      forgetSearch.run(shop, chunkRows);
      return forgetProducts.run(shop, chunkRows).changes;
    })();
  }
  for (const table of tenantTableNames().filter((name) => name !== "products")) {
    const statement = db.raw.prepare(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE shop = ? LIMIT ?)`,
    );
    while (statement.run(shop, chunkRows).changes > 0) await wait(0);
  }
}
