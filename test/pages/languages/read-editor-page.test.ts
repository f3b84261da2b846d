import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { keepShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { sourceDigest } from "../../../app/catalog/translations/source-digest.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import {
  conflicts,
  products,
  shopLocales,
  shopMarkets,
  shops,
  translatableTexts,
  versions,
} from "../../../app/db/schema/index.ts";
import { english } from "../../../app/i18n/words-of.server.ts";
import { localeSchema, productIdSchema, shopDomainSchema } from "../../../app/lib/brand.ts";
import { systemClock } from "../../../app/lib/clock.ts";
import { readEditorPage } from "../../../app/pages/languages/read-editor-page.ts";
import { languageRows } from "../../../app/pages/languages/row-views.ts";
import { termsDigest } from "../../../app/rules/terms/read-locale-terms.ts";
import { saveLocaleTerms } from "../../../app/rules/terms/save-locale-terms.ts";
import { slotColumns } from "../../../app/texts/slot.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const de = localeSchema.parse("de");

async function setUp(): Promise<SqliteDb> {
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop, installedAt: 1, primaryLocale: "en" });
  const shown = { shop, published: true, reachable: true };
  await db.orm.insert(shopLocales).values([
    { ...shown, locale: "en", isPrimary: true, position: 0 },
    { ...shown, locale: "de", isPrimary: false, position: 1 },
    { ...shown, locale: "ar", isPrimary: false, position: 2, published: false },
  ]);
  for (const [at, id] of ["1", "2", "3"].entries()) {
    await db.orm.insert(products).values({
      shop, id, handle: id, title: `Pan ${id}, 26 cm`, vendor: "Hearth", productType: "", status: "active", missing: 0,
      descriptionHtml: "<p>Cast iron.</p>", facts: { category: null, tags: [], options: [], attributes: [], images: [] },
      variants: [], factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: 10 - at, syncedAt: 1,
    }); // biome-ignore format: a row
  }
  return db;
}

async function read(db: SqliteDb, locale: string, id: string, query = "") {
  const asked = {
    locale: localeSchema.parse(locale),
    productId: productIdSchema.parse(id),
    address: new URLSearchParams(query),
  };
  return readEditorPage({ db, clock: systemClock }, shop, asked, await english());
}

const textNamed = (page: Awaited<ReturnType<typeof read>>, name: string) => {
  const text = page?.texts.find(({ type }) => type.name === name);
  if (!text) throw new Error(`there is no ${name}`);
  return text;
};

it("a translation stands beside its source, and says what the source said when it was made", async () => {
  const db = await setUp();
  const old = "<p>Cast iron and oak.</p>";
  await db.orm.insert(versions).values({
    id: "v1", shop, productId: "1", ...slotColumns("desc"), ...storeTarget("en"), state: "published", origin: "generated",
    body: old, warnings: [], blocked: false, evidence: [], base: null, baseDigest: "", factsDigest: "f", configDigest: "", createdAt: 1,
  }); // biome-ignore format: a row
  const texts = {
    title: { value: "Pfanne 1, 26 cm", outdated: false, updatedAt: null },
    desc: { value: "<p>Gusseisen und Eiche.</p>", outdated: true, updatedAt: null, of: sourceDigest(old) },
  };
  const target = storeTarget("de");
  await db.transact({ shop }, () => keepShopTranslations({ shop, owner: "1", target, texts, readAt: 1 }));
  const page = await read(db, "de", "1");
  expect(textNamed(page, "title")).toMatchObject({ live: "Pfanne 1, 26 cm", stale: false, sourceBefore: null });
  expect(textNamed(page, "desc")).toMatchObject({
    source: "<p>Cast iron.</p>",
    sourceBefore: old,
    live: "<p>Gusseisen und Eiche.</p>",
    stale: true,
  });
  // What the shop has no text of cannot be translated.
  expect(page?.texts.map(({ type }) => type.name)).toEqual(["title", "desc"]);
  expect(page?.tabs.map(({ locale, isShown }) => [locale, isShown])).toEqual([
    ["de", true],
    ["ar", false],
  ]);
  expect(await read(db, "ar", "1")).toMatchObject({ dir: "rtl", state: "unpublished" });
});

it("an edited translation is held to its source, and becomes outdated with it", async () => {
  const db = await setUp();
  const edit = {
    shop,
    productId: productIdSchema.parse("1"),
    target: storeTarget(de),
    by: "user:1",
    contentType: "title",
  };
  const edited = await editVersion({ db, clock: systemClock }, { ...edit, body: "Pfanne 1, 28 cm" });
  if (edited.outcome !== "saved") throw new Error(edited.outcome);
  expect(edited.version.factsDigest).toBe(sourceDigest("Pan 1, 26 cm"));
  expect(edited.version.warnings.map(({ quote }) => quote ?? "").join(" ")).toContain("28");
  expect(textNamed(await read(db, "de", "1"), "title")).toMatchObject({ stale: false, newest: { state: "draft" } });
  await db.orm.update(products).set({ title: "Pan 1, 28 cm" }).where(eq(products.shop, shop));
  expect(textNamed(await read(db, "de", "1"), "title")).toMatchObject({ stale: true });
});

it("it goes on to the next product of the list, also from one that is none of it any more", async () => {
  const db = await setUp();
  const edit = { shop, target: storeTarget(de), by: "user:1", contentType: "title" };
  for (const id of ["1", "3"]) {
    await editVersion(
      { db, clock: systemClock },
      { ...edit, productId: productIdSchema.parse(id), body: `Pfanne ${id}, 26 cm` },
    );
  }
  expect(await read(db, "de", "1", "view=review")).toMatchObject({
    previous: null,
    next: "/app/languages/de/3?view=review",
    place: { at: 1, of: 2 },
  });
  expect(await read(db, "de", "2", "view=review")).toMatchObject({
    previous: "/app/languages/de/1?view=review",
    next: "/app/languages/de/3?view=review",
    place: null,
  });
  expect(await read(db, "de", "2")).toMatchObject({ next: "/app/languages/de/3", place: { at: 2, of: 3 } });
});

const option = "ProductOption/7.name";
const detail = "Metafield/9.value";

async function putOthers(db: SqliteDb, texts: Record<string, { type: string; value: string }>): Promise<void> {
  await db.orm.insert(translatableTexts).values({ shop, owner: "1", texts, readAt: 1 });
}

const draftOf = (contentType: string, change: Partial<typeof versions.$inferInsert> = {}) => ({
  id: `v-${contentType}`, shop, productId: "1", ...slotColumns(contentType), ...storeTarget("de"), state: "draft" as const,
  origin: "generated" as const, body: "Ein Text", warnings: [], blocked: false, evidence: [], base: null, baseDigest: "",
  factsDigest: "f", configDigest: "", createdAt: 1, ...change,
}); // biome-ignore format: a row

it("options, their values and metafields stand beside their originals, told apart by these, with what waits of them", async () => {
  const db = await setUp();
  await putOthers(db, {
    [option]: { type: "SINGLE_LINE_TEXT_FIELD", value: "Color" },
    "ProductOptionValue/8.name": { type: "SINGLE_LINE_TEXT_FIELD", value: "Navy" },
    [detail]: { type: "LIST_SINGLE_LINE_TEXT_FIELD", value: '["Oil once a year","No dishwasher"]' },
  });
  await db.orm.insert(versions).values(draftOf(option, { body: "Farbe", factsDigest: sourceDigest("Color") }));
  const texts = { [detail]: { value: '["Einmal im Jahr ölen"]', outdated: true, updatedAt: null, of: "another" } };
  const held = { shop, owner: "1", target: storeTarget("de"), texts, readAt: 1 };
  await db.transact({ shop }, () => keepShopTranslations(held));
  const page = await read(db, "de", "1");
  expect(page?.texts.map(({ type }) => type.label)).toEqual([
    ...["Title", "Description", "Option “Color”", "Option value “Navy”"],
    "Product detail “Oil once a year No dishwasher”",
  ]);
  expect(textNamed(page, option)).toMatchObject({ source: "Color", newest: { body: "Farbe" }, stale: false });
  expect(textNamed(page, detail)).toMatchObject({
    type: { kind: "bullets", published: true },
    live: ["Einmal im Jahr ölen"],
    stale: true,
  });
});

it("drafts, conflicts and live texts whose original is gone have their rows, at the end", async () => {
  const db = await setUp();
  const target = storeTarget("de");
  await db.orm
    .insert(versions)
    .values([
      draftOf("seo_title"),
      draftOf(option),
      draftOf("removed_type", { state: "approved" }),
      draftOf("seo_desc", { state: "approved" }),
    ]);
  await db.orm.insert(conflicts).values({
    ...{ shop, productId: "1", ...slotColumns("seo_desc"), ...target, versionId: "v-seo_desc" },
    ...{ base: null, theirs: "Suchtext", ours: "Ein Text", detectedAt: 5 },
  });
  const texts = { image_alt_41: { value: "Eine Pfanne", outdated: false, updatedAt: null } };
  await db.transact({ shop }, () => keepShopTranslations({ shop, owner: "1", target, texts, readAt: 1 }));
  const page = await read(db, "de", "1");
  const lost = page?.texts.filter(({ source }) => source === null) ?? [];
  expect(new Set(lost.map(({ type }) => type.name))).toEqual(
    new Set(["seo_title", option, "removed_type", "seo_desc", "image_alt_41"]),
  );
  expect(page?.texts.slice(0, 2).map(({ type }) => type.name)).toEqual(["title", "desc"]);
  expect(lost.every(({ stale }) => !stale)).toBe(true);
  expect(textNamed(page, "seo_desc").conflict).toMatchObject({ theirs: "Suchtext", detectedAt: 5 });
  expect(textNamed(page, option)).toMatchObject({ newest: { state: "draft" }, type: { label: "Option" } });
  expect(textNamed(page, "image_alt_41")).toMatchObject({ live: "Eine Pfanne" });
});

it("a language that the shop does not have, and its own one, have no editor", async () => {
  const db = await setUp();
  expect(await read(db, "fr", "1")).toBeNull();
  expect(await read(db, "en", "1")).toBeNull();
  expect(await read(db, "de", "9")).toBeNull();
});

async function putMarkets(db: SqliteDb): Promise<void> {
  const row = { shop, active: true, locales: [] };
  await db.orm.insert(shopMarkets).values([
    { ...row, id: "31", handle: "ch", name: "Switzerland", parents: ["32"], countries: ["CH"], position: 0 },
    {
      ...row,
      id: "32",
      handle: "eu",
      name: "Europe",
      parents: [],
      countries: ["CH", "DE"],
      position: 1,
      active: false,
    },
    { ...row, id: "33", handle: "jp", name: "Japan", parents: [], countries: ["JP"], position: 2, locales: ["ja"] },
  ]);
}

async function putTitle(db: SqliteDb, market: string, value: string): Promise<void> {
  const texts = { title: { value, outdated: false, updatedAt: null } };
  const held = { shop, owner: "1", target: { locale: "de", market }, texts, readAt: 1 };
  await db.transact({ shop }, () => keepShopTranslations(held));
}

it("in a market each text says what its shoppers read, from where, and what they would read without one of its own", async () => {
  const db = await setUp();
  await putMarkets(db);
  expect(textNamed(await read(db, "de", "1", "market=31"), "title").inMarket).toMatchObject({
    reads: { body: "Pan 1, 26 cm", from: "source" },
  });
  await putTitle(db, "", "Pfanne 1, 26 cm");
  expect(textNamed(await read(db, "de", "1", "market=31"), "title").inMarket).toMatchObject({
    reads: { body: "Pfanne 1, 26 cm", from: "locale", market: "" },
    general: "Pfanne 1, 26 cm",
  });
  await putTitle(db, "32", "Pfanne für Europa, 26 cm");
  const parent = { body: "Pfanne für Europa, 26 cm", from: "parent", market: "Europe" };
  expect(textNamed(await read(db, "de", "1", "market=31"), "title").inMarket).toMatchObject({
    ...{ reads: parent, otherwise: parent, general: "Pfanne 1, 26 cm" },
  });
  await putTitle(db, "31", "Schweizer Pfanne, 26 cm");
  const own = textNamed(await read(db, "de", "1", "market=31"), "title");
  expect(own).toMatchObject({
    live: "Schweizer Pfanne, 26 cm",
    inMarket: { reads: { from: "market" }, otherwise: parent },
  });
  expect(textNamed(await read(db, "de", "1"), "title")).toMatchObject({ live: "Pfanne 1, 26 cm" });
  expect(textNamed(await read(db, "de", "1"), "title").inMarket).toBeUndefined();
});

it("a language has those markets that offer it, with what is there of their own, and keeps the market from product to product", async () => {
  const db = await setUp();
  await putMarkets(db);
  await putTitle(db, "31", "Schweizer Pfanne, 26 cm");
  const swiss = { locale: de, market: "31", channel: "store" };
  const edit = { shop, productId: productIdSchema.parse("1"), target: swiss, by: "user:1", contentType: "desc" };
  await editVersion({ db, clock: systemClock }, { ...edit, body: "<p>Gusseisen.</p>" });
  const page = await read(db, "de", "1", "market=31&view=review");
  expect(page).toMatchObject({
    market: { id: "31", name: "Switzerland" },
    markets: [
      { id: "31", own: 1, waits: 1, active: true, url: "/app/languages/de/1?view=review&market=31" },
      { id: "32", own: 0, waits: 0, active: false },
    ],
  });
  expect(await read(db, "de", "1", "market=31")).toMatchObject({ next: "/app/languages/de/2?market=31" });
  expect(textNamed(page, "desc")).toMatchObject({ newest: { state: "draft", body: "<p>Gusseisen.</p>" } });
  expect(textNamed(await read(db, "de", "1"), "desc").newest).toBeNull();
  expect(await read(db, "de", "1", "market=99")).toBeNull();
});

it("an original in another language is told beside its translation, and in the line of the list", async () => {
  const db = await setUp();
  const descriptionHtml =
    "<p>Unsere Pfanne aus Gusseisen wird gleichmäßig heiß, hält die Wärme lange und ist für alle Herde geeignet.</p>";
  await db.orm
    .update(products)
    .set({ descriptionHtml })
    .where(and(eq(products.shop, shop), eq(products.id, "1")));
  expect(textNamed(await read(db, "de", "1"), "desc").writtenIn).toBe("German");
  expect(textNamed(await read(db, "de", "2"), "desc").writtenIn).toBeUndefined();
  const lines = await db.do(
    languageRows(
      shop,
      ["1", "2"].map((id) => ({ id, title: "", vendor: "", imageUrl: null })),
      [],
    ),
  );
  expect(lines.map(({ writtenIn }) => writtenIn)).toEqual(["de", null]);
});

it("a wish to give up a market's text is not outdated when its original changes", async () => {
  const db = await setUp();
  await db.orm.insert(shopMarkets).values({
    shop, id: "41", handle: "ch", name: "Switzerland", active: true, parents: [], countries: ["CH"], locales: ["de"], position: 0,
  }); // biome-ignore format: a row
  const wish = {
    id: "v9", shop, productId: "1", ...slotColumns("title"), ...storeTarget("de"), market: "41", body: "Pfanne", warnings: [],
    blocked: false, evidence: [], base: null, baseDigest: "", factsDigest: "another", configDigest: "", createdAt: 1,
  }; // biome-ignore format: a row
  await db.orm.insert(versions).values({ ...wish, state: "approved", origin: "given_up" });
  expect(textNamed(await read(db, "de", "1", "market=41"), "title").stale).toBe(false);
  await db.orm.insert(versions).values({ ...wish, id: "v10", state: "draft", origin: "edited", createdAt: 2 });
  expect(textNamed(await read(db, "de", "1", "market=41"), "title").stale).toBe(true);
});

it("a size that every language writes alike needs no translation", async () => {
  const db = await setUp();
  const size = { value: "183 × 61 cm", type: "SINGLE_LINE_TEXT_FIELD" };
  const name = { value: "Oak", type: "SINGLE_LINE_TEXT_FIELD" };
  const texts = { "Metafield/7.value": size, "Metafield/8.value": name };
  await db.orm.insert(translatableTexts).values({ shop, owner: "1", texts, readAt: 1 });
  const page = await read(db, "de", "1");
  expect(textNamed(page, "Metafield/7.value").isAlike).toBe(true);
  expect(textNamed(page, "Metafield/8.value").isAlike).toBeUndefined();
});

it("beside the texts stand the facts of the product, and what the glossary asks of each and whether that is followed", async () => {
  const db = await setUp();
  const forced = { kind: "forced", note: "" };
  const terms = [
    { ...forced, source: "cast iron", target: "Gusseisen" },
    { ...forced, source: "pan", target: "Bratpfanne" },
    { ...forced, source: "kettle", target: "Kessel" },
    { kind: "forbidden", note: "", source: "", target: "Topf" },
  ];
  const saving = { shop, by: "user:1", digest: await db.do(termsDigest(shop)), byLocale: { de: terms } };
  expect(await saveLocaleTerms({ db, clock: systemClock }, saving)).toMatchObject({ outcome: "saved" });
  const texts = { title: { value: "Topf 1, 26 cm", outdated: false, updatedAt: null } };
  const target = storeTarget("de");
  await db.transact({ shop }, () => keepShopTranslations({ shop, owner: "1", target, texts, readAt: 1 }));
  await db.orm
    .update(products)
    .set({ productType: "Skillets" })
    .where(and(eq(products.shop, shop), eq(products.id, "1")));
  const page = await read(db, "de", "1");
  expect(textNamed(page, "title").terms).toEqual([
    { source: "pan", target: "Bratpfanne", kind: "forced", isKept: false },
    { source: "", target: "Topf", kind: "forbidden", isKept: false },
  ]);
  // Of what is not translated yet is said what it will be held to.
  expect(textNamed(page, "desc").terms).toEqual([
    { source: "cast iron", target: "Gusseisen", kind: "forced", isKept: null },
  ]);
  expect(page?.facts.map(({ value }) => value)).toEqual(["Skillets"]);
  expect(textNamed(await read(db, "ar", "1"), "title").terms).toBeUndefined();
});

it("back leads to the list as it was left: its view, its search and the market that is looked at", async () => {
  const db = await setUp();
  expect((await read(db, "de", "1"))?.listUrl).toBe("/app/languages");
  const page = await read(db, "de", "1", "view=todo&q=cast+iron&sale=all&cursor=abc");
  expect(page?.listUrl).toBe("/app/languages?view=todo&q=cast+iron&sale=all");
});
