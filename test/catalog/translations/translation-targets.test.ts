import { expect, it } from "vitest";
import {
  targetsPerQuery,
  targetsToImport,
  targetsToRead,
  translationTargetsOf,
} from "../../../app/catalog/translations/translation-targets.ts";
import { shopLocales, shopMarkets, shops, shopTranslations } from "../../../app/db/schema/index.ts";
import { shop } from "../../shopify/open-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

interface Given {
  id: string;
  locales?: string[];
  parents?: string[];
  countries?: string[];
  subdivisions?: string[];
  everywhere?: boolean;
  type?: string;
}

interface More {
  /** what the shop's own address offers */
  address?: string[];
  /** texts that the mirror holds, e.g. `it 1` of market 1 in Italian */
  held?: string[];
  of?: typeof translationTargetsOf;
}

/** By market ("" = all of them): its languages. */
async function targets(markets: readonly Given[], more: More = {}): Promise<Record<string, string[]>> {
  const { address = null, held = [], of = translationTargetsOf } = more;
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop, installedAt: 1, primaryLocale: "en", addressLocales: address });
  const shown = { shop, published: true, reachable: true };
  const locales = ["en", "de", "fr", "ja"];
  await db.orm
    .insert(shopLocales)
    .values(locales.map((locale, position) => ({ ...shown, locale, position, isPrimary: position === 0 })));
  for (const [position, { id, locales: own = [], parents = [], countries = [], ...given }] of markets.entries()) {
    const row = { shop, id, handle: `m${id}`, name: id, active: true, position, ...given };
    await db.orm.insert(shopMarkets).values({ ...row, locales: own, parents, countries });
  }
  for (const [locale = "", market = ""] of held.map((one) => one.split(" "))) {
    const texts = { title: { value: "x", outdated: false, updatedAt: 1 } };
    await db.orm.insert(shopTranslations).values({ shop, owner: "1", locale, market, texts, readAt: 1 });
  }
  const found = await db.do(of(shop));
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

it("a market without an address anywhere above it is read in the languages of the shop's own address", async () => {
  const found = await targets(
    [
      { id: "1", countries: ["CA"] },
      { id: "2", subdivisions: ["US-CA"] },
      { id: "3", everywhere: true },
      { id: "4", type: "COMPANY_LOCATION" },
    ],
    { address: ["fr", "it", "en"] },
  );
  expect(found).toEqual({ ...everywhere, 1: ["en", "fr"], 2: ["en", "fr"], 3: ["en", "fr"], 4: ["en", "fr"] });
  expect(await targets([{ id: "1", countries: ["CA"] }], { address: [] })).toEqual(everywhere);
});

it("while the shop's own address was never read, it may offer all languages", async () => {
  expect(await targets([{ id: "1", countries: ["CA"] }])).toMatchObject({ 1: ["en", "de", "fr", "ja"] });
});

it("a market of locations or channels, or of places that nobody knows, is offered nothing without an address of its own", async () => {
  const markets = [
    { id: "1", type: "LOCATION" },
    { id: "2", type: "CHANNEL", countries: ["US"] },
    { id: "3", type: "NONE" },
    { id: "4", type: "REGION" },
  ];
  expect(await targets(markets, { address: ["en", "de"] })).toEqual(everywhere);
  const [location] = markets;
  expect(await targets([{ id: "1", ...location, locales: ["de"] }])).toMatchObject({ 1: ["de"] });
});

it("texts that a shop has for a market are read where nobody is offered them, while it has the language and the market", async () => {
  const markets = [
    { id: "1", type: "LOCATION" },
    { id: "2", locales: ["de"], countries: ["DE"] },
  ];
  const held = ["de 1", "fr 2", "de 2", "it 2", "fr 9", "fr "];
  expect(await targets(markets, { held, of: targetsToRead })).toEqual({ ...everywhere, 1: ["de"], 2: ["de", "fr"] });
});

it("an import asks for all that a shop can have as long as that is one query, and else for what is offered or held", async () => {
  const few = [
    { id: "1", type: "LOCATION" },
    { id: "2", locales: ["de"], countries: ["DE"] },
  ];
  const all = await targets(few, { of: targetsToImport });
  expect(all).toEqual({ ...everywhere, 1: ["en", "de", "fr", "ja"], 2: ["de", "en", "fr", "ja"] });
  const many = Array.from({ length: targetsPerQuery / 4 }, (_, i) => ({ id: String(i + 1), locales: ["de"] }));
  const found = await targets(many, { of: targetsToImport, held: ["fr 1"] });
  expect(found).toMatchObject({ 1: ["de", "fr"], 2: ["de"] });
});

it("many markets of one language each ask for a target each, not for all languages in all of them", async () => {
  const markets = Array.from({ length: 40 }, (_, i) => ({ id: String(i + 1), locales: ["de"], countries: ["DE"] }));
  const found = await targets(markets);
  expect(Object.values(found).flat()).toHaveLength(3 + 40);
});
