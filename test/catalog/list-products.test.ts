import { describe, expect, it } from "vitest";
import { countCap, listProducts, type ProductRow, pageStatement } from "../../app/catalog/list-products.ts";
import { readCursor } from "../../app/catalog/product-cursor.ts";
import { filterOf } from "../../app/catalog/product-filter.ts";
import { type ProductQuery, parseProductQuery, productQueryParams } from "../../app/catalog/product-query.ts";
import { countProducts, selectProductIds } from "../../app/catalog/select-products.ts";
import { openDatabase, type SqliteDb } from "../../app/db/open.ts";
import { createRandom } from "../../sandbox/shared/random.ts";
import { testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aJob } from "../tasks/retention/support.ts";
import { demo, importFrom, linesOf, type ProductLines, query, second } from "./catalogue-world.ts";

async function withProducts(products: ProductLines[]): Promise<SqliteDb> {
  const db = openTestDatabase();
  await importFrom({ db, clock: testClock(), lines: products.flatMap(linesOf) });
  return db;
}

const ids = (rows: ProductRow[]) => rows.map((row) => row.id);

describe("the list of products", () => {
  it("holds of an import what it added or changed, whether it is sold or not", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const [mug, bowl] = [
      { n: 1, title: "Mug" },
      { n: 2, title: "Bowl" },
    ];
    const bring = async (products: ProductLines[]) => {
      clock.advance(60_000);
      await importFrom({ db, clock, lines: products.flatMap(linesOf) });
    };
    await bring([mug, bowl]);
    clock.advance(60_000);
    const imported = { kind: "import-products", startedAt: clock.now() };
    await aJob(db, { shop: demo, ...imported, id: "job_second", finishedAt: clock.now() + 60_000 });
    await aJob(db, { shop: demo, ...imported, id: "job_running", finishedAt: null });
    await aJob(db, { shop: demo, id: "job_other", kind: "generate-content", startedAt: clock.now() });
    const then: ProductLines[] = [mug, { ...bowl, title: "Bowl, large" }, { n: 3, title: "Jug", status: "DRAFT" }];
    await bring(then);
    await bring([...then, { n: 4, title: "Cup" }]);
    const { rows } = await listProducts({ db }, query({ job: "job_second" }));
    expect(rows.map(({ title }) => title).toSorted()).toEqual(["Bowl, large", "Jug"]);
    expect(await countProducts({ db }, query({ job: "job_second" }))).toBe(2);
    expect(await countProducts({ db }, query({ job: "job_running" })), "one that has not ended").toBe(3);
    expect((await listProducts({ db }, query({ job: "job_other" }))).rows).toEqual([]);
  });

  it("searches once for a page and its count, when very many products are found too", async () => {
    const searches: string[] = [];
    const onStatement = (sql: string) => {
      if (sql.includes("MATCH")) searches.push(sql);
    };
    const db = openDatabase({ file: ":memory:", tenantGuard: true, onStatement });
    const products = Array.from({ length: 2_010 }, (_, i) => ({
      n: i + 1,
      title: i % 3 === 0 ? "Oak mug" : "Oak bowl",
    }));
    await importFrom({ db, clock: testClock(), lines: products.flatMap(linesOf) });
    const broad = await listProducts({ db }, query({ search: "oak", limit: 10 }));
    const narrow = await listProducts({ db }, query({ search: "mug", limit: 10 }));
    db.close();
    expect(broad.rows).toHaveLength(10);
    expect(broad.count).toEqual({ value: 2_010, capped: false });
    expect(narrow.count).toEqual({ value: 670, capped: false });
    expect(searches).toHaveLength(1);
  });

  it("is walked page by page in both directions without repeating or missing a product, in every order", async () => {
    const random = createRandom(11);
    const products = Array.from({ length: 137 }, (_, i) => ({
      n: i + 1,
      // Few different values, so that most rows tie and only the id tells them apart.
      title: random.pick(["Apron", "apron", "Étui", "椅子", "zebra", ""]) || "B",
      vendor: random.pick(["Acme", "acme", "", "Ünal"]),
      updatedAt: `2026-02-0${1 + random.int(0, 2)}T00:00:00Z`,
    }));
    const db = await withProducts(products);
    for (const sort of ["updated", "title", "vendor"] as const) {
      for (const direction of ["asc", "desc"] as const) {
        const whole = ids((await listProducts({ db }, query({ sort, direction, limit: 250 }))).rows);
        expect(new Set(whole).size).toBe(137);
        const forwards: string[] = [];
        const backwards: string[] = [];
        let cursor: string | null = null;
        let last: string | null = null;
        do {
          const page = await listProducts({ db }, query({ sort, direction, limit: 10, cursor: cursor ?? undefined }));
          forwards.push(...ids(page.rows));
          last = cursor;
          cursor = page.nextCursor;
        } while (cursor);
        cursor = last;
        do {
          const page = await listProducts({ db }, query({ sort, direction, limit: 10, cursor: cursor ?? undefined }));
          backwards.unshift(...ids(page.rows));
          cursor = page.previousCursor;
        } while (cursor);
        expect(forwards, `${sort} ${direction}`).toEqual(whole);
        expect(backwards, `${sort} ${direction}`).toEqual(whole);
      }
    }
  });

  it("continues where it was when products change between two pages", async () => {
    const db = await withProducts(
      Array.from({ length: 30 }, (_, i) => ({ n: i + 1, title: `T${String(i).padStart(2, "0")}` })),
    );
    const first = await listProducts({ db }, query({ sort: "title", direction: "asc", limit: 10 }));
    db.raw.prepare("DELETE FROM products WHERE shop = ? AND id IN ('1', '10')").run(demo);
    const next = await listProducts(
      { db },
      query({ sort: "title", direction: "asc", limit: 10, cursor: first.nextCursor ?? "" }),
    );
    expect(next.rows[0]?.title).toBe("T10");
  });

  it.each(["", "nonsense", "e30", Buffer.from('["title","asc",false,["a"]]').toString("base64url")])(
    "starts at its beginning for a cursor that means nothing (%s)",
    async (cursor) => {
      const db = await withProducts([{ n: 1 }]);
      expect((await listProducts({ db }, query({ cursor }))).rows).toHaveLength(1);
    },
  );

  it("narrows by each filter, and by all of them together", async () => {
    const db = await withProducts([
      { n: 1, vendor: "Acme", productType: "Lamp", tags: ["sale", 'a"b'], status: "ACTIVE" },
      { n: 2, vendor: "Acme", productType: "Lamp", tags: ["Sale"], status: "DRAFT", descriptionHtml: "<p>&nbsp;</p>" },
      { n: 3, vendor: "Bolt", productType: "Chair", tags: ["夏物"], status: "ACTIVE" },
    ]);
    db.raw.prepare("UPDATE products SET content_state = 'blocked' WHERE shop = ? AND id = '3'").run(demo);
    db.raw.prepare("UPDATE products SET gone_at = 1 WHERE shop = ? AND id = '2'").run(demo);
    const join = db.raw.prepare(
      "INSERT INTO collection_products (shop, collection_id, product_row) SELECT ?, ?, row_id FROM products WHERE shop = ? AND id = ?",
    );
    for (const [collection, id] of [
      ["7", "1"],
      ["7", "2"],
      ["8", "1"],
      ["8", "3"],
    ])
      join.run(demo, collection, demo, id);
    const expected: [Partial<ProductQuery>, string[]][] = [
      [{}, ["1", "3"]],
      [{ collection: ["7"] }, ["1"]],
      [{ collection: ["7", "8"] }, ["1", "3"]],
      [{ collection: ["7"], includeGone: true }, ["1", "2"]],
      [{ collection: ["8"], tag: ["夏物"] }, ["3"]],
      [{ collection: ["8"], search: "product", vendor: ["Acme"] }, ["1"]],
      [{ collection: ["8"], search: "🪴" }, []],
      [{ collection: ["9"] }, []],
      [{ includeGone: true }, ["1", "2", "3"]],
      [{ includeGone: true, status: ["draft"] }, ["2"]],
      [{ vendor: ["Bolt", "Acme"] }, ["1", "3"]],
      [{ productType: ["Chair"] }, ["3"]],
      [{ tag: ["sale"] }, ["1"]],
      [{ tag: ['a"b'] }, ["1"]],
      [{ tag: ["夏物", "sale"] }, ["1", "3"]],
      [{ contentState: ["blocked", "conflict"] }, ["3"]],
      [{ includeGone: true, missing: ["desc"] }, ["2"]],
      [{ missing: ["bullets"] }, ["1", "3"]],
      [{ missing: ["image"] }, []],
      [{ vendor: ["Acme"], status: ["active"], tag: ["sale"], search: "product", missing: ["seo_title"] }, ["1"]],
      [{ vendor: ["Acme"], tag: ["夏物"] }, []],
    ];
    for (const [change, wanted] of expected) {
      const page = await listProducts({ db }, query(change));
      expect(ids(page.rows).sort(), JSON.stringify(change)).toEqual(wanted);
      expect(page.count).toEqual({ value: wanted.length, capped: false });
      expect(await countProducts({ db }, query(change))).toBe(wanted.length);
      const selected = [];
      for await (const chunk of selectProductIds({ db }, query(change))) selected.push(...chunk);
      expect(selected.sort(), JSON.stringify(change)).toEqual(wanted);
    }
  });

  it("selects every product of a shop in chunks, and none of another's", async () => {
    const db = await withProducts(Array.from({ length: 1_203 }, (_, i) => ({ n: i + 1, variants: 1 })));
    await importFrom({ db, clock: testClock(), shop: second, lines: linesOf({ n: 9_999 }) });
    const chunks = [];
    for await (const chunk of selectProductIds({ db }, query())) chunks.push(chunk);
    expect(chunks.map((chunk) => chunk.length)).toEqual([500, 500, 203]);
    expect(new Set(chunks.flat()).size).toBe(1_203);
    expect(chunks.flat()).not.toContain("9999");
  });

  it("counts up to a limit and reports when there are more", async () => {
    const db = openTestDatabase();
    db.raw
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= ${countCap})
         INSERT INTO products (shop, id, status, updated_at, synced_at, created_at, facts_digest, live_digest, title,
           vendor, product_type, handle, facts, variants, description_html)
         SELECT 'demo.myshopify.com', i, 'active', i, 0, 0, '', '', 'T', '', '', '', '{}', '[]', '' FROM n`,
      )
      .run();
    expect((await listProducts({ db }, query())).count).toEqual({ value: countCap, capped: true });
    expect(await countProducts({ db }, query())).toBe(countCap + 1);
  });
});

describe("search", () => {
  const catalogue: ProductLines[] = [
    { n: 1, title: "リネンシャツ 2024", vendor: "森の工房" },
    { n: 2, title: "夏用ワンピース", tags: ["夏物"] },
    { n: 3, title: "Crème brûlée dish", vendor: "Émile & Fils" },
    { n: 4, title: "Mug 🌿 leaf", sku: "FF-LIN-001" },
    { n: 5, title: "เสื้อยืดผ้าฝ้าย" },
    { n: 6, title: 'Pan 28" (NEAR stove) -50% OR* "x"' },
    { n: 7, title: "린넨 셔츠를 입다" },
    { n: 8, title: "ＦＵＬＬ width ﾊﾝｶﾁ" },
    { n: 9, title: "Льняная рубашка" },
  ];

  it.each([
    ["リネン", [1]], ["シャツ", [1]], ["ネンシャ", [1]], ["リネンシャツ 2024", [1]], ["ツ", [1]], ["夏", [2]],
    ["夏物", [2]], ["工房", [1]], ["ワンピ", [2]], ["シネ", []], ["creme", [3]], ["BRÛLÉE", [3]], ["emile fils", [3]],
    ["ff-lin-001", [4]], ["FF-LIN", [4]], ["001-1", [4]], ["lin-002", []], ["🌿", [4]], ["🌵", []], ["เสื้อ", [5]], ["ผ้าฝ้าย", [5]],
    ["셔츠", [7]], ["린넨", [7]], ["full", [8]], ["ハンカチ", [8]], ["льняная", [9]], ["РУБАШ", [9]], ["mug leaf", [4]], ["leaf mug", [4]],
    ["pan stove", [6]], ["near", [6]], ['"near stove"', [6]], ['"stove near"', []], ['28"', [6]], ["xyzzy", []],
  ] as [string, number[]][])("finds %s", async (text, wanted) => {
    const db = await withProducts(catalogue);
    const { rows } = await listProducts({ db }, query({ search: text }));
    expect(ids(rows).sort()).toEqual(wanted.map(String));
  }); // biome-ignore format: a table

  it.each([
    '"', '""', '"""', "'", "''; DROP TABLE products; --", "*", "a*", "^a", "a AND", "AND", "OR OR", "NOT a", "NEAR(a b)",
    "a:b", "title:mug", "scope:shop", "{title}: mug", "(", ")", "((a)", "a + b", "-", "--", "%", "_", "\\", "a\\", "{}", "\u0000", "\ud800",
    "a".repeat(5_000), "é ".repeat(500), "\u202e", "'\"`;", "rowid", "product_search",
  ])("takes %j for words, never for operators", async (text) => {
    const db = await withProducts(catalogue);
    const asked = parseProductQuery(demo, new URLSearchParams({ q: text }));
    const page = await listProducts({ db }, asked);
    expect(page.rows.length).toBeLessThanOrEqual(catalogue.length);
    if (text === "title:mug" || text === "scope:shop") expect(page.rows).toEqual([]);
    if (text === "%" || text === "_") expect(page.rows.every((row) => row.title.includes(text))).toBe(true);
  }); // biome-ignore format: a table
});

describe("the plan of a page", () => {
  const shapes: [string, Partial<ProductQuery>][] = [
    ["newest first", {}],
    [
      "filtered",
      { status: ["active"], vendor: ["Maker"], productType: ["Thing"], missing: ["bullets"], contentState: ["none"] },
    ],
    ["by title", { sort: "title", direction: "asc", status: ["active"] }],
  ];
  it.each(shapes)("walks one covering index without sorting: %s", async (_, change) => {
    const db = await withProducts([{ n: 1 }, { n: 2 }]);
    const asked = query({ ...change, limit: 1 });
    const { nextCursor } = await listProducts({ db }, asked);
    const page = { ...asked, cursor: nextCursor ?? undefined };
    const plan = await planOf(db, page);
    expect(plan).toMatch(
      change.sort === "title"
        ? /SEARCH p USING INDEX products_by_title \(shop=\? AND/
        : /SEARCH p USING INDEX products_by_update \(shop=\? AND/,
    );
    expect(plan).not.toContain("TEMP B-TREE");
    expect(plan.replaceAll(/SCAN json_each.*/g, "")).not.toContain("SCAN");
  });

  it("starts from the search when it finds few", async () => {
    const db = await withProducts([{ n: 1, title: "Rare" }, { n: 2 }]);
    const plan = await planOf(db, query({ search: "rare", vendor: ["Maker"] }));
    expect(plan).toMatch(/^SCAN json_each/);
    expect(plan).toMatch(/SEARCH p USING INTEGER PRIMARY KEY/);
  });
});

it("an address gives the same query after a round trip", () => {
  const asked = query({
    search: 'red "shirt"', status: ["active"], contentState: ["blocked"], vendor: ["A, B", "C&D"], productType: ["T=1"],
    tag: ["夏物"], collection: ["7", "8"], missing: ["desc", "image_alt"], includeGone: true, sort: "title", direction: "desc", limit: 25,
  }); // biome-ignore format: a query
  expect(parseProductQuery(demo, productQueryParams(asked))).toEqual(asked);
  const odd = new URLSearchParams(
    "status=active&status=nope&sort=price&dir=up&limit=9999&missing=x&gone=maybe&collection=1%20OR%201",
  );
  expect(parseProductQuery(demo, odd)).toMatchObject({
    status: ["active"],
    collection: undefined,
    sort: "updated",
    direction: "desc",
    limit: 50,
  });
});

async function planOf(db: SqliteDb, asked: ProductQuery): Promise<string> {
  const filter = await db.do(filterOf(asked));
  const { sql, params } = pageStatement(asked, filter, readCursor(asked, asked.cursor));
  const steps = db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[];
  return steps.map((step) => step.detail).join("\n");
}
