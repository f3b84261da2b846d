import { expect, it } from "vitest";
import { readLanguages } from "../../../app/catalog/translations/read-languages.ts";
import { shopLocalesOf, shopMarketsOf, translatedLocalesOf } from "../../../app/catalog/translations/shop-languages.ts";
import { installShop, openAdmin, openStore, shop, testClock } from "../../shopify/open-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

async function open(scopes?: string[]) {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const store = await openStore({
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
    ["ie", true, ["en", "de", "fr"]],
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
