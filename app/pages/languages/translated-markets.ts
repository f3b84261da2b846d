import { shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import { translationTargetsOf } from "../../catalog/translations/translation-targets.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { MarketChoice } from "../../ui/languages/market-choice.ts";

/** The markets that may have translations of their own, each with the languages that are offered there beside the shop's own. */
export function* translatedMarkets(shop: ShopDomain, locales: readonly string[]): Steps<MarketChoice[]> {
  const targets = yield* translationTargetsOf(shop);
  return (yield* shopMarketsOf(shop)).flatMap(({ id, name }) => {
    const offered = targets.flatMap(({ market, locale }) =>
      market === id && locales.includes(locale) ? [locale] : [],
    );
    return offered.length > 0 ? [{ id, name, locales: offered }] : [];
  });
}
