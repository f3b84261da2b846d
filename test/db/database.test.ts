import Database from "better-sqlite3";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { forgetShop, tenantTableNames } from "../../app/db/forget-shop.ts";
import { assertPragmas } from "../../app/db/open.ts";
import { pauses, shops, versions } from "../../app/db/schema/index.ts";
import { q } from "../../app/db/steps.ts";
import { assertTenantBound } from "../../app/db/tenant-guard.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";

const shop = shopDomainSchema.parse("a.myshopify.com");
const other = shopDomainSchema.parse("b.myshopify.com");

describe("openDatabase", () => {
  it("openDatabase keeps WAL, FULL sync and foreign keys on every connection, also after writes and a reopen", async () => {
    const { open } = testDatabaseFile();
    const first = open();
    await first.orm.insert(shops).values({ shop, installedAt: 1 });
    const second = open();
    for (const { raw } of [first, second]) {
      expect(raw.pragma("journal_mode", { simple: true })).toBe("wal");
      expect(raw.pragma("synchronous", { simple: true })).toBe(2);
      expect(raw.pragma("foreign_keys", { simple: true })).toBe(1);
    }
  });

  it("openDatabase throws when a pragma had no effect", () => {
    const raw = new Database(":memory:");
    raw.pragma("synchronous = NORMAL");
    expect(() => assertPragmas(raw, { file: ":memory:" })).toThrow(/synchronous is 1 and must be 2/);
  });
});

describe("transact", () => {
  it("transact commits all steps and returns the body's value", async () => {
    const db = openTestDatabase();
    const names = await db.transact({ shop }, function* (tx) {
      yield* q(tx.insert(shops).values({ shop, installedAt: 1 }));
      const [updated] = yield* q(tx.update(shops).set({ name: "A" }).where(eq(shops.shop, shop)).returning());
      const rows = yield* q(tx.select().from(shops).where(eq(shops.shop, shop)));
      return [updated?.name, rows.length];
    });
    expect(names).toEqual(["A", 1]);
  });

  it("transact takes everything back when the body throws", async () => {
    const db = openTestDatabase();
    const failing = db.transact({ shop }, function* (tx) {
      yield* q(tx.insert(shops).values({ shop, installedAt: 1 }));
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await db.orm.select().from(shops).where(eq(shops.shop, shop))).toEqual([]);
  });

  it("transact throws a statement's error into the body, which may catch it and continue", async () => {
    const db = openTestDatabase();
    const outcome = await db.transact({ shop }, function* (tx) {
      yield* q(tx.insert(shops).values({ shop, installedAt: 1 }));
      try {
        yield* q(tx.insert(shops).values({ shop, installedAt: 2 }));
        return "inserted twice";
      } catch {
        return "refused";
      }
    });
    expect(outcome).toBe("refused");
    expect(await db.orm.select().from(shops).where(eq(shops.shop, shop))).toHaveLength(1);
  });

  it("transact refuses to wait for anything but the database, and rolls back", async () => {
    const db = openTestDatabase();
    const waiting = db.transact({ shop }, function* (tx) {
      yield* q(tx.insert(shops).values({ shop, installedAt: 1 }));
      yield* q(Promise.resolve("from the network"));
    });
    await expect(waiting).rejects.toThrow(/only yield statements/);
    expect(await db.orm.select().from(shops).where(eq(shops.shop, shop))).toEqual([]);
  });

  it("transact takes the write lock at its start, so that a reader that turns writer is not refused", async () => {
    const { open } = testDatabaseFile();
    const [one, two] = [open(), open()];
    const count = (db: typeof one) =>
      db.transact({ shop }, function* (tx) {
        const rows = yield* q(tx.select().from(shops).where(eq(shops.shop, shop)));
        yield* q(
          tx
            .insert(shops)
            .values({ shop, installedAt: rows.length })
            .onConflictDoUpdate({ target: shops.shop, set: { installedAt: 9 } }),
        );
        return rows.length;
      });
    expect(await Promise.all([count(one), count(two)])).toEqual([0, 1]);
    expect(one.raw.inTransaction).toBe(false);
  });
});

describe("the tenant guard", () => {
  it.each([
    'select * from "products" where "products"."id" = ?',
    "update job_items set status = 'done' where job_id = ?",
    "delete from versions where id = ?",
    "insert into pauses (reason) values (?)",
  ])("the tenant guard refuses %s", (sql) => {
    expect(() => assertTenantBound(sql)).toThrow(/does not name its shop/);
  });

  it.each([
    'select * from "products" where "products"."shop" = ? and "products"."id" = ?',
    "select * from workers",
    "update job_items set status = 'x' /* all shops: claims are fair between them */",
    "pragma foreign_keys",
  ])("the tenant guard lets %s pass", (sql) => {
    expect(() => assertTenantBound(sql)).not.toThrow();
  });

  it("the tenant guard watches every statement of a database under test", async () => {
    const db = openTestDatabase();
    expect(() => db.raw.prepare("select title from products where id = ?")).toThrow(/does not name its shop/);
    await expect(async () =>
      db.orm.select({ id: versions.id }).from(versions).where(eq(versions.id, "x")),
    ).rejects.toThrow();
    await db.orm
      .select({ id: versions.id })
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.id, "x")));
  });
});

describe("forgetShop", () => {
  it("forgetShop leaves no row of the shop in any table, and every row of others", async () => {
    const db = openTestDatabase();
    db.raw.pragma("foreign_keys = OFF");
    for (const table of tenantTableNames()) for (const tenant of [shop, other]) fill(db.raw, table, tenant);
    await forgetShop({ db }, shop);
    for (const table of tenantTableNames()) {
      const count = db.raw.prepare(`select count(*) from ${table} where shop = ?`).pluck();
      expect([table, count.get(shop), count.get(other)]).toEqual([table, 0, 1]);
    }
    expect(await db.orm.select().from(pauses).where(eq(pauses.shop, shop))).toEqual([]);
  });
});

/** One row of made-up values, whatever the table's columns are. */
function fill(raw: Database.Database, table: string, tenant: string): void {
  const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string; pk: number }[];
  const counted = (column: (typeof columns)[number]) => column.pk > 0 && column.type.toUpperCase() === "INTEGER";
  const wanted = columns.filter((column) => !(counted(column) && ["id", "row_id"].includes(column.name)));
  const values = wanted.map((column) => {
    if (column.name === "shop") return tenant;
    return column.type.toUpperCase() === "INTEGER" ? 1 : JSON.stringify(`${tenant}-${column.name}`);
  });
  raw
    .prepare(`insert into ${table} (${wanted.map((c) => c.name).join()}) values (${wanted.map(() => "?").join()})`)
    .run(...values);
}
