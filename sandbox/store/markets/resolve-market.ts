import type { ShopState } from "../shop-state.ts";
import type { MarketRecord, WebPresenceRecord } from "./market-records.ts";
import { lineageOf } from "./market-tree.ts";

/**
 * The markets that a buyer in a country belongs to, the most specific first: the smallest of those that hold the whole country,
 * those that it inherits from, and the other ones that hold it. Drafts count for nobody.
 * @see https://shopify.dev/docs/apps/build/markets/market-inheritance
 */
export function marketsOfCountry(shop: ShopState, country: string): MarketRecord[] {
  const sizeOf = ({ everywhere, countries }: MarketRecord) =>
    everywhere ? Number.POSITIVE_INFINITY : countries.length;
  const matching = [...shop.markets.values()]
    .filter(({ status, type }) => status === "ACTIVE" && type === "REGION")
    .filter(({ everywhere, countries }) => everywhere || countries.includes(country))
    .sort((a, b) => (sizeOf(a) === sizeOf(b) ? a.id - b.id : sizeOf(a) - sizeOf(b)));
  const [own] = matching;
  return own ? [...new Set([own, ...lineageOf(shop, own), ...matching])] : [];
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
  return presencesOfShop(shop);
}

/** The shop's own domain, whose address is no market's, or one's. */
function presencesOfShop(shop: ShopState): WebPresenceRecord[] {
  return [...shop.webPresences.values()].filter((presence) => presence.subfolderSuffix === null).slice(0, 1);
}

/** The web presences that a language is read at; none means that no address leads to it, published or not. */
export function presencesOfLocale(shop: ShopState, locale: string): WebPresenceRecord[] {
  return [...shop.webPresences.values()].filter(
    (presence) => presence.defaultLocale === locale || presence.alternateLocales.includes(locale),
  );
}
