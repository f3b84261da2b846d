import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  deleteReviewImport,
  importReviews,
  listReviewImports,
  type ReviewFile,
} from "../../../app/catalog/reviews/import-reviews.ts";
import { readReviews, reviewsAsMaterial } from "../../../app/catalog/reviews/read-reviews.ts";
import { guessColumns } from "../../../app/catalog/reviews/review-columns.ts";
import { products } from "../../../app/db/schema/index.ts";
import { parseCsv } from "../../../app/lib/parse-csv.ts";
import { otherShop, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

async function aShop() {
  const db = openTestDatabase();
  await storeProduct(db, { id: "1001", title: "Linen Shirt" });
  await storeProduct(db, { id: "1002", title: "Wool Scarf", variants: [] });
  await storeProduct(db, { id: "1003", title: "Wool  scarf", variants: [] });
  await db.orm
    .update(products)
    .set({ handle: "linen" })
    .where(and(eq(products.shop, shop), eq(products.id, "1001")));
  await storeProduct(db, { id: "1004", title: "Felt Hat", shop: otherShop });
  return { db, clock: testClock() };
}
type World = Awaited<ReturnType<typeof aShop>>;

function fileOf(csv: string, name = "reviews.csv"): ReviewFile {
  const parsed = parseCsv(csv);
  const head = "records" in parsed ? (parsed.records[0]?.cells ?? []) : [];
  return { name, csv, columns: guessColumns(head) };
}

async function take(world: World, csv: string, importId: string | null = null) {
  const result = await importReviews(world, { shop, by: "anna", importId, file: fileOf(csv) });
  if (result.outcome === "refused") throw new Error(JSON.stringify(result.problem));
  return result;
}

const bodiesOf = async ({ db }: World, productId: string, of = shop) =>
  (await db.do(readReviews({ shop: of, productId }))).map(({ body }) => body);

describe("a file of reviews", () => {
  it("brings each review to its product, by id, SKU or a title that only one has", async () => {
    const world = await aShop();
    const { counts } = await take(
      world,
      [
        "product_id,sku,handle,product_title,body,rating,created_at",
        "gid://shopify/Product/1001,,,,By id,5,2026-01-04",
        "9,,,linen shirt,By title,4,2026-01-03",
        "9,,Linen,,By handle,4,2026-01-02",
        ",ff-rav-01,,,By SKU,4,2026-01-01",
        ",,,Wool scarf,Two are called so,4,2026-01-01",
        "1004,,,,Of another shop,4,2026-01-01",
      ].join("\n"),
    );
    expect(await bodiesOf(world, "1001")).toEqual(["By id", "By title", "By handle", "By SKU"]);
    expect(counts).toEqual({
      ...{ taken: 4, known: 0, leftOut: { product_unknown: 2 }, unknownProducts: ["Wool scarf", "1004"] },
    });
    expect(await bodiesOf(world, "1004")).toEqual([]);
    expect(await bodiesOf(world, "1004", otherShop)).toEqual([]);
  });

  it("takes what is there already no second time, and says so", async () => {
    const world = await aShop();
    const csv = "product_id,body,rating\n1001,Fine.,5\n1001,Good.,4";
    await take(world, csv);
    const { counts } = await take(world, `${csv}\n1001,New.,3`);
    expect(counts).toMatchObject({ taken: 1, known: 2 });
    expect((await bodiesOf(world, "1001")).toSorted()).toEqual(["Fine.", "Good.", "New."]);
  });

  it("whose number stands on several reviews keeps each of them", async () => {
    const world = await aShop();
    const { counts } = await take(world, "id,handle,body\n1001,linen,Soft.\n1001,linen,Torn.\n1001,linen,Torn.");
    expect(counts).toMatchObject({ taken: 2, known: 1 });
    expect((await bodiesOf(world, "1001")).toSorted()).toEqual(["Soft.", "Torn."]);
  });

  it("brings a review up to what its app says by now, and takes away what that hides", async () => {
    const world = await aShop();
    const head = "review_id,product_id,body,rating,state";
    const first = await take(world, `${head}\nr1,1001,Fine.,5,published\nr2,1001,Bad.,1,published`);
    const { counts } = await take(world, `${head}\nr1,1001,Fine indeed.,5,published\nr2,1001,Bad.,1,spam`);
    expect(counts).toMatchObject({ taken: 0, known: 1, leftOut: { hidden: 1 } });
    expect(await bodiesOf(world, "1001")).toEqual(["Fine indeed."]);
    // The newer file has it, too.
    expect(await deleteReviewImport(world, { shop, id: first.importId })).toBe(0);
    expect(await bodiesOf(world, "1001")).toEqual(["Fine indeed."]);
  });

  it("may come in parts, whose counts are one file's", async () => {
    const world = await aShop();
    const first = await take(world, "product_id,body,rating\n1001,Fine.,5\n7,Lost.,5");
    const second = await take(world, "product_id,body,rating\n1001,Good.,4\n8,Lost.,5\n1001,,4", first.importId);
    expect(second.importId).toBe(first.importId);
    expect(second.counts).toEqual({
      ...{ taken: 2, known: 0, leftOut: { product_unknown: 2, no_text: 1 }, unknownProducts: ["7", "8"] },
    });
    expect(await world.db.do(listReviewImports(shop))).toMatchObject([{ name: "reviews.csv", taken: 2, kept: 2 }]);
  });

  it("is undone by its removal, which leaves what other files brought", async () => {
    const world = await aShop();
    const first = await take(world, "product_id,body,rating\n1001,Fine.,5");
    await take(world, "product_id,body,rating\n1001,Good.,4");
    expect(await deleteReviewImport(world, { shop: otherShop, id: first.importId })).toBeNull();
    expect(await deleteReviewImport(world, { shop, id: first.importId })).toBe(1);
    expect(await bodiesOf(world, "1001")).toEqual(["Good."]);
    expect(await deleteReviewImport(world, { shop, id: first.importId })).toBeNull();
  });

  it.each([
    ["rating,product_id\n5,1001", { code: "column_missing", field: "body" }],
    ["body,rating\nFine.,5", { code: "column_missing", field: "product" }],
    ['body,product_id\n"Fine.,1001', { code: "quote_not_closed", line: 2 }],
    ["body,product_id", { code: "empty" }],
    ["", { code: "empty" }],
  ])("that cannot be read is refused whole: %j", async (csv, problem) => {
    const world = await aShop();
    const result = await importReviews(world, { shop, by: "anna", importId: null, file: fileOf(csv) });
    expect(result).toEqual({ outcome: "refused", problem });
    expect(await world.db.do(listReviewImports(shop))).toEqual([]);
  });

  it("cannot go on once its first part was removed", async () => {
    const world = await aShop();
    const file = fileOf("product_id,body\n1001,Fine.");
    const result = await importReviews(world, { shop, by: "anna", importId: "reviews_gone", file });
    expect(result).toEqual({ outcome: "refused", problem: { code: "import_gone" } });
    expect(await bodiesOf(world, "1001")).toEqual([]);
  });
});

it("as material for texts a shop may ask for all reviews, for good ones, or for none", async () => {
  const world = await aShop();
  await take(world, "product_id,title,body,rating\n1001,Lovely,Soft.,5\n1001,,Torn.,1\n1001,,No stars.,");
  const key = { shop, productId: "1001" };
  expect((await world.db.do(reviewsAsMaterial(key, "all"))).toSorted()).toEqual([
    "Lovely\nSoft.",
    "No stars.",
    "Torn.",
  ]);
  expect(await world.db.do(reviewsAsMaterial(key, "positive"))).toEqual(["Lovely\nSoft."]);
  expect(await world.db.do(reviewsAsMaterial(key, null))).toEqual([]);
});
