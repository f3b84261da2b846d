import { marketsOfCountry, presencesOfCountry } from "../markets/resolve-market.ts";
import { gid, idOf } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import type { TranslatableContent } from "../translate/content.ts";
import { primaryLocale, translatableContent } from "../translate/translatable-content.ts";

/** Which row a shopper's text came from. */
export type TextOrigin = "market" | "parent market" | "locale" | "source";

export interface ShopperText {
  value: string;
  from: TextOrigin;
  /** of the market whose row it is */
  marketId: string | null;
}

/** Who reads: from a country, in a language. */
export interface Shopper {
  country: string;
  locale: string;
}

/**
 * The language in which a shopper is served: the one asked for when it is published and an address of the shopper's market leads
 * to it, else that market's own.
 */
export function servedLocale(shop: ShopState, { country, locale }: Shopper): string {
  const presences = presencesOfCountry(shop, country);
  const isServed =
    shop.locales.get(locale)?.published === true &&
    presences.some((one) => one.defaultLocale === locale || one.alternateLocales.includes(locale));
  if (isServed) return locale;
  const own = presences[0]?.defaultLocale ?? primaryLocale(shop);
  return shop.locales.get(own)?.published ? own : primaryLocale(shop);
}

/**
 * What a shopper reads: the row of the most specific market, else those of the markets that it inherits from, else the row for
 * everywhere, else the source. An outdated translation is read as any other.
 */
export function shopperText(
  shop: ShopState,
  shopper: Shopper,
  resourceId: string,
  content: Pick<TranslatableContent, "key" | "value">,
): ShopperText {
  const { key } = content;
  const { locale } = shopper;
  for (const [i, market] of marketsOfCountry(shop, shopper.country).entries()) {
    const marketId = gid("Market", market.id);
    const row = shop.translations.find(resourceId, { key, locale, marketId });
    if (row) return { value: row.value, from: i === 0 ? "market" : "parent market", marketId };
  }
  const row = shop.translations.find(resourceId, { key, locale, marketId: null });
  if (row) return { value: row.value, from: "locale", marketId: null };
  return { value: content.value, from: "source", marketId: null };
}

/** All texts of a resource as a shopper reads them, by key; undefined when there is no such resource. */
export function shopperTexts(shop: ShopState, shopper: Shopper, resourceId: string) {
  const entry = entryOfValue(shop, resourceId);
  if (entry !== undefined) {
    const label = translatableContent(shop, entry)?.find(({ key }) => key === "label");
    return label && { name: shopperText(shop, shopper, entry, label) };
  }
  const content = translatableContent(shop, resourceId);
  return content && Object.fromEntries(content.map((one) => [one.key, shopperText(shop, shopper, resourceId, one)]));
}

/** The metaobject that a linked option's value is: what shoppers read is its label. */
function entryOfValue(shop: ShopState, resourceId: string): string | undefined {
  const id = idOf("ProductOptionValue", resourceId);
  const options = id === undefined ? [] : (shop.products.ownerOf("optionValue", id)?.options ?? []);
  const value = options.flatMap(({ values }) => values).find((one) => one.id === id);
  return value?.metaobjectId === undefined ? undefined : gid("Metaobject", value.metaobjectId);
}
