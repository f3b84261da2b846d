import { marketsWithTexts } from "../../catalog/translations/held-targets.ts";
import { shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import { translationTargetsOf } from "../../catalog/translations/translation-targets.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { MarketChoice } from "../../ui/languages/market-choice.ts";

/**
 * The markets that may have translations of their own, each with the languages that are offered there beside the shop's own, and
 * those in which it has texts that nobody is offered.
 */
export function* translatedMarkets(shop: ShopDomain, locales: readonly string[]): Steps<MarketChoice[]> {
  const targets = [...(yield* translationTargetsOf(shop)), ...(yield* marketsWithTexts(shop))];
  return (yield* shopMarketsOf(shop)).flatMap(({ id, name }) => {
    const own = new Set(targets.flatMap(({ market, locale }) => (market === id ? [locale] : [])));
    const shown = locales.filter((locale) => own.has(locale));
    return shown.length > 0 ? [{ id, name, locales: shown }] : [];
  });
}
