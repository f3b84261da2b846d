import type { CatalogueMarket } from "../../catalogue/markets.ts";
import type { ShopState } from "../shop-state.ts";
import type { MarketRecord } from "./market-records.ts";

/** Puts a market into a shop with the web presence that it has, without telling anybody. Languages that the shop lacks are left out. */
export function putMarket(shop: ShopState, input: CatalogueMarket): MarketRecord {
  const market: MarketRecord = {
    __typename: "Market",
    id: shop.nextId(),
    name: input.name,
    handle: input.handle,
    status: input.status,
    type: input.countries.length > 0 ? "REGION" : "NONE",
    countries: input.countries,
    currency: input.currency,
    primary: input.primary ?? false,
  };
  shop.markets.set(market.id, market);
  if (!input.presence) return market;
  const [primary = "en"] = shop.options.locales;
  const { subfolderSuffix, defaultLocale, alternateLocales } = input.presence;
  const own = shop.locales.has(defaultLocale) ? defaultLocale : primary;
  const id = shop.nextId();
  shop.webPresences.set(id, {
    __typename: "MarketWebPresence",
    id,
    marketIds: [market.id],
    subfolderSuffix,
    defaultLocale: own,
    alternateLocales: alternateLocales.filter((locale) => shop.locales.has(locale) && locale !== own),
  });
  return market;
}
