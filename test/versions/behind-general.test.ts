import { beforeEach, describe, expect, it } from "vitest";
import { keepShopTranslations } from "../../app/catalog/translations/shop-translations.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { shopMarkets, versions } from "../../app/db/schema/index.ts";
import { readBehindGeneral } from "../../app/versions/behind-general.ts";
import { shop } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const title = { name: "title", form: "plain" as const };
let db: SqliteDb;

beforeEach(async () => {
  db = openTestDatabase();
  const row = { shop, active: true, locales: ["de"], countries: ["CH"], position: 0 };
  await db.orm.insert(shopMarkets).values([
    { ...row, id: "31", handle: "ch", name: "Switzerland", parents: ["30"] },
    { ...row, id: "30", handle: "eu", name: "Europe", parents: [] },
  ]);
});

/** The shop holds a title, which changed last then; null: none */
async function live(market: string, value: string, updatedAt: number | null) {
  const texts = { title: { value, outdated: false, updatedAt } };
  const kept = { shop, owner: "1", target: { locale: "de", market }, texts, readAt: 1 };
  await db.transact({ shop }, () => keepShopTranslations(kept));
}

const write = (change: Partial<typeof versions.$inferInsert>) =>
  db.orm.insert(versions).values({
    ...{ id: `v${change.createdAt}`, shop, productId: "1", contentType: "title", locale: "de", state: "published" },
    ...{ origin: "edited", body: "Hemd", warnings: [], blocked: false, evidence: [], base: null, createdAt: 1 },
    ...{ baseDigest: "base", factsDigest: "facts", configDigest: "config", ...change },
  });

const isBehind = async (market = "31") =>
  (await db.do(readBehindGeneral({ shop, productId: "1" })))(title, { locale: "de", market });

describe("a market's own text beside the one that is said everywhere", () => {
  it("is behind when that changed since", async () => {
    await live("31", "Schweizer Hemd", 10);
    await live("", "Hemd", 9);
    expect(await isBehind()).toBe(false);
    await live("", "Leinenhemd", 11);
    expect(await isBehind()).toBe(true);
    expect(await isBehind("")).toBe(false);
  });

  it("is settled again by what a person wrote for the market since, also where it says the same as before", async () => {
    await live("31", "Schweizer Hemd", 10);
    await live("", "Leinenhemd", 11);
    await write({ market: "31", state: "draft", body: "Schweizer Hemd", createdAt: 12 });
    expect(await isBehind()).toBe(false);
  });

  it("is behind as a draft, too", async () => {
    await write({ market: "31", state: "draft", body: "Schweizer Hemd", createdAt: 10 });
    await live("", "Leinenhemd", 11);
    expect(await isBehind()).toBe(true);
  });

  it("is behind the nearest market above where that has a text, whatever is said everywhere", async () => {
    await live("31", "Schweizer Hemd", 10);
    await live("30", "Europäisches Hemd", 9);
    await live("", "Leinenhemd", 11);
    expect(await isBehind()).toBe(false);
    await live("30", "Europas Hemd", 12);
    expect(await isBehind()).toBe(true);
  });

  it("is not behind a general text that was only published later than it was written", async () => {
    await live("31", "Schweizer Hemd", 10);
    await write({ market: "", body: "Leinenhemd", createdAt: 8, publishedAt: 20 });
    await live("", "Leinenhemd", 20);
    expect(await isBehind()).toBe(false);
    await live("", "Leinenhemd, gebügelt", 21);
    expect(await isBehind()).toBe(true);
  });

  it("has nothing to do while the wish for the general text waits, and once its own text is removed", async () => {
    await live("31", "Schweizer Hemd", 10);
    await live("", "Leinenhemd", 13);
    await write({ market: "31", state: "approved", origin: "given_up", createdAt: 12 });
    expect(await isBehind()).toBe(false);
    await live("", "Leinenhemd, neu", 14);
    expect(await isBehind()).toBe(false);
    const none = { shop, owner: "1", target: { locale: "de", market: "31" }, texts: {}, readAt: 2 };
    await db.transact({ shop }, () => keepShopTranslations(none));
    expect(await isBehind()).toBe(false);
  });

  it("is not called behind where nobody knows when either changed", async () => {
    await live("31", "Schweizer Hemd", null);
    await live("", "Leinenhemd", 11);
    expect(await isBehind()).toBe(false);
    await live("31", "Schweizer Hemd", 10);
    await live("", "Leinenhemd", null);
    expect(await isBehind()).toBe(false);
  });
});
