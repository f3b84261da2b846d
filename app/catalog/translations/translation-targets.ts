import { get, type Steps } from "../../db/steps.ts";
import type { TranslationTarget } from "../../shopify/operations/index.ts";
import { primaryTargetOf } from "../read-primary-target.ts";
import { heldTargets } from "./held-targets.ts";
import { type ShopMarket, shopMarketsOf, translatedLocalesOf } from "./shop-languages.ts";

/**
 * All that translations of a shop are for: its languages beside the primary one, and in each market those of its languages, the
 * primary one included, that its customers are offered: a market may have texts of its own in these. None in a shop of one language
 * without markets that were read. What no address of a market offers nobody reads there.
 */
export function* translationTargetsOf(shop: string): Steps<TranslationTarget[]> {
  const { locales, markets, ofShop } = yield* targetsOfShop(shop);
  const { addressLocales } = yield* addressOf(shop);
  const offered = ofShop.filter((locale) => addressLocales?.includes(locale) ?? true);
  return [
    ...locales.map((locale) => ({ locale, market: "" })),
    ...markets.flatMap((market) =>
      offeredIn(market, markets, { ofShop, offered }).map((locale) => ({ locale, market: market.id })),
    ),
  ];
}

/**
 * The languages that customers of a market are offered: by its own addresses, else by those of the nearest market that it inherits
 * from, else by the shop's own address, which all get whose market has none. Those are customers in known places and companies that
 * log in: nobody comes to an address as one of a shop's locations or of another channel.
 */
function offeredIn(
  market: ShopMarket,
  all: readonly ShopMarket[],
  { ofShop, offered }: { ofShop: readonly string[]; offered: readonly string[] },
): string[] {
  const nearest = [market.id, ...market.parents].map((id) => all.find((one) => one.id === id)?.locales ?? []);
  const ofAddress = nearest.find((locales) => locales.length > 0);
  if (ofAddress) return ofShop.filter((locale) => ofAddress.includes(locale));
  const { everywhere, countries, subdivisions, type } = market;
  const hasPlaces = everywhere || countries.length + subdivisions.length > 0;
  return type === "COMPANY_LOCATION" || (type === "REGION" && hasPlaces) ? [...offered] : [];
}

/**
 * What is read of a shop's translations: all that they are for, and what else the shop has texts for in markets. A market that offers
 * a language no more, or none at all, keeps its texts in Shopify, and a person may still change them there.
 */
export function* targetsToRead(shop: string): Steps<TranslationTarget[]> {
  const offered = yield* translationTargetsOf(shop);
  const { isOfShop } = yield* targetsOfShop(shop);
  const known = new Set(offered.map(keyOf));
  return [...offered, ...(yield* heldTargets(shop)).filter((one) => isOfShop(one) && !known.has(keyOf(one)))];
}

/** Targets of one bulk query: each makes every line longer, a further query of them costs minutes. */
export const targetsPerQuery = 50;

/**
 * The same for an import, which finds what people wrote in Shopify for a market that offers the language nowhere: where all that a
 * shop can have fits into one query, all of it is asked for.
 */
export function* targetsToImport(shop: string): Steps<TranslationTarget[]> {
  const read = yield* targetsToRead(shop);
  const { markets, ofShop } = yield* targetsOfShop(shop);
  const known = new Set(read.map(keyOf));
  const others = markets
    .flatMap(({ id }) => ofShop.map((locale) => ({ locale, market: id })))
    .filter((one) => !known.has(keyOf(one)));
  return read.length + others.length <= targetsPerQuery ? [...read, ...others] : read;
}

/** @returns whether Shopify can hold texts for a language and market: with either it removes them */
export function* existingTargets(shop: string): Steps<(target: TranslationTarget) => boolean> {
  return (yield* targetsOfShop(shop)).isOfShop;
}

function* targetsOfShop(shop: string) {
  const locales = yield* translatedLocalesOf(shop);
  const { locale: primary } = yield* primaryTargetOf(shop);
  const markets = yield* shopMarketsOf(shop);
  const ofShop: string[] = [primary, ...locales];
  const ids = new Set(markets.map(({ id }) => id));
  const isOfShop = ({ locale, market }: TranslationTarget) =>
    market === "" ? locales.includes(locale) : ids.has(market) && ofShop.includes(locale);
  return { locales, markets, ofShop, isOfShop };
}

const addressSql = "SELECT address_locales AS addressLocales FROM shops WHERE shop = @shop";

/** @returns null while the shop's address was not read: then it may offer all languages */
function* addressOf(shop: string): Steps<{ addressLocales: string[] | null }> {
  const row = yield* get<{ addressLocales: string | null }>(addressSql, { shop });
  return { addressLocales: row?.addressLocales ? (JSON.parse(row.addressLocales) as string[]) : null };
}

function keyOf({ locale, market }: TranslationTarget): string {
  return `${locale} ${market}`;
}
