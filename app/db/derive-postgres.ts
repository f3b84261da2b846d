import { is, SQL } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  foreignKey,
  index,
  jsonb,
  type PgColumnBuilderBase,
  type PgTable,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";

const counterparts = new Map<SQLiteTable, PgTable>();

/**
 * The Postgres counterpart of a SQLite table: the same names, keys and indexes, and rows of the same TypeScript type.
 * @throws for a column type that has no counterpart, naming the column
 */
export function derivePostgresTable(table: SQLiteTable): PgTable {
  const known = counterparts.get(table);
  if (known) return known;
  const config = getTableConfig(table);
  const columns = Object.fromEntries(
    config.columns.map((column) => [column.name, counterpartColumn(column, config.name)]),
  );
  const counterpart = pgTable(config.name, columns, (self) => {
    const own = (column: { name: string }) =>
      (self as unknown as Record<string, AnyPgColumn>)[column.name] as AnyPgColumn;
    return [
      ...config.indexes.map(({ config: { name, unique, columns, where } }) => {
        const on = columns.map((column) => (is(column, SQL) ? column : own(column))) as [AnyPgColumn];
        const made = (unique ? uniqueIndex : index)(name).on(...on);
        return where ? made.where(where) : made;
      }),
      ...config.primaryKeys.map((key) =>
        primaryKey({ name: key.getName(), columns: key.columns.map(own) as [AnyPgColumn] }),
      ),
      ...config.foreignKeys.map((key) => {
        const { columns, foreignColumns, foreignTable } = key.reference();
        const other = derivePostgresTable(foreignTable) as unknown as Record<string, AnyPgColumn>;
        const made = foreignKey({
          name: key.getName(),
          columns: columns.map(own) as [AnyPgColumn],
          foreignColumns: foreignColumns.map((column) => other[column.name]) as [AnyPgColumn],
        });
        return key.onDelete ? made.onDelete(key.onDelete) : made;
      }),
    ];
  });
  counterparts.set(table, counterpart);
  return counterpart;
}

function counterpartColumn(column: SQLiteColumn, tableName: string): PgColumnBuilderBase {
  const serial = "autoIncrement" in column && column.autoIncrement === true;
  let builder = baseColumn(column, tableName, serial);
  if (column.notNull && !serial) builder = builder.notNull();
  if (column.primary) builder = builder.primaryKey();
  if (column.default !== undefined) builder = builder.default(column.default);
  return builder as unknown as PgColumnBuilderBase;
}

/** What all column builders share; their own types differ by data type, which is known at run time only here. */
interface Builder {
  notNull(): Builder;
  primaryKey(): Builder;
  default(value: unknown): Builder;
}

function baseColumn(column: SQLiteColumn, tableName: string, serial: boolean): Builder {
  const { name } = column;
  switch (column.columnType) {
    case "SQLiteText":
      return text(name) as unknown as Builder;
    case "SQLiteTextJson":
      return jsonb(name) as unknown as Builder;
    case "SQLiteInteger":
      return (serial ? bigserial(name, { mode: "number" }) : bigint(name, { mode: "number" })) as unknown as Builder;
    case "SQLiteBoolean":
      return boolean(name) as unknown as Builder;
    default:
      throw new Error(`there is no Postgres counterpart for ${column.columnType} (${tableName}.${name})`);
  }
}
