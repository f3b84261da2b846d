import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { tenantTableNames } from "../../../app/db/forget-shop.ts";
import { jobItems, products } from "../../../app/db/schema/index.ts";
import { goneProducts } from "../../../app/tasks/retention/gone-products.ts";
import { shop, storeProduct } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { aJob, aVersion, aWrite, day, left, pass } from "./support.ts";

async function goneShop() {
  const db = openTestDatabase();
  for (const id of ["1001", "1002", "1003"]) {
    await storeProduct(db, { id });
    await aVersion(db, { id: `ver_${id}`, productId: id, state: "published" });
    await aWrite(db, { id: `wb_${id}`, productId: id, before: "A", sent: "B" });
    const row = db.raw.prepare("SELECT row_id FROM products WHERE shop = ? AND id = ?").pluck().get(shop, id);
    db.raw.prepare("INSERT INTO product_search (rowid, scope, title) VALUES (?, 'x', 'apron')").run(row);
    db.raw
      .prepare("INSERT INTO fingerprints (shop, product_row, content_type, whole) VALUES (?, ?, 'title', 1)")
      .run(shop, row);
    db.raw.prepare("INSERT INTO products_seen (row_id, shop, import_id) VALUES (?, ?, 'i')").run(row, shop);
    db.raw.prepare("INSERT INTO products_marked (row_id, shop, marked) VALUES (?, ?, 'm')").run(row, shop);
    db.raw
      .prepare("INSERT INTO collection_products (shop, collection_id, product_row) VALUES (?, 'c', ?)")
      .run(shop, row);
  }
  await db.orm
    .update(products)
    .set({ goneAt: day(0) })
    .where(and(eq(products.shop, shop), eq(products.id, "1001")));
  await db.orm
    .update(products)
    .set({ goneAt: day(300) })
    .where(and(eq(products.shop, shop), eq(products.id, "1002")));
  return db;
}

describe("products that left the shop", () => {
  it("go with all their rows when their time is over; others keep theirs", async () => {
    const db = await goneShop();
    const count = (table: string) => db.raw.prepare(`SELECT count(*) FROM ${table} WHERE shop = ?`).pluck().get(shop);
    const tables = tenantTableNames().filter((table) => Number(count(table)) === 3);
    expect(tables).toEqual(expect.arrayContaining(["products", "versions", "write_backs", "fingerprints", "products_seen", "collection_products", "products_marked"])); // biome-ignore format: a list
    expect(await pass(db, goneProducts(365), { now: day(364) })).toBe(0);
    expect(await pass(db, goneProducts(365), { now: day(366) })).toBe(1);
    for (const table of tables) expect([table, count(table)]).toEqual([table, 2]);
    expect(left(db, "versions")).toEqual(["ver_1002", "ver_1003"]);
    const found = db.raw
      .prepare("SELECT count(*) FROM product_search WHERE product_search MATCH 'apron'")
      .pluck()
      .get();
    expect(found).toBe(2);
  });

  it("stay while work on them is under way or a write's result is not known", async () => {
    const db = await goneShop();
    await aJob(db, { id: "job_open", total: 1, finishedAt: null, status: "queued" });
    const item = { jobId: "job_open", seq: 0, shop, kind: "undo", priority: 1, runAt: 0 };
    await db.orm.insert(jobItems).values({ ...item, subject: "1001" });
    await aWrite(db, { id: "wb_unknown", productId: "1002", before: "A", sent: "B", state: "writing" });
    expect(await pass(db, goneProducts(365), { now: day(9_000) })).toBe(0);
  });
});
