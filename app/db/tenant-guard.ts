import { getTableColumns, getTableName } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "./schema/index.ts";

// A statement that must see all shops has a comment with the reason, e.g. "all shops: claims are fair between them".
const exemption = /\/\* all shops: .+ \*\//;

const tenantTables: readonly string[] = Object.values(schema)
  .filter((value) => value instanceof SQLiteTable)
  .filter((table) => "shop" in getTableColumns(table))
  .map((table) => getTableName(table));

const mention = new RegExp(`\\b(?:from|join|update|into)\\s+"?(${tenantTables.join("|")})"?\\b`, "gi");

/**
 * Every id is looked up as (shop, id): a statement on a tenant's table that nowhere names `shop` could reach another's rows.
 * It reads the text only; the tests of isolation between two shops judge the effect.
 * @throws naming the table
 */
export function assertTenantBound(sql: string): void {
  if (exemption.test(sql)) return;
  for (const [, table] of sql.matchAll(mention)) {
    if (!/\bshop\b/i.test(sql)) throw new Error(`a statement on ${table} does not name its shop: ${sql.slice(0, 200)}`);
  }
}
