import { eq, sql } from "drizzle-orm";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Tx } from "../../app/db/orm.ts";
import { shops, workers } from "../../app/db/schema/index.ts";
import { all, get, keptAll, keptGet, keptRun, many, manyOf, q, run, type Steps } from "../../app/db/steps.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";

const shop = "a.myshopify.com";
const other = "b.myshopify.com";
const insertSql = "INSERT INTO shops (shop, installed_at) VALUES (@shop, @at)";
const readSql = "SELECT installed_at AS installedAt FROM shops WHERE shop = @shop";

function* addShop(name: string, at: number): Steps<number> {
  return yield* run(insertSql, { shop: name, at });
}

describe("steps", () => {
  it("answer rows, the first row, changed rows, and the changes of each of many", async () => {
    const db = openTestDatabase();
    const answers = await db.transact("all shops", function* () {
      const inserted = yield* many(insertSql, [
        { shop, at: 1 },
        { shop: other, at: 2 },
      ]);
      const changed = yield* run("UPDATE shops SET installed_at = 3 WHERE shop IN (?, ?)", [shop, other]);
      const rows = yield* all<{ shop: string }>("SELECT shop FROM shops ORDER BY shop");
      const one = yield* get<{ installedAt: number }>(readSql, { shop });
      const none = yield* get(readSql, { shop: "nobody" });
      return { inserted, changed, rows, one, none };
    });
    expect(answers).toEqual({
      inserted: [1, 1],
      changed: 2,
      rows: [{ shop }, { shop: other }],
      one: { installedAt: 3 },
      none: undefined,
    });
    expect(await db.transact({ shop }, () => many(insertSql, []))).toEqual([]);
  });

  it("of many entries make the values of each when its turn comes, and answer the changes in order", async () => {
    const db = openTestDatabase();
    const insertTitled = "INSERT INTO shops (shop, installed_at, name) VALUES (?, ?, ?)";
    const clearSql = "UPDATE shops SET name = NULL WHERE shop = ?";
    const added = [shop, other].map((name) => ({ name }));
    const counting = db.raw.prepare<[], number>("SELECT count(*) FROM shops /* all shops: counted */").pluck();
    const storedWhenMade: (number | undefined)[] = [];
    const changes = await db.transact("all shops", function* () {
      const inserted = yield* manyOf(insertTitled, added, ({ name }, at) => {
        storedWhenMade.push(counting.get());
        return [name, at, `Shop ${at}`];
      });
      const updated = yield* manyOf(clearSql, [other, "nobody"], (name) => [name]);
      return { inserted, updated, none: yield* manyOf(insertTitled, [], () => [shop, 0, null]) };
    });
    expect(changes).toEqual({ inserted: [1, 1], updated: [1, 0], none: [] });
    expect(storedWhenMade).toEqual([0, 1]);
    expect(await db.do(all("SELECT shop, installed_at AS at, name FROM shops ORDER BY shop"))).toEqual([
      { shop, at: 0, name: "Shop 0" },
      { shop: other, at: 1, name: null },
    ]);
  });

  it("of the builder that are kept are built once and answer rows as the schema maps them", async () => {
    const db = openTestDatabase();
    let builds = 0;
    const selectShop = (orm: Tx) => {
      builds += 1;
      const wanted = eq(shops.shop, sql.placeholder("shop"));
      return orm.select({ shop: shops.shop, name: shops.name }).from(shops).where(wanted).prepare();
    };
    const nameShop = (orm: Tx) =>
      orm
        .update(shops)
        .set({ name: "A" })
        .where(eq(shops.shop, sql.placeholder("shop")))
        .prepare();
    await db.transact({ shop }, function* () {
      yield* addShop(shop, 1);
      yield* keptRun(nameShop, { shop });
    });
    const one = await db.do(keptGet(selectShop, { shop }));
    expectTypeOf(one).toEqualTypeOf<{ shop: string; name: string | null } | undefined>();
    expect(one).toEqual({ shop, name: "A" });
    expect(await db.do(keptAll(selectShop, { shop: other }))).toEqual([]);
    expect(builds).toBe(1);
  });

  it("of one function run in a transaction that another function began, and are taken back with it", async () => {
    const db = openTestDatabase();
    const failing = db.transact({ shop }, function* (tx) {
      yield* addShop(shop, 1);
      yield* q(tx.update(shops).set({ name: "A" }).where(eq(shops.shop, shop)));
      yield* addShop(shop, 2);
    });
    await expect(failing).rejects.toThrow(/UNIQUE constraint failed/);
    expect(await db.do(all(readSql, { shop }))).toEqual([]);
  });

  it("can catch what a statement throws, and continue", async () => {
    const db = openTestDatabase();
    const outcome = await db.transact({ shop }, function* () {
      yield* addShop(shop, 1);
      try {
        yield* addShop(shop, 2);
        return "added twice";
      } catch {
        return "refused";
      }
    });
    expect(outcome).toBe("refused");
    expect(await db.do(all(readSql, { shop }))).toEqual([{ installedAt: 1 }]);
  });

  it("that are committed together are each all or nothing", async () => {
    const db = openTestDatabase();
    const settled = await Promise.allSettled([
      db.transactTogether({ shop }, () => addShop(shop, 1)),
      db.transactTogether({ shop }, function* () {
        yield* q(db.orm.update(shops).set({ name: "half" }).where(eq(shops.shop, shop)));
        yield* addShop(shop, 2);
      }),
      db.transactTogether({ shop: other }, () => addShop(other, 1)),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await db.do(all("SELECT shop, name FROM shops ORDER BY shop"))).toEqual([
      { shop, name: null },
      { shop: other, name: null },
    ]);
  });
});

describe("outside of a transaction", () => {
  it("statements read", async () => {
    const db = openTestDatabase();
    await db.transact({ shop }, () => addShop(shop, 7));
    expect(await db.do(get(readSql, { shop }))).toEqual({ installedAt: 7 });
    expect(await db.do(q(db.orm.select().from(workers)))).toEqual([]);
  });

  it("whatever writes is refused: text, a text that answers rows, many, a query of the builder, a kept one", async () => {
    const db = openTestDatabase();
    const row = { shop, installedAt: 1 };
    const writes: ((tx: Tx) => Steps<unknown>)[] = [
      () => addShop(shop, 1),
      () => get(`${insertSql} RETURNING shop`, { shop, at: 1 }),
      () => many(insertSql, [{ shop, at: 1 }]),
      (tx) => q(tx.insert(shops).values(row)),
      () => keptRun((orm) => orm.insert(shops).values(row).prepare(), {}),
      () => keptAll((orm) => orm.insert(shops).values(row).returning().prepare(), {}),
      () =>
        keptGet((orm) => orm.update(shops).set({ name: "A" }).where(eq(shops.shop, shop)).returning().prepare(), {}),
      () => keptGet((orm) => orm.delete(shops).where(eq(shops.shop, shop)).returning().prepare(), {}),
    ];
    for (const steps of writes) await expect(db.do(steps(db.orm))).rejects.toThrow("belongs into a transaction");
    expect(await db.orm.select().from(shops).where(eq(shops.shop, shop))).toEqual([]);
  });
});

describe("what is about the connection", () => {
  const statements = [
    "SAVEPOINT half",
    "BEGIN",
    "COMMIT",
    " commit",
    "/* all shops: none */ ROLLBACK",
    "-- end\nEND",
    "ATTACH ':memory:' AS other",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA user_version(3)",
    "VACUUM",
  ];

  it("is refused outside of a transaction", async () => {
    const db = openTestDatabase();
    for (const text of statements) {
      await expect(db.do(run(text)), text).rejects.toThrow("only read and write rows");
      await expect(db.do(all(text)), text).rejects.toThrow("only read and write rows");
    }
    expect(db.raw.inTransaction).toBe(false);
    expect(db.raw.pragma("foreign_keys", { simple: true })).toBe(1);
  });

  it("is refused in a transaction, which is taken back with it", async () => {
    const db = openTestDatabase();
    for (const text of statements) {
      const ending = db.transact({ shop }, function* () {
        yield* addShop(shop, 1);
        yield* run(text);
      });
      await expect(ending, text).rejects.toThrow("only read and write rows");
    }
    expect(await db.do(all(readSql, { shop }))).toEqual([]);
  });
});

describe("a transaction that names its shop", () => {
  it("refuses another shop's name under test, wherever it is bound", async () => {
    const db = openTestDatabase();
    const setSql = "UPDATE shops SET installed_at = @at WHERE shop = @shop";
    const selectShop = (orm: Tx) =>
      orm
        .select()
        .from(shops)
        .where(eq(shops.shop, sql.placeholder("wanted")))
        .prepare();
    const foreign: ((tx: Tx) => Steps<unknown>)[] = [
      () => get(readSql, { shop: "another" }),
      () => all("SELECT 1 FROM shops WHERE shop = ?", [other]),
      () => run("UPDATE shops SET name = @name WHERE shop = @shop", { shop, name: other }),
      () =>
        many(setSql, [
          { shop, at: 1 },
          { shop: other, at: 1 },
        ]),
      () =>
        many("UPDATE shops SET installed_at = ? WHERE shop = ?", [
          [1, shop],
          [1, other],
        ]),
      () => manyOf("UPDATE shops SET installed_at = ? WHERE shop = ?", [1, 2], (n) => [n, n === 2 ? other : shop]),
      (tx) => q(tx.select().from(shops).where(eq(shops.shop, other))),
      () => keptAll(selectShop, { wanted: other }),
    ];
    for (const steps of foreign) {
      await expect(db.transact({ shop }, steps)).rejects.toThrow(
        "a transaction of a.myshopify.com runs a statement with",
      );
      await expect(db.transactTogether({ shop }, steps)).rejects.toThrow("runs a statement with");
      await db.transact("all shops", steps);
    }
  });

  it("still lets no statement pass that names no shop at all", async () => {
    const db = openTestDatabase();
    await expect(db.transact({ shop }, () => all("SELECT title FROM products"))).rejects.toThrow(
      "does not name its shop",
    );
  });
});

it("a transaction waits for another process's lock beside the event loop", async () => {
  const { open } = testDatabaseFile();
  const [one, two] = [open(), open()];
  one.raw.pragma("busy_timeout = 50");
  two.raw.exec("BEGIN IMMEDIATE");
  const asked = one.transact({ shop }, () => addShop(shop, 1));
  two.raw.exec("COMMIT");
  expect(await asked).toBe(1);
});
