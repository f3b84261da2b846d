import { and, eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { countViews } from "../../app/catalog/count-views.ts";
import { listProducts } from "../../app/catalog/list-products.ts";
import { parseProductQuery, productQueryParams } from "../../app/catalog/product-query.ts";
import { writeOwnAttributes } from "../../app/catalog/write-own-attributes.ts";
import { products, productTexts, versions } from "../../app/db/schema/index.ts";
import { checkLiveTexts, checkLiveTextsOf } from "../../app/health/check-live-texts.ts";
import { startMissedChecks } from "../../app/health/start-missed-checks.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { markLiveTexts } from "../../app/quality/near-duplicates/mark-live-texts.ts";
import { importFrom, linesOf, demo as shop } from "../catalog/catalogue-world.ts";
import { testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const heavy = createHeavyChecks();
afterAll(() => heavy.close());
const signal = new AbortController().signal;
const told = `This bottle keeps tea hot on a long walk and water cold on a short one, closes with half a turn, fits the
  pocket of a rucksack and the holder of a bicycle, and is easy to clean since its mouth is wide.`;
const another = `Woven from soft wool by a small mill, this blanket covers a sofa or a bed, folds into a bag, and comes with a
  band that holds it together on a journey to wherever the evening turns out to be colder than the morning was.`;

const p = (text: string) => `<p>${text}</p>`;

async function aShop(descriptions: readonly string[]) {
  const db = openTestDatabase();
  const clock = testClock(Date.UTC(2026, 0, 5));
  const put = async (texts: readonly string[], updatedAt = "2026-02-01T00:00:00Z") => {
    await importFrom({
      db,
      clock,
      lines: texts.flatMap((descriptionHtml, i) =>
        linesOf({ n: i + 1, title: `Thing ${i + 1}`, descriptionHtml, updatedAt }),
      ),
    });
  };
  const check = async () => {
    await markLiveTexts({ db }, { shop, signal });
    return checkLiveTexts({ db, heavy }, { shop, signal });
  };
  const found = async (filter: string) => {
    const query = parseProductQuery(shop, new URLSearchParams(filter));
    const page = await listProducts({ db }, query);
    return page.rows.map(({ id }) => id).sort();
  };
  await put(descriptions);
  return { db, clock, put, check, found };
}

it("a live text that is thin, nearly another's, missing or against its facts is found by the list of products", async () => {
  const { db, clock, check, found } = await aShop([
    p(told), p("Short."), "", p(told.replace("wide", "broad")), p(`${another} It is made of 100% polyester.`),
  ]); // biome-ignore format: a list
  const productId = productIdSchema.parse("5");
  const attributes = [{ name: "Material", value: "100% wool" }];
  await writeOwnAttributes({ db, clock }, { shop, productId, attributes, keepOthers: true, by: "user:1" });
  expect(await found("texts=thin.description")).toEqual([]);
  expect(await check()).toBe(5);
  expect(await found("texts=thin.description")).toEqual(["2"]);
  expect(await found("texts=duplicate.description")).toEqual(["1", "4"]);
  expect(await found("gap=description")).toEqual(["3"]);
  expect(await found("texts=contradicted.description")).toEqual(["5"]);
  expect(await found("texts=live.description")).toEqual(["1", "4", "5"]);
  expect(await found("texts=thin.description&texts=duplicate.description")).toEqual(["1", "2", "4"]);
  expect(await found("gap=description&texts=duplicate.description")).toEqual(["1", "3", "4"]);
  const counts = await countViews({ db }, shop, [{ id: "gap", query: "gap=description" }]);
  expect(counts.get("gap")).toEqual({ value: 1, capped: false });
});

it("nothing is checked again that stayed as it was, and what changed is, with what was like it", async () => {
  const { put, check, found } = await aShop([p(told), p("Short."), "", p(told)]);
  await check();
  expect(await check()).toBe(0);
  await put([p(told), p("Short."), "", p(another)], "2026-02-02T00:00:00Z");
  // The fourth one changed; the first one was like it.
  expect(await check()).toBe(2);
  expect(await found("texts=duplicate.description")).toEqual([]);
  expect(await check()).toBe(0);
});

it("a product that left the shop is like no other any more", async () => {
  const { db, clock, check, found } = await aShop([p(told), p("Short."), "", p(told)]);
  await check();
  expect(await found("texts=duplicate.description")).toEqual(["1", "4"]);
  const left = and(eq(products.shop, shop), eq(products.id, "4"));
  await db.orm.update(products).set({ goneAt: clock.now() }).where(left);
  await check();
  expect(await found("gone=1&texts=duplicate.description")).toEqual([]);
  expect(await check()).toBe(0);
});

it("facts that the merchant adds let the product's texts be checked again", async () => {
  const { db, clock, check, found } = await aShop([p(`${another} It is made of 100% polyester.`)]);
  const productId = productIdSchema.parse("1");
  await check();
  expect(await found("texts=contradicted.description")).toEqual([]);
  const attributes = [{ name: "Material", value: "100% wool" }];
  await writeOwnAttributes({ db, clock }, { shop, productId, attributes, keepOthers: true, by: "user:1" });
  expect(await checkLiveTextsOf({ db, heavy }, shop, productId)).toBe(false);
  expect(await found("texts=contradicted.description")).toEqual(["1"]);
});

it("a check that was stopped goes on with the products that it had not reached", async () => {
  const { db, check } = await aShop(Array.from({ length: 20 }, (_, n) => p(`Nothing but ${n}.`)));
  const stop = new AbortController();
  const checked = async () => stop.abort(new Error("stopped"));
  await expect(checkLiveTexts({ db, heavy }, { shop, signal: stop.signal, checked })).rejects.toThrow("stopped");
  expect(await db.orm.$count(productTexts, eq(productTexts.shop, shop))).toBe(8);
  expect(await check()).toBe(12);
});

it("texts that we published are outdated once the product's facts are others", async () => {
  const { db, clock, check, found } = await aShop([p(told), p(another)]);
  const [product] = await db.orm
    .select()
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.id, "1")));
  if (!product) throw new Error("no product");
  await db.orm.insert(versions).values({
    id: "ver_1", shop, productId: "1", contentType: "desc", locale: "en", state: "published", origin: "generated", body: p(told), warnings: [], blocked: false,
    evidence: [], base: null, baseDigest: "", factsDigest: product.factsDigest, configDigest: "", createdAt: clock.now(),
  }); // biome-ignore format: one row
  await check();
  expect(await found("texts=outdated.description")).toEqual([]);
  const attributes = [{ name: "Material", value: "Steel" }];
  const productId = productIdSchema.parse("1");
  await writeOwnAttributes({ db, clock }, { shop, productId, attributes, keepOthers: true, by: "user:1" });
  await check();
  expect(await found("texts=outdated.description")).toEqual(["1"]);
});

it("an address names states of texts, and what means nothing in it is left out", () => {
  const query = parseProductQuery(
    shop,
    new URLSearchParams("gap=description&gap=nothing&texts=thin.alt_text&texts=odd.title&texts=thin.added_2"),
  );
  expect(query.texts).toEqual([
    { state: "missing", text: "description" },
    { state: "thin", text: "alt_text" },
    { state: "thin", text: "added_2" },
  ]);
  expect(parseProductQuery(shop, productQueryParams(query)).texts).toEqual(query.texts);
});

it("the check of a shop that was never checked is started once, and again when its rules are others", async () => {
  const { db, clock, check } = await aShop([p(told)]);
  expect(await startMissedChecks({ db, clock })).toBe(1);
  expect(await startMissedChecks({ db, clock })).toBe(0);
  const another = await aShop([p(told)]);
  await another.check();
  expect(await startMissedChecks(another)).toBe(0);
  expect(await check()).toBe(1);
});
