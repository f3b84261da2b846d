import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { listProducts } from "../../app/catalog/list-products.ts";
import { missingBits } from "../../app/catalog/live-texts.ts";
import { parseProductQuery } from "../../app/catalog/product-query.ts";
import { readTextPlaces } from "../../app/catalog/text-places.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { missingBit, products, versions } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { addContentType } from "../../app/rules/content-types/save-content-type.ts";
import { renewProducts } from "../../app/tasks/renew-products.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";

const shop = shopDomainSchema.parse("one.myshopify.com");
const clock = { now: () => 7 };
const never = new AbortController();

async function add(db: SqliteDb, id: string, more: Partial<typeof products.$inferInsert>) {
  await db.orm.insert(products).values({
    shop, id, handle: id, title: "Shirt", vendor: "", productType: "", status: "active", missing: 0,
    descriptionHtml: "<p>Soft.</p>", bullets: ["Soft"], seoTitle: "Shirt", seoDescription: "A shirt.",
    facts: { category: null, tags: [], options: [], attributes: [], images: [{ id: "1", url: "u", alt: "Front" }] },
    variants: [], factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: 1, syncedAt: 1, ...more,
  }); // biome-ignore format: a row
}

async function addVersion(
  db: SqliteDb,
  productId: string,
  state: "published" | "rejected",
  origin: "undo" | "generated",
) {
  await db.orm.insert(versions).values({
    id: `v${productId}`, shop, productId, contentType: "desc", locale: "en", state, origin, body: "x", warnings: [],
    blocked: false, evidence: [], baseDigest: "b", factsDigest: "f", configDigest: "c", createdAt: 1,
  }); // biome-ignore format: a row
}

const rowOf = (db: SqliteDb, id: string) =>
  db.orm.select().from(products).where(sql`${products.shop} = ${shop} AND ${products.id} = ${id}`).get();

it("rows from before an upgrade say what is missing, and what became of their texts, without an import", async () => {
  const db = openTestDatabase();
  const input = { name: "care", label: "Care", metafieldType: "single_line_text_field", place: null };
  await addContentType({ db, clock }, { shop, input, by: "a" });
  const care = (await db.do(readTextPlaces(shop)))[0]?.bit ?? 0;
  await add(db, "1", { descriptionHtml: "<p>&nbsp;</p>", addedTexts: { care: "Wash" } });
  await add(db, "2", { title: "\u200b", missing: missingBit.seo_title, addedTexts: { care: " " } });
  await addVersion(db, "1", "published", "undo");
  await addVersion(db, "2", "rejected", "generated");
  for (let i = 10; i < 130; i++) await add(db, String(i), { bullets: null, addedTexts: { care: "Wash" } });

  expect(await renewProducts({ db, clock }, never)).toBe(122);
  expect(await rowOf(db, "1")).toMatchObject({ missing: missingBit.desc, contentState: "put_back" });
  expect(await rowOf(db, "2")).toMatchObject({ missing: missingBit.title | care, contentState: "unpublished" });
  expect(await rowOf(db, "129")).toMatchObject({ missing: missingBit.bullets, contentState: "none" });

  const shown = async (state: string) => {
    const query = parseProductQuery(shop, new URLSearchParams({ state }));
    return (await listProducts({ db }, query)).rows.map(({ id }) => id);
  };
  expect(await shown("put_back")).toEqual(["1"]);
  expect(await shown("unpublished")).toEqual(["2"]);

  await db.orm.update(products).set({ missing: 0 }).where(eq(products.shop, shop));
  expect(await renewProducts({ db, clock }, never)).toBe(0);
  expect(await rowOf(db, "1")).toMatchObject({ missing: 0 });
});

it("a renewal that is stopped in the middle loses nothing: the next start continues it", async () => {
  const db = openTestDatabase();
  for (let i = 1; i <= 120; i++) await add(db, String(i), { bullets: [" "] });
  const stopping = new AbortController();
  const transact = db.transact;
  const stopped: SqliteDb = {
    ...db,
    async transact(...given) {
      const result = await transact(...given);
      stopping.abort(new Error("the worker stops"));
      return result;
    },
  };
  await expect(renewProducts({ db: stopped, clock }, stopping)).rejects.toThrow("the worker stops");
  const renewed = () => db.orm.$count(products, sql`${products.shop} = ${shop} AND missing = ${missingBit.bullets}`);
  expect(await renewed()).toBe(50);
  expect(await renewProducts({ db, clock }, never)).toBe(70);
  expect(await renewed()).toBe(120);
});

it("the database of a release is renewed after its upgrade", async () => {
  const { file, open } = testDatabaseFile();
  writeFileSync(file, gunzipSync(readFileSync("test/db/releases/0.1.0.sqlite.gz")));
  const db = open();
  expect(await renewProducts({ db, clock }, never)).toBeGreaterThan(10);
  const shops = db.raw.prepare("SELECT DISTINCT shop FROM products").pluck().all() as string[];
  for (const name of shops) {
    const rows = await db.orm.select().from(products).where(eq(products.shop, name));
    for (const row of rows) expect(row.missing).toBe(missingBits(row, await db.do(readTextPlaces(name))));
  }
});
