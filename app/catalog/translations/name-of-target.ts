import type { Steps } from "../../db/steps.ts";
import { languageName } from "../../lib/language-name.ts";
import { shopMarketsOf } from "./shop-languages.ts";

/** How logs and runs call whom a text is for: "German", "German (Switzerland)". A market that is gone goes by its number. */
export function* targetNamesOf(shop: string): Steps<(target: { locale: string; market: string }) => string> {
  const names = new Map((yield* shopMarketsOf(shop)).map(({ id, name }) => [id, name]));
  return ({ locale, market }) =>
    market === "" ? languageName(locale) : `${languageName(locale)} (${names.get(market) ?? market})`;
}
