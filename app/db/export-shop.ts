import { getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ShopDomain } from "../lib/brand.ts";
import type { Db } from "./open.ts";
import * as schema from "./schema/index.ts";
import { all } from "./steps.ts";

/** Rows read in one statement: a few ms. */
const pageRows = 200;

/** What the app keeps for its own running, and nobody can use elsewhere. */
const ownTables: ReadonlySet<string> = new Set([
  "answered_requests",
  "fingerprints",
  "job_items",
  "model_answers",
  "model_servers",
  "product_texts",
  "products_alike",
  "products_marked",
  "products_seen",
  "review_claims",
  "sessions",
  "webhook_events",
]);
/** Keys and tokens, and who works on what, are never given away. What a text cost in tokens is none of them. */
const secrets: ReadonlySet<string> = new Set([
  "access_token",
  "address_hash",
  "address_sealed",
  "api_key",
  "lease_token",
  "lease_until",
  "model_api_key",
  "refresh_lease",
  "refresh_lease_until",
  "refresh_token",
  "refresh_token_expires_at",
]);

type Row = Record<string, unknown>;

/**
 * Everything that the app keeps of a shop, table by table in small pages, so that neither memory nor the database is held:
 * what it keeps for its own running, keys and tokens are left out.
 * @param only names of tables; default: all
 */
export async function* exportShop(
  { db }: { db: Db },
  shop: ShopDomain,
  only?: readonly string[],
): AsyncGenerator<{ table: string; rows: Row[] }> {
  for (const table of exportedTables()) {
    const name = getTableName(table);
    if (only && !only.includes(name)) continue;
    const { columns, primaryKeys } = getTableConfig(table);
    const key = (primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)).map((column) => column.name);
    const shown = columns.map((column) => column.name).filter((column) => !secrets.has(column) && column !== "shop");
    const read = [...new Set([...shown, ...key])].join(", ");
    yield { table: name, rows: [] };
    let after: Row | undefined;
    for (;;) {
      const params: Record<string, unknown> = { shop, limit: pageRows };
      for (const [at, column] of key.entries()) params[`k${at}`] = after?.[column];
      const later =
        after === undefined ? "" : `AND (${key.join(", ")}) > (${key.map((_, at) => `@k${at}`).join(", ")})`;
      const sql = `SELECT ${read} FROM ${name} WHERE shop = @shop ${later} ORDER BY ${key.join(", ")} LIMIT @limit`;
      const rows = await db.do(all<Row>(sql, bound(params)));
      if (rows.length > 0) {
        yield {
          table: name,
          rows: rows.map((row) => Object.fromEntries(shown.map((column) => [column, row[column] ?? null]))),
        };
      }
      after = rows.at(-1);
      if (rows.length < pageRows) break;
    }
  }
}

/** Every version of every text that the app keeps of a shop, as {@link exportShop} gives them, with its product's title. */
export async function* exportTexts(deps: { db: Db }, shop: ShopDomain): AsyncGenerator<Row & { product: string }> {
  const titles = new Map<unknown, string>();
  for await (const { table, rows } of exportShop(deps, shop, ["products", "versions"])) {
    if (table === "products") for (const row of rows) titles.set(row.id, String(row.title));
    else for (const row of rows) yield { ...row, product: titles.get(row.product_id) ?? "" };
  }
}

function exportedTables(): SQLiteTable[] {
  return Object.values(schema)
    .filter((value) => value instanceof SQLiteTable)
    .filter((table) => "shop" in getTableColumns(table) && !ownTables.has(getTableName(table)));
}

/** All columns of what is exported, and which of them are not given away. */
export function exportedColumns(): { name: string; isSecret: boolean }[] {
  return exportedTables().flatMap((table) =>
    getTableConfig(table).columns.map(({ name }) => ({ name, isSecret: secrets.has(name) })),
  );
}

/** Only what a statement names. */
function bound(params: Record<string, unknown>): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined) as [string, string | number | null][],
  );
}
