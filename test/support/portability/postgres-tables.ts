import { is, SQL } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, SQLiteSyncDialect, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../../../app/db/schema/index.ts";

const dialect = new SQLiteSyncDialect();

/**
 * The app's tables in the form in which Postgres runs the app's own statements: the columns' names and values are SQLite's, so
 * JSON is text, truth is 0 or 1, and every whole number has 64 bits.
 */
export function postgresTables(): string[] {
  const tables: SQLiteTable[] = Object.values<unknown>(schema).filter((value) => is(value, SQLiteTable));
  return tables.flatMap((table) => {
    const config = getTableConfig(table);
    const keys = config.primaryKeys.map((key) => `PRIMARY KEY (${namesOf(key.columns)})`);
    const unique = config.indexes.filter(({ config: index }) => index.unique);
    return [
      `CREATE TABLE "${config.name}" (${[...config.columns.map(columnSql), ...keys].join(", ")})`,
      // A conflict's target needs them.
      ...unique.map(({ config: { name, columns, where } }) => {
        const on = columns.map((column) => (is(column, SQL) ? `(${textOf(column)})` : namesOf([column])));
        return `CREATE UNIQUE INDEX "${name}" ON "${config.name}" (${on.join(", ")})${where ? ` WHERE ${textOf(where)}` : ""}`;
      }),
    ];
  });
}

function columnSql(column: SQLiteColumn): string {
  const parts = [`"${column.name}"`, typeOf(column)];
  if (column.notNull) parts.push("NOT NULL");
  if (column.primary) parts.push("PRIMARY KEY");
  return parts.join(" ");
}

function typeOf(column: SQLiteColumn): string {
  const type = column.getSQLType();
  if (type === "integer") return "bigint";
  if (type === "text") return 'text COLLATE "C"';
  throw new Error(`no Postgres type for ${type} of ${column.name}`);
}

function namesOf(columns: readonly { name: string }[]): string {
  return columns.map(({ name }) => `"${name}"`).join(", ");
}

function textOf(expression: SQL): string {
  return dialect.sqlToQuery(expression).sql.replaceAll(/"\w+"\."/g, '"');
}
