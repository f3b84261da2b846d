import { describe, expect, it } from "vitest";
import { countViews } from "../../app/catalog/count-views.ts";
import { countCap, listProducts } from "../../app/catalog/list-products.ts";
import { isBlank, missingBits, missingTexts } from "../../app/catalog/live-texts.ts";
import { parseProductQuery } from "../../app/catalog/product-query.ts";
import { countProducts } from "../../app/catalog/select-products.ts";
import { readTextPlaces } from "../../app/catalog/text-places.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { missingBit, products, type VersionState, versions } from "../../app/db/schema/index.ts";
import { localeSchema, productIdSchema, type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { newId } from "../../app/lib/id.ts";
import { addContentType, setWanted } from "../../app/rules/content-types/save-content-type.ts";
import { slotColumns } from "../../app/texts/slot.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { productsToWrite } from "../../app/versions/waiting-texts.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { inEnglish } from "../support/places.ts";

const shop = shopDomainSchema.parse("one.myshopify.com");
const other = shopDomainSchema.parse("two.myshopify.com");
const full = {
  title: "Shirt",
  descriptionHtml: "<p>Soft.</p>",
  bullets: ["Soft"],
  seoTitle: "Shirt",
  seoDescription: "A shirt.",
  facts: { images: [{ id: "gid://shopify/MediaImage/1", url: "u", alt: "Front" }] },
};

describe("a text that nobody can read is missing", () => {
  const blanks = [
    "", " ", "\n\t", "&nbsp;", "&#160;", "&#xA0;", "&zwnj;", "\u00a0", "\u200b", "\u200c", "\u2060\ufeff", "\u00ad",
  ]; // biome-ignore format: a list
  it.each([
    ...blanks,
    ...blanks.map((blank) => `<p>${blank}</p>`),
    "<p>&#160;</p>",
    "<p><br></p><p>&nbsp;</p>",
    "<style>p { color: red }</style>",
    "<script>alert(1)</script>",
    "<!-- nothing yet -->",
    '<img src="a.jpg" alt="a > b">',
    "<iframe>No frames</iframe>",
    "<div><span></span></div>",
  ])("as is a description of %j", (html) => {
    expect(isBlank(html)).toBe(true);
    expect(missingBits({ ...full, descriptionHtml: html })).toBe(missingBit.desc);
  });

  it.each(["<p>Ok</p>", "椅子", "🧶", "<img src=a.jpg>Soft", "5", "<p>&amp;</p>", "</p>Soft", "<table><tr><td>A"])(
    "but not a description of %j",
    (html) => {
      expect(missingBits({ ...full, descriptionHtml: html })).toBe(0);
    },
  );

  it("whichever text it is", () => {
    const { facts } = full;
    const images = [...facts.images, { id: "gid://shopify/MediaImage/2", url: "u", alt: " " }];
    expect(missingBits(full)).toBe(0);
    expect(missingBits({ ...full, title: "\u200b" })).toBe(missingBit.title);
    expect(missingBits({ ...full, bullets: [" ", "&nbsp;"] })).toBe(missingBit.bullets);
    expect(missingBits({ ...full, seoTitle: "  " })).toBe(missingBit.seo_title);
    expect(missingBits({ ...full, seoDescription: "&nbsp;" })).toBe(missingBit.seo_desc);
    expect(missingBits({ ...full, facts: { images } })).toBe(missingBit.image_alt);
  });
});

const by = "user:1";
const locale = localeSchema.parse("en");
const setUp = () => ({ db: openTestDatabase(), clock: { now: () => 1 } });

async function add(db: SqliteDb, id: string, missing: number, of: ShopDomain = shop, more: object = {}) {
  await db.orm.insert(products).values({
    shop: of, id, handle: id, title: `Product ${id}`, vendor: "A", productType: "", status: "active", missing,
    descriptionHtml: "", facts: { category: null, tags: [], options: [], attributes: [], images: [] }, variants: [],
    factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: Number(id), syncedAt: 3, ...more,
  }); // biome-ignore format: a row
}

async function waits(db: SqliteDb, productId: string, contentType: string, state: VersionState, more: object = {}) {
  await db.orm.insert(versions).values({
    id: newId("ver", 1), shop, productId, ...slotColumns(contentType), locale, state, origin: "generated", body: "Soft.", warnings: [],
    blocked: false, evidence: [], baseDigest: "b", factsDigest: "f", configDigest: "c", createdAt: 1, ...more,
  }); // biome-ignore format: a row
}

async function found(db: SqliteDb, address: string, of: ShopDomain = shop): Promise<string[]> {
  const query = parseProductQuery(of, new URLSearchParams(`${address}&dir=asc`));
  const { rows } = await listProducts({ db }, query);
  expect(await countProducts({ db }, query)).toBe(rows.length);
  return rows.map(({ id }) => id);
}

async function addCare(deps: ReturnType<typeof setUp>) {
  const input = { name: "care", label: "Care", metafieldType: "single_line_text_field", place: null };
  expect(await addContentType(deps, { shop, input, by })).toEqual({ outcome: "saved" });
  return (await deps.db.do(readTextPlaces(shop))).find(({ contentType }) => contentType === "care")?.bit ?? 0;
}

describe("missing content", () => {
  it("is each text by itself, and all that the shop wants together", async () => {
    const deps = setUp();
    const care = await addCare(deps);
    const bits = [0, ...Object.values(missingBit), care];
    for (const [i, missing] of bits.entries()) await add(deps.db, String(i), missing);
    await add(deps.db, "90", missingBit.desc, other);
    const names = [...Object.keys(missingBit), "added_0"];
    for (const [i, name] of names.entries()) expect(await found(deps.db, `missing=${name}`)).toEqual([String(i + 1)]);
    const wanted = names.filter((name) => !["bullets", "seo_title", "image"].includes(name));
    expect(await found(deps.db, "missing=wanted")).toEqual(wanted.map((name) => String(names.indexOf(name) + 1)));
    expect(await found(deps.db, "missing=wanted", other)).toEqual(["90"]);
  });

  it("follows which texts a shop wants, without reading the catalogue again", async () => {
    const deps = setUp();
    await addCare(deps);
    await add(deps.db, "1", missingBit.desc);
    await add(deps.db, "2", missingBit.bullets);
    const care = (await deps.db.do(readTextPlaces(shop)))[0]?.bit ?? 0;
    await add(deps.db, "3", care);
    const want = (name: string, wanted: boolean) => setWanted(deps, { shop, name, wanted, by });
    expect(await found(deps.db, "missing=wanted")).toEqual(["1", "3"]);
    await want("bullets", true);
    await want("care", false);
    await setWanted(deps, { shop: other, name: "desc", wanted: false, by });
    expect(await found(deps.db, "missing=wanted")).toEqual(["1", "2"]);
    await want("desc", false);
    expect(await found(deps.db, "missing=wanted")).toEqual(["2"]);
    for (const name of ["bullets", "title", "seo_desc", "image_alt"]) await want(name, false);
    expect(await found(deps.db, "missing=wanted")).toEqual([]);
  });

  it("names the same texts when they are written", async () => {
    const deps = setUp();
    const care = await addCare(deps);
    const places = await deps.db.do(readTextPlaces(shop));
    expect(missingTexts(missingBit.desc | missingBit.image | care, places)).toEqual(new Set(["desc", "care"]));
    for (const [id, missing] of [
      ["1", care],
      ["2", missingBit.seo_title],
      ["3", 0],
    ] as const)
      await add(deps.db, id, missing);
    const productIds = ["3", "2", "1"].map((id) => productIdSchema.parse(id));
    const lacking = (contentTypes: string[], of = shop) =>
      productsToWrite(deps, { shop: of, productIds, contentTypes, target: inEnglish });
    expect(await lacking(["care", "desc"])).toEqual({ productIds: ["1"], waiting: 0 });
    expect(await lacking(["care", "seo_title"])).toEqual({ productIds: ["2", "1"], waiting: 0 });
    expect(await lacking(["title"])).toEqual({ productIds: [], waiting: 0 });
    expect(await lacking(["care", "seo_title"], other)).toEqual({ productIds: [], waiting: 0 });
  });

  it("is not written again while a draft or an approved text of it waits", async () => {
    const deps = setUp();
    const { db } = deps;
    for (const id of ["1", "2", "3", "4", "5", "6"]) await add(db, id, missingBit.desc | missingBit.seo_desc);
    await waits(db, "1", "desc", "draft");
    await waits(db, "2", "desc", "approved");
    await waits(db, "3", "desc", "rejected");
    await waits(db, "4", "desc", "draft", { locale: "fr" });
    await waits(db, "5", "desc", "draft", { body: "" });
    await waits(db, "6", "desc", "draft", { shop: other });
    const productIds = ["1", "2", "3", "4", "5", "6"].map((id) => productIdSchema.parse(id));
    const toWrite = (...contentTypes: string[]) =>
      productsToWrite(deps, { shop, productIds, contentTypes, target: inEnglish });
    expect(await toWrite("desc")).toEqual({ productIds: ["3", "4", "5", "6"], waiting: 2 });
    expect((await toWrite("desc", "seo_desc")).productIds).toEqual(productIds);
  });

  it("for another language is what was not published in it", async () => {
    const deps = setUp();
    const { db } = deps;
    const target = storeTarget("de");
    const image = (id: string) => ({ id: `gid://shopify/MediaImage/${id}`, url: "u", alt: "Front" });
    const facts = { category: null, tags: [], options: [], attributes: [], images: [image("7"), image("8")] };
    for (const id of ["1", "2"]) await add(db, id, 0, shop, { facts });
    await waits(db, "1", "desc", "published", target);
    await waits(db, "1", "image_alt_7", "published", target);
    const toWrite = async (...contentTypes: string[]) => {
      const productIds = ["1", "2"].map((id) => productIdSchema.parse(id));
      for (const productId of productIds)
        await db.transact({ shop }, () => refreshContentState({ shop, productId, target }));
      return productsToWrite(deps, { shop, productIds, contentTypes, target });
    };
    expect(await toWrite("desc")).toEqual({ productIds: ["2"], waiting: 0 });
    expect(await toWrite("image_alt")).toEqual({ productIds: ["1", "2"], waiting: 0 });
    await waits(db, "1", "image_alt_8", "draft", target);
    expect(await toWrite("image_alt")).toEqual({ productIds: ["2"], waiting: 1 });
  });

  it("of images is written for those that have neither an alt text nor a draft of one", async () => {
    const deps = setUp();
    const images = ["7", "8", "9"].map((id) => ({
      id: `gid://shopify/MediaImage/${id}`,
      url: "u",
      alt: id === "9" ? "Front" : null,
    }));
    const facts = { category: null, tags: [], options: [], attributes: [], images };
    await add(deps.db, "1", missingBit.image_alt, shop, { facts });
    const toWrite = () =>
      productsToWrite(deps, {
        shop,
        productIds: [productIdSchema.parse("1")],
        contentTypes: ["image_alt"],
        target: inEnglish,
      });
    await waits(deps.db, "1", "image_alt_7", "draft");
    expect(await toWrite()).toEqual({ productIds: ["1"], waiting: 0 });
    await waits(deps.db, "1", "image_alt_8", "draft");
    expect(await toWrite()).toEqual({ productIds: [], waiting: 1 });
  });
});

describe("the counts of views", () => {
  it("are what the list counts, for filters and searches alike", async () => {
    const deps = setUp();
    for (let i = 1; i <= 9; i++) {
      await add(deps.db, String(i), i % 3 === 0 ? missingBit.desc : 0, shop, {
        status: i > 7 ? "archived" : "active",
        contentState: i === 1 ? "conflict" : "none",
      });
    }
    await add(deps.db, "10", missingBit.desc, shop, { goneAt: 5 });
    await add(deps.db, "90", missingBit.desc, other);
    const queries = [
      "", "missing=wanted", "missing=wanted&status=active", "state=conflict", "vendor=nobody", "q=product", "gone=1", "tag=x",
    ]; // biome-ignore format: a list
    const counts = await countViews(
      deps,
      shop,
      queries.map((query) => ({ id: query, query })),
    );
    expect(counts.size).toBe(queries.length);
    for (const query of queries) {
      const expected = await countProducts(deps, parseProductQuery(shop, new URLSearchParams(query)));
      expect([query, counts.get(query)]).toEqual([query, { value: expected, capped: false }]);
    }
    expect(counts.get("missing=wanted")?.value).toBe(3);
  });

  it("stop at a limit and show only that there are many", async () => {
    const deps = setUp();
    deps.db.raw.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= ${countCap})
      INSERT INTO products (shop, id, handle, title, vendor, product_type, status, description_html, facts, variants,
        facts_digest, live_digest, created_at, updated_at, synced_at)
      SELECT '${shop}', i, i, i, '', '', 'active', '', '{}', '[]', '', '', 1, 1, 1 FROM n`);
    const counts = await countViews(deps, shop, [{ id: "all", query: "" }]);
    expect(counts.get("all")).toEqual({ value: countCap, capped: true });
  });

  it("leave room for other work between searches, and between views that only filter", async () => {
    const deps = setUp();
    await add(deps.db, "1", missingBit.desc, shop);
    const turnsFor = async (queries: string[]): Promise<number> => {
      let turns = 0;
      let counting = true;
      const other = () => {
        turns++;
        if (counting) setImmediate(other);
      };
      setImmediate(other);
      const counts = await countViews(
        deps,
        shop,
        queries.map((query) => ({ id: query, query })),
      );
      counting = false;
      expect([...counts.keys()]).toEqual(queries);
      return turns;
    };
    const searches = Array.from({ length: 6 }, (_, i) => `q=${"product".slice(0, i + 2)}`);
    expect(await turnsFor(searches)).toBeGreaterThanOrEqual(5);
    const filters = Array.from({ length: 40 }, (_, i) => `missing=desc&limit=${i + 1}`);
    expect(await turnsFor(filters)).toBeGreaterThanOrEqual(4);
  });
});
