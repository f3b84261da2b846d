import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listProducts, productPage } from "../../../app/catalog/list-products.ts";
import { keptTargetPlace } from "../../../app/catalog/target-place.ts";
import { withTextsAt } from "../../../app/catalog/target-texts.ts";
import {
  conditionOfView,
  countOwnOfMarket,
  languagePlaces,
  languageViews,
  tallyLanguages,
} from "../../../app/catalog/translations/languages-of-products.ts";
import { keepShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import { type ContentState, missingBit, products, shops } from "../../../app/db/schema/index.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { demo, query } from "../catalogue-world.ts";

const { title, desc, seo_desc } = missingBit;
const whole = { contentState: "published", missing: 0 } as const;

async function setUp(): Promise<SqliteDb> {
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop: demo, installedAt: 1, primaryLocale: "en" });
  await db.transact({ shop: demo }, () => keptTargetPlace(demo, storeTarget("de")));
  await db.transact({ shop: demo }, () => keptTargetPlace(demo, storeTarget("ja")));
  return db;
}

interface Texts {
  contentState: ContentState;
  missing: number;
}

async function add(
  db: SqliteDb,
  id: string,
  texts: { de?: Texts; ja?: Texts; outdated?: string[] },
  more: Partial<typeof products.$inferInsert> = {},
) {
  let otherTargets = "";
  if (texts.de) otherTargets = withTextsAt(otherTargets, 1, texts.de);
  if (texts.ja) otherTargets = withTextsAt(otherTargets, 2, texts.ja);
  await db.orm.insert(products).values({
    shop: demo, id, handle: id, title: `Product ${id}`, vendor: "", productType: "", status: "active", missing: missingBit.image_alt,
    descriptionHtml: "", facts: { category: null, tags: [], options: [], attributes: [], images: [] },
    variants: [], factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: 1, syncedAt: 1, otherTargets, ...more,
  }); // biome-ignore format: a row
  for (const locale of ["de", "ja"]) {
    const outdated = texts.outdated?.includes(locale) ?? false;
    const held = { title: { value: '"outdated":true', outdated, updatedAt: null } };
    const target = storeTarget(locale);
    await db.transact({ shop: demo }, () =>
      keepShopTranslations({ shop: demo, owner: id, target, texts: held, readAt: 1 }),
    );
  }
}

async function catalogue(): Promise<SqliteDb> {
  const db = await setUp();
  await add(db, "live", { de: whole, ja: whole });
  await add(db, "nothing", {});
  await add(db, "japanese-missing", { de: whole, ja: { contentState: "none", missing: desc } });
  await add(db, "german-outdated", { de: whole, ja: whole, outdated: ["de"] });
  await add(db, "outdated-with-a-draft", { de: { contentState: "warned", missing: 0 }, ja: whole, outdated: ["de"] });
  await add(db, "conflict", { de: whole, ja: { contentState: "conflict", missing: title } });
  await add(db, "approved", { de: { contentState: "approved", missing: desc }, ja: whole });
  // What its own language does not have either is not missing in another one.
  await add(
    db,
    "nothing-to-translate",
    { de: { contentState: "none", missing: seo_desc }, ja: whole },
    { missing: missingBit.image_alt | seo_desc },
  );
  await add(db, "not-on-sale", { de: whole, ja: whole, outdated: ["ja"] }, { status: "archived" });
  await add(db, "gone", { de: whole, ja: whole, outdated: ["ja"] }, { goneAt: 5 });
  return db;
}

it("products are counted by what they ask for in each language", async () => {
  const db = await catalogue();
  const languages = await db.do(languagePlaces(demo, ["de", "ja", "fr"]));
  const tally = await db.do(tallyLanguages(demo, languages.slice(0, 2), { onSaleOnly: true }));
  expect(tally.products).toBe(8);
  expect(tally.byLocale.get("de")).toEqual({ conflict: 0, review: 1, approved: 1, outdated: 1, missing: 1, live: 4 });
  expect(tally.byLocale.get("ja")).toEqual({ conflict: 1, review: 0, approved: 0, outdated: 0, missing: 2, live: 5 });
  expect(tally.views).toEqual({ all: 8, todo: 6, outdated: 1, review: 1, conflicts: 1 });
  const whole = await db.do(tallyLanguages(demo, languages, { onSaleOnly: false }));
  expect(whole.byLocale.get("ja")).toMatchObject({ outdated: 1 });
  // Nothing was ever written in a language: all of its texts are missing.
  expect(whole.byLocale.get("fr")).toEqual({ conflict: 0, review: 0, approved: 0, outdated: 0, missing: 9, live: 0 });
});

it("a view lists as many products as it counts, and those", async () => {
  const db = await catalogue();
  const languages = await db.do(languagePlaces(demo, ["de", "ja"]));
  const { views } = await db.do(tallyLanguages(demo, languages, { onSaleOnly: true }));
  const asked = query({ sale: "on", sort: "title", direction: "asc" });
  const listed: Record<string, string[]> = {};
  for (const view of languageViews) {
    const condition = await db.do(conditionOfView(demo, languages, view));
    const { rows, count } = await db.do(productPage(asked, condition ? [condition] : []));
    listed[view] = rows.map(({ id }) => id);
    expect([view, count.value, rows.length]).toEqual([view, views[view], views[view]]);
  }
  expect(listed.all).toHaveLength((await listProducts({ db }, asked)).rows.length);
  expect(listed.todo?.toSorted()).toEqual(
    ["approved", "conflict", "german-outdated", "japanese-missing", "nothing", "outdated-with-a-draft"].toSorted(),
  );
  expect(listed).toMatchObject({
    outdated: ["german-outdated"],
    review: ["outdated-with-a-draft"],
    conflicts: ["conflict"],
  });
});

it("a language that nothing was written in lists all products that have a text as something to do", async () => {
  const db = await catalogue();
  const languages = await db.do(languagePlaces(demo, ["fr"]));
  const condition = await db.do(conditionOfView(demo, languages, "todo"));
  const asked = query({ sale: "on" });
  expect((await db.do(productPage(asked, condition ? [condition] : []))).count.value).toBe(8);
});

it("outdated texts are found by their own index", async () => {
  const db = await catalogue();
  const languages = await db.do(languagePlaces(demo, ["de"]));
  const condition = await db.do(conditionOfView(demo, languages, "outdated"));
  const sql = `EXPLAIN QUERY PLAN SELECT 1 FROM products AS p WHERE ${condition?.sql}`;
  const plan = db.raw.prepare(sql).all(...(condition?.params ?? [])) as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join("\n")).toContain("shop_translations_outdated");
});

it("a market's own texts are counted for themselves: where it has none, nothing is missing", async () => {
  const db = await setUp();
  const inMarket = { ...storeTarget("de"), market: "31" };
  await db.transact({ shop: demo }, () => keptTargetPlace(demo, inMarket));
  await add(db, "inherits", { outdated: ["de"] });
  await add(db, "draft", {}, { otherTargets: withTextsAt("", 3, { contentState: "needs_review", missing: 0 }) });
  for (const [owner, outdated] of [
    ["outdated", true],
    ["own", false],
  ] as const) {
    await add(db, owner, { de: whole });
    const texts = { title: { value: "Schweizer Hemd", outdated, updatedAt: null } };
    await db.transact({ shop: demo }, () =>
      keepShopTranslations({ shop: demo, owner, target: inMarket, texts, readAt: 1 }),
    );
  }
  const languages = await db.do(languagePlaces(demo, ["de"], "31"));
  const tally = await db.do(tallyLanguages(demo, languages, { onSaleOnly: true }));
  expect(tally.byLocale.get("de")).toEqual({ conflict: 0, review: 1, approved: 0, outdated: 1, missing: 0, live: 2 });
  const listed: Record<string, string[]> = {};
  for (const view of [...languageViews, "missing"] as const) {
    const condition = await db.do(conditionOfView(demo, languages, view));
    const { rows } = await db.do(productPage(query({ sale: "on" }), condition ? [condition] : []));
    listed[view] = rows.map(({ id }) => id).sort();
  }
  expect(listed).toMatchObject({ todo: ["draft", "outdated"], outdated: ["outdated"], review: ["draft"], missing: [] });
  const of = { kind: "product", onSaleOnly: true } as const;
  expect(await db.do(countOwnOfMarket(demo, { locale: "de", market: "31" }, of))).toBe(2);
  await db.orm
    .update(products)
    .set({ status: "archived" })
    .where(and(eq(products.shop, demo), eq(products.id, "own")));
  expect(await db.do(countOwnOfMarket(demo, { locale: "de", market: "31" }, of))).toBe(1);
  expect(await db.do(countOwnOfMarket(demo, { locale: "de", market: "31" }, { ...of, kind: "page" }))).toBe(0);
});
