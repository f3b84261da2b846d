import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../app/db/open.ts";
import { translate } from "../../app/db/postgres/translate.ts";
import { shops } from "../../app/db/schema/index.ts";
import { forgetSearchEntrySql } from "../../app/db/search-statements.ts";
import { all, get, many, run } from "../../app/db/steps.ts";
import { findUnportable } from "../support/portability/find-unportable.ts";

const shop = "a.myshopify.com";

describe("the statements of the app", () => {
  it("are reported as the app asks for them, and those that Postgres does not take are found", async () => {
    const told = new Set<string>();
    const db = openDatabase({ file: ":memory:", onStatement: (sql) => told.add(sql) });
    const portable = [
      "SELECT installed_at AS installedAt FROM shops WHERE shop = @shop",
      `INSERT INTO shops (shop, installed_at) VALUES (@shop, @at)
       ON CONFLICT (shop) DO UPDATE SET installed_at = max(shops.installed_at, @at)`,
      "SELECT shop FROM shops WHERE shop IN (SELECT value FROM json_each(@shops))",
      "UPDATE job_items INDEXED BY sqlite_autoindex_job_items_1 SET run_at = ? WHERE job_id = ? AND seq = ?",
    ] as const;
    const unportable = "SELECT total(installed_at) FROM shops WHERE shop GLOB 'a*'";
    await db.transact("all shops", function* () {
      yield* get(portable[0], { shop });
      yield* many(portable[1], [{ shop, at: 1 }]);
      yield* all(portable[2], { shops: "[]" });
      yield* run(portable[3], [1, "job", 0]);
      yield* run(forgetSearchEntrySql, { rowId: 1 });
      yield* all(unportable);
    });
    await db.orm
      .insert(shops)
      .values({ shop, installedAt: 1 })
      .onConflictDoUpdate({ target: shops.shop, set: { installedAt: 2 } });
    await db.orm.select().from(shops).where(eq(shops.shop, shop));
    // What a test or a command runs on the connection itself is its own affair.
    db.raw.prepare("SELECT total(1)").all();
    db.close();
    expect([...told].filter((sql) => !sql.includes('"'))).toEqual([...portable, forgetSearchEntrySql, unportable]);
    expect([...told].filter((sql) => sql.includes('"'))).toHaveLength(2);
    expect(await findUnportable(told)).toEqual([{ sql: unportable, message: expect.stringContaining("GLOB") }]);
  });

  it("are looked at without starting Postgres when there are none but the search's", async () => {
    const open = () => Promise.reject(new Error("started"));
    expect(await findUnportable([forgetSearchEntrySql], open)).toEqual([]);
    await expect(findUnportable([forgetSearchEntrySql, "SELECT 1"], open)).rejects.toThrow("started");
  });
});

describe("a statement for Postgres", () => {
  const textOf = (sql: string) => translate(sql).text;

  it("counts its values, and names each once", () => {
    expect(translate("SELECT a FROM t WHERE b = ? AND c = ?")).toEqual({
      text: "SELECT a FROM t WHERE b = $1 AND c = $2",
      names: null,
    });
    expect(translate("SELECT a FROM t WHERE b = @b AND (c = @c OR d = @b)")).toEqual({
      text: "SELECT a FROM t WHERE b = $1 AND (c = $2 OR d = $1)",
      names: ["b", "c"],
    });
  });

  it("keeps the letters of an alias, and drops hints for SQLite's planner", () => {
    expect(textOf("SELECT job_id AS jobId, n AS n FROM t")).toBe('SELECT job_id AS "jobId", n AS n FROM t');
    expect(textOf("SELECT a FROM t INDEXED BY t_a WHERE a = 1")).toBe("SELECT a FROM t  WHERE a = 1");
    expect(textOf("SELECT a FROM t CROSS JOIN u ON u.b = t.b")).toBe("SELECT a FROM t JOIN u ON u.b = t.b");
  });

  it("names the columns of a conflict without their table", () => {
    const sql = 'insert into "t" ("a") values (?) on conflict ("t"."a", "t"."b") do update set "a" = "t"."b"';
    const text = 'insert into "t" ("a") values ($1) on conflict ("a", "b") do update set "a" = "t"."b"';
    expect(textOf(sql)).toBe(text);
  });

  it("keeps what is quoted or a comment as it is", () => {
    const sql = `SELECT '? @a AS bC' AS x, "@b ?" FROM t /* why? @c */ -- @d ?`;
    expect(textOf(sql)).toBe(sql);
  });
});
