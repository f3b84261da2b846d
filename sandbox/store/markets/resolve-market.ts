import type { ShopState } from "../shop-state.ts";
import type { MarketRecord, WebPresenceRecord } from "./market-records.ts";

/**
 * The markets that a buyer in a country belongs to, the most specific first. A market whose countries are all another's too is
 * its submarket and inherits from it. Drafts count for nobody.
 * @see https://shopify.dev/docs/apps/build/markets/market-inheritance
 */
export function marketsOfCountry(shop: ShopState, country: string): MarketRecord[] {
  return [...shop.markets.values()]
    .filter((market) => market.status === "ACTIVE" && market.countries.includes(country))
    .sort((a, b) => a.countries.length - b.countries.length || a.id - b.id);
}

export function presencesOfMarket(shop: ShopState, market: MarketRecord): WebPresenceRecord[] {
  return [...shop.webPresences.values()].filter((presence) => presence.marketIds.includes(market.id));
}

/** The web presences that a buyer in a country gets: those of the most specific market that has one, else the shop's own domain. */
export function presencesOfCountry(shop: ShopState, country: string): WebPresenceRecord[] {
  for (const market of marketsOfCountry(shop, country)) {
    const own = presencesOfMarket(shop, market);
    if (own.length > 0) return own;
  }
  return [...shop.webPresences.values()].filter((presence) => presence.subfolderSuffix === null).slice(0, 1);
}

/** The web presences that a language is read at; none means that no address leads to it, published or not. */
export function presencesOfLocale(shop: ShopState, locale: string): WebPresenceRecord[] {
  return [...shop.webPresences.values()].filter(
    (presence) => presence.defaultLocale === locale || presence.alternateLocales.includes(locale),
  );
}
