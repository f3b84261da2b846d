import { readdirSync, readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { getTableName } from "drizzle-orm";
import { integer, real, SQLiteTable, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { derivePostgresTable } from "../../app/db/derive-postgres.ts";
import * as postgres from "../../app/db/postgres-schema.ts";
import * as sqlite from "../../app/db/schema/index.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const tables = Object.values(sqlite).filter((value) => value instanceof SQLiteTable);

describe("the Postgres schema", () => {
  it("the Postgres schema has a counterpart of every table", () => {
    expect(Object.values(postgres).map(getTableName).sort()).toEqual(tables.map(getTableName).sort());
  });

  it("the Postgres schema gives a real Postgres the same tables, columns, keys and indexes as SQLite", async () => {
    const pg = await PGlite.create();
    const files = readdirSync("drizzle/postgres").filter((name) => name.endsWith(".sql"));
    for (const name of files.sort()) await pg.exec(readFileSync(`drizzle/postgres/${name}`, "utf8"));
    const lite = openTestDatabase().raw;
    for (const name of tables.map(getTableName)) {
      const { rows } = await pg.query<{ column_name: string; is_nullable: string }>(
        "select column_name, is_nullable from information_schema.columns where table_name = $1",
        [name],
      );
      const there = rows.map((row) => `${row.column_name} ${row.is_nullable === "NO"}`).sort();
      const here = (lite.pragma(`table_info(${name})`) as { name: string; notnull: number; pk: number }[])
        .map((row) => `${row.name} ${row.notnull === 1 || row.pk > 0}`)
        .sort();
      expect([name, there]).toEqual([name, here]);
    }
    const { rows: indexes } = await pg.query<{ indexname: string }>(
      "select indexname from pg_indexes where schemaname = 'public'",
    );
    const names = new Set(indexes.map((row) => row.indexname));
    const wanted = lite
      .prepare("select name from sqlite_master where type = 'index' and sql is not null")
      .pluck()
      .all() as string[];
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    await pg.close();
  });

  it("the Postgres schema refuses a column type that has no counterpart, naming the column", () => {
    const odd = sqliteTable("odd", { id: text().primaryKey(), n: integer(), score: real() });
    expect(() => derivePostgresTable(odd)).toThrow(/SQLiteReal \(odd\.score\)/);
  });
});
