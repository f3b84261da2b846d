import type { Steps } from "../../db/steps.ts";
import type { TranslationTarget } from "../../shopify/operations/index.ts";
import { primaryTargetOf } from "../read-primary-target.ts";
import { shopMarketsOf, translatedLocalesOf } from "./shop-languages.ts";

/**
 * All that translations of a shop are for: its languages beside the primary one, and in each market these and the primary one,
 * whose texts a market may have of its own. None in a shop of one language without markets that were read.
 */
export function* translationTargetsOf(shop: string): Steps<TranslationTarget[]> {
  const locales = yield* translatedLocalesOf(shop);
  const { locale: primary } = yield* primaryTargetOf(shop);
  const markets = yield* shopMarketsOf(shop);
  return [
    ...locales.map((locale) => ({ locale, market: "" })),
    ...markets.flatMap(({ id }) => [primary, ...locales].map((locale) => ({ locale, market: id }))),
  ];
}
