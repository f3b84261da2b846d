import { expect, it } from "vitest";
import { translationTargetsOf } from "../../../app/catalog/translations/translation-targets.ts";
import { shopLocales, shopMarkets, shops } from "../../../app/db/schema/index.ts";
import { shop } from "../../shopify/open-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

interface Given {
  id: string;
  locales?: string[];
  parents?: string[];
  countries?: string[];
}

/** By market ("" = all of them): the languages that are read for it. */
async function targets(markets: readonly Given[]): Promise<Record<string, string[]>> {
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop, installedAt: 1, primaryLocale: "en" });
  const shown = { shop, published: true, reachable: true };
  const locales = ["en", "de", "fr", "ja"];
  await db.orm
    .insert(shopLocales)
    .values(locales.map((locale, position) => ({ ...shown, locale, position, isPrimary: position === 0 })));
  for (const [position, { id, locales: own = [], parents = [], countries = [] }] of markets.entries()) {
    const row = { shop, id, handle: `m${id}`, name: id, active: true, position };
    await db.orm.insert(shopMarkets).values({ ...row, locales: own, parents, countries });
  }
  const found = await db.do(translationTargetsOf(shop));
  const byMarket = Map.groupBy(found, ({ market }) => market);
  return Object.fromEntries([...byMarket].map(([market, rows]) => [market, rows.map(({ locale }) => locale)]));
}

const everywhere = { "": ["de", "fr", "ja"] };

it("a market is read in the languages that its addresses offer, the shop's own included, and in no other", async () => {
  expect(await targets([{ id: "1", locales: ["de", "en"], countries: ["DE"] }])).toEqual({
    ...everywhere,
    1: ["en", "de"],
  });
  // An address may offer a language that the shop no longer has.
  expect(await targets([{ id: "1", locales: ["it", "ja"], countries: ["JP"] }])).toEqual({ ...everywhere, 1: ["ja"] });
});

it("a market without addresses of its own is read in the languages of the nearest one that it inherits from", async () => {
  const found = await targets([
    { id: "1", locales: ["de", "fr", "en"], countries: ["DE", "FR", "AT"] },
    { id: "2", parents: ["3", "1"], countries: ["AT"] },
    { id: "3", parents: ["1"], countries: ["AT", "DE"] },
  ]);
  expect(found).toMatchObject({ 2: ["en", "de", "fr"], 3: ["en", "de", "fr"] });
});

it("of countries without any address all languages of the shop are read; of a channel or a company without one none", async () => {
  expect(await targets([{ id: "1", countries: ["CA"] }, { id: "2" }])).toEqual({
    ...everywhere,
    1: ["en", "de", "fr", "ja"],
  });
});

it("many markets of one language each ask for a target each, not for all languages in all of them", async () => {
  const markets = Array.from({ length: 40 }, (_, i) => ({ id: String(i + 1), locales: ["de"], countries: ["DE"] }));
  const found = await targets(markets);
  expect(Object.values(found).flat()).toHaveLength(3 + 40);
});
