import type { MarketRecord, ShopLocaleRecord, WebPresenceRecord } from "../markets/market-records.ts";
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

interface Region {
  __typename: "MarketRegionCountry";
  id: string;
  code: string;
  name: string;
  currency: ReturnType<typeof currencySetting>;
}
const regionsOf = ({ id, countries, currency }: MarketRecord): Region[] =>
  countries.map((code, i) => ({
    __typename: "MarketRegionCountry",
    id: gid("MarketRegionCountry", id * 300 + i),
    code,
    name: countryNames.of(code) ?? code,
    currency: currencySetting(currency),
  }));
const regionList = listField<MarketRecord, Region>(regionsOf, ({ id }) => id);

export const marketModel = model<MarketRecord>(
  {
    id: (market) => gid("Market", market.id),
    name: (market) => market.name,
    handle: (market) => market.handle,
    status: (market) => market.status,
    enabled: (market) => market.status === "ACTIVE",
    type: (market) => market.type,
    primary: (market) => market.primary,
    conditions: (market) => (market.type === "REGION" ? market : null),
    currencySettings: (market) => ({
      baseCurrency: currencySetting(market.currency),
      localCurrencies: false,
      roundingEnabled: true,
    }),
    webPresence: (market, _args, { shop }) => presencesOfMarket(shop, market)[0] ?? null,
  },
  {
    regions: regionList,
    webPresences: listField<MarketRecord, WebPresenceRecord>(
      (market, _args, { shop }) => presencesOfMarket(shop, market),
      byId,
    ),
  },
);

export const conditionsModel = model<MarketRecord>({
  conditionTypes: () => ["REGION"],
  regionsCondition: (market) => market,
  companyLocationsCondition: () => null,
  locationsCondition: () => null,
  channelsCondition: () => null,
});
export const regionsConditionModel = model<MarketRecord>(
  { applicationLevel: () => "SPECIFIED" },
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
  webPresences: listField<unknown, WebPresenceRecord>((_s, _args, { shop }) => [...shop.webPresences.values()], byId),
};
