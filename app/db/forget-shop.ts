import { getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ShopDomain } from "../lib/brand.ts";
import { wait } from "../lib/retry.ts";
import type { Db } from "./open.ts";
import * as schema from "./schema/index.ts";
import { forgetSearchOfShopSql } from "./search-statements.ts";
import { run } from "./steps.ts";

/** Rows removed in one transaction: keeps each under 20 ms. */
const chunkRows = 500;

/** Every table that holds rows of shops, children before what they refer to. */
export function tenantTableNames(): string[] {
  return tenantTables().map((table) => getTableName(table));
}

function tenantTables(): SQLiteTable[] {
  const tables = Object.values(schema)
    .filter((value) => value instanceof SQLiteTable)
    .filter((table) => "shop" in getTableColumns(table));
  return tables.sort((a, b) => lastOnes.indexOf(getTableName(a)) - lastOnes.indexOf(getTableName(b)));
}

/** Removed last: while they are there, the removal is done again after a crash. */
const lastOnes = ["job_items", "jobs", "shops"];

/**
 * Removes every row of a shop, in small transactions. Safe to repeat after a crash.
 * @see https://shopify.dev/docs/apps/build/privacy-law-compliance
 */
export async function forgetShop({ db }: { db: Db }, shop: ShopDomain): Promise<void> {
  const chunk = { shop, limit: chunkRows };
  const productsSql = deleteSqlOf(schema.products);
  for (let changes = 1; changes > 0; await wait(0)) {
    changes = await db.transact({ shop }, function* () {
      yield* run(forgetSearchOfShopSql, chunk);
      return yield* run(productsSql, chunk);
    });
  }
  for (const table of tenantTables().filter((one) => one !== schema.products)) {
    const sql = deleteSqlOf(table);
    while ((await db.transact({ shop }, () => run(sql, chunk))) > 0) await wait(0);
  }
}

/** Removes `@limit` rows of `@shop`, the first ones by whatever index is read. */
function deleteSqlOf(table: SQLiteTable): string {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  const names = key.map((column) => column.name).join(", ");
  const own = key.length === 1 ? names : `(${names})`;
  return `DELETE FROM ${name} WHERE ${own} IN (SELECT ${names} FROM ${name} WHERE shop = @shop LIMIT @limit)`;
}
