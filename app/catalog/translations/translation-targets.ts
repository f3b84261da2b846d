import type { Steps } from "../../db/steps.ts";
import type { TranslationTarget } from "../../shopify/operations/index.ts";
import { primaryTargetOf } from "../read-primary-target.ts";
import { type ShopMarket, shopMarketsOf, translatedLocalesOf } from "./shop-languages.ts";

/**
 * All that translations of a shop are for: its languages beside the primary one, and in each market those of its languages, the
 * primary one included, that its addresses offer: a market may have texts of its own in these. None in a shop of one language
 * without markets that were read. What no address of a market offers nobody reads there.
 */
export function* translationTargetsOf(shop: string): Steps<TranslationTarget[]> {
  const locales = yield* translatedLocalesOf(shop);
  const { locale: primary } = yield* primaryTargetOf(shop);
  const markets = yield* shopMarketsOf(shop);
  const ofShop = [primary, ...locales];
  return [
    ...locales.map((locale) => ({ locale, market: "" })),
    ...markets.flatMap((market) => offeredIn(market, markets, ofShop).map((locale) => ({ locale, market: market.id }))),
  ];
}

/**
 * The languages that customers of a market are offered: by its own addresses, else by those of the nearest market that it inherits
 * from, else by the shop's. A market without countries (of a location, a company or a channel) has addresses of its own or none.
 */
function offeredIn(market: ShopMarket, all: readonly ShopMarket[], ofShop: readonly string[]): string[] {
  const nearest = [market.id, ...market.parents].map((id) => all.find((one) => one.id === id)?.locales ?? []);
  const offered = nearest.find((locales) => locales.length > 0);
  if (offered) return ofShop.filter((locale) => offered.includes(locale));
  return market.countries.length > 0 ? [...ofShop] : [];
}
