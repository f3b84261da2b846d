import { expect, it } from "vitest";
import { readLanguages } from "../../../app/catalog/translations/read-languages.ts";
import { shopLocalesOf, shopMarketsOf, translatedLocalesOf } from "../../../app/catalog/translations/shop-languages.ts";
import { translationTargetsOf } from "../../../app/catalog/translations/translation-targets.ts";
import type { CatalogueMarket } from "../../../sandbox/catalogue/markets.ts";
import type { StoreOptions } from "../../../sandbox/store/start.ts";
import { installShop, openAdmin, openStore, shop, testClock } from "../../shopify/open-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

async function open(scopes?: string[], habits: StoreOptions["habits"] = {}) {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const store = await openStore({
    habits,
    shops: [
      {
        ...{ domain: shop, name: "Fern & Field", plan: "plus" as const, catalogue: "sample" as const },
        locales: ["en", "de", "ar", "fr", "ja", "pt-BR"],
        unpublished: ["pt-BR"],
      },
    ],
  });
  await installShop({ db, clock }, store, scopes ? { scopes } : {});
  const admin = openAdmin({ db, clock, store })(shop);
  return {
    ...{ db, clock, store },
    read: () => readLanguages({ db, clock, admin }, { shop }),
    states: async () =>
      Object.fromEntries((await db.do(shopLocalesOf(shop))).map(({ locale, state }) => [locale, state])),
    markets: () => db.do(shopMarketsOf(shop)),
    /** a market that a person makes; @returns its id */
    add: (handle: string, countries: string[], more: Partial<CatalogueMarket> = {}) =>
      String(
        store.state.addMarket(shop, {
          ...{ name: handle, handle, status: "ACTIVE" as const, countries, currency: "USD" },
          ...more,
        }).id,
      ),
    /** by handle: the handles of those that it inherits from */
    parents: async () => {
      const all = await db.do(shopMarketsOf(shop));
      const handles = new Map(all.map(({ id, handle }) => [id, handle]));
      return Object.fromEntries(all.map(({ handle, parents }) => [handle, parents.map((id) => handles.get(id))]));
    },
    offered: async (id: string) =>
      (await db.do(translationTargetsOf(shop))).flatMap(({ locale, market }) => (market === id ? [locale] : [])),
    send: (document: string) => store.state.graphql(shop, document, {}, ["write_locales"]),
  };
}

it("a language is live, published without an address, not published, or removed in Shopify", async () => {
  const { db, read, states, send } = await open();
  await read();
  expect(await states()).toEqual({
    ...{ en: "live", de: "live", fr: "live", ja: "live" },
    ...{ ar: "unreachable", "pt-BR": "unpublished" },
  });
  expect((await db.do(shopLocalesOf(shop)))[0]).toEqual({ locale: "en", isPrimary: true, state: "live" });
  send('mutation { shopLocaleDisable(locale: "fr") { locale userErrors { message } } }');
  await read();
  expect((await states()).fr).toBe("gone");
  expect(await db.do(translatedLocalesOf(shop))).toEqual(["ar", "de", "ja", "pt-BR"]);
  send('mutation { shopLocaleEnable(locale: "fr") { shopLocale { locale } userErrors { message } } }');
  await read();
  expect((await states()).fr).toBe("unpublished");
});

it("markets are read page by page, with their countries, the languages of their addresses and the markets they inherit from", async () => {
  const { read, markets } = await open();
  await read();
  const found = await markets();
  const europe = found.find(({ handle }) => handle === "europe");
  expect(found.map(({ handle, active, locales }) => [handle, active, locales])).toEqual([
    ["ie", true, []],
    ["europe", true, ["en", "de", "fr"]],
    ["de", true, ["de", "en"]],
    ["jp", true, ["ja", "en"]],
    ["br", false, ["en", "pt-BR"]],
  ]);
  expect(found.find(({ handle }) => handle === "de")).toMatchObject({ countries: ["DE"], parents: [europe?.id] });
  expect(europe).toMatchObject({ name: "Europe", parents: [] });
});

it("a market that was deleted is kept no longer, and one that changed is as it is now", async () => {
  const { store, read, markets } = await open();
  await read();
  const [ireland, europe] = await markets();
  store.state.deleteMarket(shop, europe?.id ?? "");
  store.state.changeMarket(shop, ireland?.id ?? "", { name: "Éire", status: "DRAFT" });
  await read();
  const found = await markets();
  expect(found.map(({ handle }) => handle)).toEqual(["ie", "de", "jp", "br"]);
  expect(found[0]).toMatchObject({ name: "Éire", active: false });
  expect(found[1]?.parents).toEqual([]);
});

it("reading the same again writes nothing", async () => {
  const { db, read } = await open();
  await read();
  const changes = () => db.raw.prepare("SELECT total_changes()").pluck().get();
  const before = changes();
  await read();
  expect(changes()).toBe(before);
});

it("a shop that did not let the app read markets has its languages all the same", async () => {
  const { read, states, markets } = await open(["write_products", "read_locales"]);
  await read();
  expect(await states()).toMatchObject({ de: "live", ar: "live", "pt-BR": "unpublished" });
  expect(await markets()).toEqual([]);
});

it("a market inherits from those that Shopify names, which its places do not tell", async () => {
  const { read, add, parents } = await open();
  add("north-america", ["US", "CA"]);
  add("usa", ["US"]);
  add("b2b-usa", ["US"], { type: "COMPANY_LOCATION" });
  add("partners", ["MX"], { parents: ["usa"] });
  await read();
  expect(await parents()).toMatchObject({
    ...{ "b2b-usa": ["usa", "north-america"], usa: ["north-america"], "north-america": [] },
    partners: ["usa", "north-america"],
  });
});

it("where the API does not name them the places tell, of markets of regions alone", async () => {
  const { read, add, parents } = await open(undefined, { marketRelationships: "unknown" });
  add("north-america", ["US", "CA"]);
  add("usa", ["US"]);
  add("b2b-usa", ["US"], { type: "COMPANY_LOCATION" });
  await read();
  expect(await parents()).toMatchObject({ usa: ["north-america"], "b2b-usa": [], "north-america": [], de: ["europe"] });
});

it("what Shopify has not arranged anew since a market changed is to be read again, however often it is read meanwhile", async () => {
  const { store, read, add, parents } = await open(undefined, { marketTree: "later" });
  expect(await read()).toBe("settled");
  const [world] = [add("world", ["DE", "AT", "BE", "ES", "FR", "IT", "LU", "NL", "PT", "US"]), add("usa", ["US"])];
  expect([await read(), await read()]).toEqual(["rebuilding", "rebuilding"]);
  // Of a new market nothing is said yet: its places tell.
  expect(await parents()).toMatchObject({ usa: ["world"], europe: [] });
  store.state.rebuildMarketTree(shop);
  expect(await read()).toBe("settled");
  expect(await parents()).toMatchObject({ usa: ["world"], europe: ["world"], de: ["europe", "world"] });
  store.state.changeMarket(shop, world, { name: "All the world" });
  expect(await read()).toBe("settled");
});

it("parts of countries are read beside whole ones, and every list to its end", async () => {
  const { store, read, add, markets, offered } = await open();
  const parts = Array.from({ length: 380 }, (_, i) => `US-${String(i).padStart(3, "0")}`);
  const coasts = add("coasts", ["CA"], { subdivisions: parts });
  for (const locale of ["de", "fr", "ja", "pt-BR"]) {
    for (const subfolderSuffix of ["aa", "bb", "cc"])
      store.state.addPresence(shop, { subfolderSuffix, defaultLocale: locale, alternateLocales: [] }, [Number(coasts)]);
  }
  await read();
  const found = (await markets()).find(({ id }) => id === coasts);
  expect(found).toMatchObject({ type: "REGION", countries: ["CA"], subdivisions: parts, everywhere: false });
  expect(await offered(coasts)).toEqual(["de", "fr", "ja", "pt-BR"]);
});

it("a market of all regions is one, although Shopify lists none of them", async () => {
  const { read, add, markets, offered, parents } = await open();
  const world = add("world", [], { everywhere: true });
  await read();
  expect((await markets()).find(({ id }) => id === world)).toMatchObject({ everywhere: true, countries: [] });
  expect(await parents()).toMatchObject({ jp: ["world"], de: ["europe", "world"] });
  expect(await offered(world)).toEqual(["en", "de", "fr"]);
});

it("a market without an address of its own offers what the shop's own address offers, and no more", async () => {
  const { store, read, markets, offered, add } = await open();
  await read();
  const [ireland] = await markets();
  expect(await offered(ireland?.id ?? "")).toEqual(["en", "de", "fr"]);
  const [own] = [...store.state.shop(shop).webPresences.values()].filter(({ marketIds }) => marketIds.length === 0);
  store.state.changePresence(shop, own?.id ?? 0, ["fr"]);
  const company = add("b2b", ["IE"], { type: "COMPANY_LOCATION" });
  const shops = add("shops", [], { type: "LOCATION" });
  await read();
  expect(await offered(ireland?.id ?? "")).toEqual(["en", "fr"]);
  expect(await offered(company)).toEqual(["en", "fr"]);
  expect(await offered(shops)).toEqual([]);
});

it("a language that only the shop's own address offers is reachable", async () => {
  const { store, read, states } = await open();
  store.state.addPresence(shop, { subfolderSuffix: "ar", defaultLocale: "ar", alternateLocales: [] }, []);
  await read();
  expect((await states()).ar).toBe("live");
});
