import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countViews } from "../../app/catalog/count-views.ts";
import { listProducts } from "../../app/catalog/list-products.ts";
import type { ProductQuery } from "../../app/catalog/product-query.ts";
import { countProducts, selectProductIds } from "../../app/catalog/select-products.ts";
import { keptTargetPlace, targetPlaceOf } from "../../app/catalog/target-place.ts";
import { textsAt, withTextsAt } from "../../app/catalog/target-texts.ts";
import type { Db } from "../../app/db/open.ts";
import { type ContentState, missingBit, products, shops } from "../../app/db/schema/index.ts";
import { localeSchema } from "../../app/lib/brand.ts";
import type { Target } from "../../app/texts/target.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { demo, query, second } from "./catalogue-world.ts";

const english: Target = { locale: localeSchema.parse("en"), market: "", channel: "store" };
const german: Target = { ...english, locale: localeSchema.parse("de") };
const swiss: Target = { ...german, market: "41" };
const google: Target = { ...english, channel: "google" };
const allStates: ContentState[] = [
  "none", "unpublished", "put_back", "published", "approved", "needs_review", "blocked", "conflict", "warned",
]; // biome-ignore format: a list of names

async function setUp(): Promise<Db> {
  const db = openTestDatabase();
  for (const shop of [demo, second]) await db.orm.insert(shops).values({ shop, installedAt: 1, primaryLocale: "en" });
  return db;
}

async function add(db: Db, id: string, more: Partial<typeof products.$inferInsert> = {}) {
  await db.orm.insert(products).values({
    shop: demo, id, handle: id, title: `Product ${id}`, vendor: "", productType: "", status: "active", missing: 0,
    descriptionHtml: "", facts: { category: null, tags: [], options: [], attributes: [], images: [] },
    variants: [], factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: 1, syncedAt: 1, ...more,
  }); // biome-ignore format: a row
}

/** What the list shows of each product for a target: its id, state and missing bits. */
async function shown(db: Db, change: Partial<ProductQuery> = {}) {
  const asked = query({ sort: "title", direction: "asc", ...change });
  const { rows, count } = await listProducts({ db }, asked);
  expect(count).toEqual({ value: rows.length, capped: false });
  expect(await countProducts({ db }, asked)).toBe(rows.length);
  const selected = [];
  for await (const ids of selectProductIds({ db }, asked)) selected.push(...ids);
  expect(selected.sort()).toEqual(rows.map(({ id }) => id).sort());
  return rows.map(({ id, contentState, missing }) => [id, contentState, missing] as const);
}

const idsOf = async (db: Db, change: Partial<ProductQuery>) => (await shown(db, change)).map(([id]) => id);
const numberOf = async (db: Db, target: Target, shop = demo) =>
  (await db.transact({ shop }, () => keptTargetPlace(shop, target))).number;

describe("a target's number in a shop", () => {
  it("is 0 for the shop's own pages, whatever target is written for first", async () => {
    const db = await setUp();
    expect(await db.do(targetPlaceOf(demo))).toEqual({ number: 0, isPrimary: true });
    expect(await db.do(targetPlaceOf(demo, german))).toEqual({ number: null, isPrimary: false });
    expect(await numberOf(db, german)).toBe(1);
    expect(await numberOf(db, swiss)).toBe(2);
    expect(await numberOf(db, english)).toBe(0);
    expect(await numberOf(db, google)).toBe(3);
    expect(await numberOf(db, german)).toBe(1);
    expect(await numberOf(db, google, second)).toBe(1);
    expect(await db.do(targetPlaceOf(demo))).toEqual({ number: 0, isPrimary: true });
    expect(await db.do(targetPlaceOf(demo, swiss))).toEqual({ number: 2, isPrimary: false });
  });

  it("stays the same when the shop's primary language changes", async () => {
    const db = await setUp();
    expect([await numberOf(db, english), await numberOf(db, german)]).toEqual([0, 1]);
    await add(db, "1", {
      contentState: "approved", missing: missingBit.desc, otherTargets: withTextsAt("", 1, { contentState: "blocked", missing: 0 }),
    }); // biome-ignore format: a row
    await db.orm.update(shops).set({ primaryLocale: "de" }).where(eq(shops.shop, demo));
    expect(await db.do(targetPlaceOf(demo))).toEqual({ number: 1, isPrimary: true });
    expect(await shown(db)).toEqual([["1", "blocked", missingBit.desc]]);
    expect(await idsOf(db, { contentState: ["blocked"] })).toEqual(["1"]);
    expect(await idsOf(db, { target: english, contentState: ["approved"] })).toEqual(["1"]);
    expect(await idsOf(db, { target: english, contentState: ["blocked"] })).toEqual([]);
  });
});

describe("what a product keeps of several targets", () => {
  it("is read as it was written, each for itself, in any order", () => {
    const written = new Map<number, { contentState: ContentState; missing: number }>();
    let column = "";
    for (const [i, number] of [3, 1, 7, 3, 0, 2].entries()) {
      const texts = { contentState: allStates[(i * 3) % 8] ?? "none", missing: (i * 0x1357_9bdf) & 0x7fff_ffef };
      column = withTextsAt(column, number, texts);
      written.set(number, texts);
      for (const [known, { contentState, missing }] of written) {
        const read = textsAt(
          { number: known, isPrimary: false },
          { contentState: "none", missing: 0, otherTargets: column },
        );
        expect([known, read]).toEqual([known, { contentState: known === 0 ? "none" : contentState, missing }]);
      }
    }
    expect(column).toHaveLength(8 * 9);
  });

  it("is nothing written and every text missing where nothing was kept", () => {
    const columns = { contentState: "published" as const, missing: missingBit.image, otherTargets: "" };
    for (const number of [null, 5]) {
      const { contentState, missing } = textsAt({ number, isPrimary: false }, columns);
      expect(contentState).toBe("none");
      expect(missing).toBe(0x7fff_ffff);
      expect(textsAt({ number, isPrimary: false }, { ...columns, missing: 0 }).missing).toBe(
        0x7fff_ffff & ~missingBit.image,
      );
    }
  });
});

describe("the list of products for another target", () => {
  async function filled() {
    const db = await setUp();
    await numberOf(db, german);
    await numberOf(db, swiss);
    for (const [i, contentState] of allStates.entries()) {
      await add(db, `a${i}`, {
        contentState: allStates[(i + 1) % 8] ?? "none",
        missing: missingBit.title | missingBit.image,
        otherTargets: withTextsAt("", 2, {
          contentState,
          missing: [missingBit.desc, missingBit.title, 1 << 29, 0][i % 4] ?? 0,
        }),
      });
    }
    await add(db, "b", { contentState: "conflict", missing: 0 });
    return db;
  }

  it("is filtered by each state of that target, and not by the shop's own", async () => {
    const db = await filled();
    for (const [i, state] of allStates.entries()) {
      const wanted = state === "none" ? ["a0", "b"] : [`a${i}`];
      expect([state, await idsOf(db, { target: swiss, contentState: [state] })]).toEqual([state, wanted]);
    }
    expect(await idsOf(db, { target: swiss, contentState: ["blocked", "conflict", "none"] })).toEqual([
      "a0",
      "a6",
      "a7",
      "b",
    ]);
    expect(await idsOf(db, { contentState: ["conflict"] })).toEqual(["a6", "b"]);
  });

  it("is filtered by the texts that are missing there", async () => {
    const db = await filled();
    expect(await idsOf(db, { target: swiss, missing: ["desc"] })).toEqual(["a0", "a4", "a8", "b"]);
    expect(await idsOf(db, { target: swiss, missing: ["title"] })).toEqual(["a1", "a5", "b"]);
    expect(await idsOf(db, { target: swiss, missing: ["added_23"] })).toEqual(["a2", "a6", "b"]);
    expect(await idsOf(db, { target: swiss, missing: ["desc", "title"] })).toEqual(["a0", "a1", "a4", "a5", "a8", "b"]);
    expect(await idsOf(db, { target: swiss, missing: ["bullets"] })).toEqual(["b"]);
    expect(await idsOf(db, { target: swiss, missing: ["wanted"] })).toEqual(["a0", "a1", "a4", "a5", "a8", "b"]);
    expect(await idsOf(db, { target: swiss, missing: ["image"] })).toHaveLength(9);
    expect(await idsOf(db, { target: swiss, missing: ["image", "bullets"] })).toHaveLength(10);
    expect(await idsOf(db, { missing: ["desc"] })).toEqual([]);
  });

  it("finds nothing written and all missing where the target has a number, a place before others, or neither", async () => {
    const db = await filled();
    for (const target of [german, google, { ...german, market: "7" }]) {
      expect(await idsOf(db, { target, contentState: ["none"] })).toHaveLength(10);
      expect(await idsOf(db, { target, contentState: ["published", "conflict"] })).toEqual([]);
      expect(await idsOf(db, { target, missing: ["bullets"] })).toHaveLength(10);
      expect(await idsOf(db, { target, missing: ["image"] })).toHaveLength(9);
      for (const [, state] of await shown(db, { target })) expect(state).toBe("none");
    }
  });

  it("shows state and missing texts of that target, found by search, tag or filter alike", async () => {
    const db = await filled();
    const rows = await shown(db, { target: swiss });
    expect(rows[4]).toEqual(["a4", "approved", missingBit.desc | missingBit.image]);
    expect(await shown(db, { target: swiss, status: ["active"], contentState: ["approved"] })).toEqual([rows[4]]);
  });

  it("is counted by views as the list counts it", async () => {
    const db = await filled();
    const queries = ["", "state=none", "missing=wanted&status=active", "state=blocked&state=conflict", "missing=image"];
    for (const target of [undefined, german, swiss, google]) {
      const views = queries.map((text) => ({ id: text, query: text }));
      const counts = await countViews({ db }, demo, views, target);
      for (const text of queries) {
        const params = new URLSearchParams(text);
        const asked = query({
          target,
          status: params.has("status") ? ["active"] : undefined,
          contentState: params.has("state") ? (params.getAll("state") as ContentState[]) : undefined,
          missing: params.has("missing") ? (params.getAll("missing") as ("wanted" | "image")[]) : undefined,
        });
        expect([text, counts.get(text)?.value]).toEqual([text, await countProducts({ db }, asked)]);
      }
    }
  });
});
