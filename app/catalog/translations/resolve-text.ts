import type { ShopMarket } from "./shop-languages.ts";
import type { ShopTranslations } from "./shop-translations.ts";

/** Which text a shopper's came from. */
export type TextOrigin = "market" | "parent" | "locale" | "source";

export interface ResolvedText {
  /** as Shopify stores it */
  value: string;
  from: TextOrigin;
  /** the market that it was written for, "" for none */
  market: string;
}

/** What decides: the texts of one language that the shop holds by market ("" = none), and the text in its own language. */
export interface TextsOfLanguage {
  held: ReadonlyMap<string, ShopTranslations>;
  /** null where the shop has none */
  source: string | null;
}

/**
 * What a shopper of a market reads in a language: the market's own text, else that of the nearest market which it inherits from,
 * else the one for everywhere, else the source. An outdated translation is read as any other. The shop's own language goes the
 * same way: a market may have a text of its own there too.
 * @param name of the slot. @param market null: a shopper of no market
 * @returns null where there is no text at all
 * @see https://shopify.dev/docs/apps/build/markets/market-inheritance
 */
export function resolveText(
  name: string,
  market: Pick<ShopMarket, "id" | "parents"> | null,
  { held, source }: TextsOfLanguage,
): ResolvedText | null {
  const at = (id: string, from: TextOrigin): ResolvedText | null => {
    const text = held.get(id)?.[name];
    return text ? { value: text.value, from, market: id } : null;
  };
  const own = market && at(market.id, "market");
  if (own) return own;
  for (const parent of market?.parents ?? []) {
    const inherited = at(parent, "parent");
    if (inherited) return inherited;
  }
  return at("", "locale") ?? (source === null ? null : { value: source, from: "source", market: "" });
}
