import type { CatalogueMarket, CataloguePresence } from "../../catalogue/markets.ts";
import type { ShopState } from "../shop-state.ts";
import type { MarketRecord, WebPresenceRecord } from "./market-records.ts";

/**
 * Puts a market into a shop with the web presence that it has, without telling anybody; which market inherits from which is built
 * apart.
 */
export function putMarket(shop: ShopState, input: CatalogueMarket): MarketRecord {
  const { countries, subdivisions = [], everywhere = false } = input;
  const isSomewhere = everywhere || countries.length + subdivisions.length > 0;
  const market: MarketRecord = {
    __typename: "Market",
    id: shop.nextId(),
    name: input.name,
    handle: input.handle,
    status: input.status,
    type: input.type ?? (isSomewhere ? "REGION" : "NONE"),
    ...{ countries, subdivisions, everywhere },
    parents: input.parents ?? null,
    currency: input.currency,
    primary: input.primary ?? false,
  };
  shop.markets.set(market.id, market);
  if (input.presence) putPresence(shop, input.presence, [market.id]);
  return market;
}

/** Puts an address into a shop; languages that the shop lacks are left out. @param marketIds none: it is no market's */
export function putPresence(
  shop: ShopState,
  { subfolderSuffix, defaultLocale, alternateLocales }: CataloguePresence,
  marketIds: number[],
): WebPresenceRecord {
  const [primary = "en"] = shop.options.locales;
  const own = shop.locales.has(defaultLocale) ? defaultLocale : primary;
  const presence: WebPresenceRecord = {
    __typename: "MarketWebPresence",
    id: shop.nextId(),
    marketIds,
    subfolderSuffix,
    defaultLocale: own,
    alternateLocales: alternateLocales.filter((locale) => shop.locales.has(locale) && locale !== own),
  };
  shop.webPresences.set(presence.id, presence);
  return presence;
}
