import type {
  MarketRecord,
  MarketRelationshipRecord,
  ShopLocaleRecord,
  WebPresenceRecord,
} from "../markets/market-records.ts";
import { childrenOf, parentsOf } from "../markets/market-tree.ts";
import { marketsOfCountry, presencesOfCountry, presencesOfMarket } from "../markets/resolve-market.ts";
import { gid, idOf } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import { type Fields, listField, model } from "./context.ts";
import { currency as shopCurrency } from "./product.ts";

const byId = (item: { id: number }) => item.id;
const countryNames = new Intl.DisplayNames("en", { type: "region" });
const currencyNames = new Intl.DisplayNames("en", { type: "currency" });
const currencySetting = (code: string) => ({
  currencyCode: code,
  currencyName: currencyNames.of(code) ?? code,
  enabled: true,
});

type Region =
  | {
      __typename: "MarketRegionCountry";
      id: string;
      code: string;
      name: string;
      currency: ReturnType<typeof currencySetting>;
    }
  | {
      __typename: "MarketRegionSubdivision";
      id: string;
      code: string;
      name: string;
      country: { code: string; name: string };
    };
const countryName = (code: string) => countryNames.of(code) ?? code;
/** One flat list of whole countries and parts of others; none where the market is everywhere. */
const regionsOf = ({ id, countries, subdivisions, currency }: MarketRecord): Region[] => [
  ...countries.map((code, i) => ({
    __typename: "MarketRegionCountry" as const,
    id: gid("MarketRegionCountry", (id % 1_000_000_000) * 5_000 + i),
    code,
    name: countryName(code),
    currency: currencySetting(currency),
  })),
  ...subdivisions.map((full, i) => ({
    __typename: "MarketRegionSubdivision" as const,
    id: gid("MarketRegionSubdivision", (id % 1_000_000_000) * 5_000 + i),
    code: full.slice(3),
    name: full,
    country: { code: full.slice(0, 2), name: countryName(full.slice(0, 2)) },
  })),
];
const regionList = listField<MarketRecord, Region>(regionsOf, ({ id }) => id);
const hasRegions = ({ type, countries, subdivisions, everywhere }: MarketRecord) =>
  type === "REGION" || everywhere || countries.length + subdivisions.length > 0;
const marketList = (read: (shop: ShopState, id: number) => MarketRecord[]) =>
  listField<MarketRecord, MarketRecord>(({ id }, _args, { shop }) => read(shop, id), byId);

export const marketModel = model<MarketRecord>(
  {
    id: (market) => gid("Market", market.id),
    name: (market) => market.name,
    handle: (market) => market.handle,
    status: (market) => market.status,
    enabled: (market) => market.status === "ACTIVE",
    type: (market) => market.type,
    primary: (market) => market.primary,
    conditions: (market) => (market.type === "NONE" ? null : market),
    currencySettings: (market) => ({
      baseCurrency: currencySetting(market.currency),
      localCurrencies: false,
      roundingEnabled: true,
    }),
    webPresence: (market, _args, { shop }) => presencesOfMarket(shop, market)[0] ?? null,
  },
  {
    regions: regionList,
    parentMarkets: marketList(parentsOf),
    childMarkets: marketList(childrenOf),
    webPresences: listField<MarketRecord, WebPresenceRecord>(
      (market, _args, { shop }) => presencesOfMarket(shop, market),
      byId,
    ),
  },
);

export const conditionsModel = model<MarketRecord>({
  conditionTypes: (market) => [...new Set([market.type, ...(hasRegions(market) ? ["REGION"] : [])])],
  regionsCondition: (market) => (hasRegions(market) ? market : null),
  companyLocationsCondition: () => null,
  locationsCondition: () => null,
  channelsCondition: () => null,
});
export const regionsConditionModel = model<MarketRecord>(
  { applicationLevel: ({ everywhere }) => (everywhere ? "ALL" : "SPECIFIED") },
  { regions: regionList },
);

const hostOf = (shop: ShopState) => shop.options.publicHost ?? shop.domain;

/** The addresses of each language: the domain itself for the default one, `/<locale>-<suffix>/` in a subfolder. */
function rootUrlsOf(shop: ShopState, presence: WebPresenceRecord) {
  const { defaultLocale, alternateLocales, subfolderSuffix } = presence;
  const folder = (locale: string) => {
    if (subfolderSuffix !== null) return `${locale.toLowerCase()}-${subfolderSuffix}/`;
    return locale === defaultLocale ? "" : `${locale.toLowerCase()}/`;
  };
  const url = (locale: string) => ({ locale, url: `https://${hostOf(shop)}/${folder(locale)}` });
  return [defaultLocale, ...alternateLocales].map(url);
}

const localeAt = (shop: ShopState, locale: string): ShopLocaleRecord =>
  shop.locales.get(locale) ?? { locale, published: false };

export const webPresenceModel = model<WebPresenceRecord>(
  {
    id: (presence) => gid("MarketWebPresence", presence.id),
    subfolderSuffix: (presence) => presence.subfolderSuffix,
    domain: (presence, _args, { shop }) =>
      presence.subfolderSuffix === null
        ? { id: gid("Domain", shop.id), host: hostOf(shop), url: `https://${hostOf(shop)}`, sslEnabled: true }
        : null,
    defaultLocale: (presence, _args, { shop }) => localeAt(shop, presence.defaultLocale),
    alternateLocales: (presence, _args, { shop }) => presence.alternateLocales.map((one) => localeAt(shop, one)),
    rootUrls: (presence, _args, { shop }) => rootUrlsOf(shop, presence),
  },
  {
    markets: listField<WebPresenceRecord, MarketRecord>(
      (presence, _args, { shop }) => presence.marketIds.flatMap((id) => shop.markets.get(id) ?? []),
      byId,
    ),
  },
);

export const relationshipModel = model<MarketRelationshipRecord>({
  id: ({ id }) => gid("MarketRelationship", id),
  childMarket: ({ childId }, _args, { shop }) => shop.markets.get(childId),
  parentMarket: ({ parentId }, _args, { shop }) => (parentId === null ? null : (shop.markets.get(parentId) ?? null)),
});

export const resolvedValuesModel = model<{ country: string }>(
  {
    currencyCode: ({ country }, _args, { shop }) => marketsOfCountry(shop, country)[0]?.currency ?? shopCurrency,
    priceInclusivity: () => ({ dutiesIncluded: false, taxesIncluded: false }),
  },
  {
    webPresences: listField<{ country: string }, WebPresenceRecord>(
      ({ country }, _args, { shop }) => presencesOfCountry(shop, country),
      byId,
    ),
  },
);

export const marketQueries: Fields<unknown> = {
  market: (_s, args, { shop }) => shop.markets.get(idOf("Market", args.id) ?? 0) ?? null,
  marketRelationshipsStatus: (_s, _args, { shop }) => ({ version: shop.marketTree.version }),
  primaryMarket: (_s, _args, { shop }) => [...shop.markets.values()].find(({ primary }) => primary),
  marketsResolvedValues: (_s, args) => ({ country: (args.buyerSignal as { countryCode: string }).countryCode }),
};

export const marketLists = {
  markets: listField<unknown, MarketRecord>(
    (_s, args, { shop }) =>
      [...shop.markets.values()].filter(
        ({ type }) => args.type === undefined || args.type === null || type === args.type,
      ),
    byId,
  ),
  // Of a market that is gone nothing is said, although the tree was built before.
  marketRelationships: listField<unknown, MarketRelationshipRecord>(
    (_s, _args, { shop }) => shop.marketTree.relationships.filter(({ childId }) => shop.markets.has(childId)),
    byId,
  ),
  webPresences: listField<unknown, WebPresenceRecord>((_s, _args, { shop }) => [...shop.webPresences.values()], byId),
};
