import { shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import { translationTargetsOf } from "../../catalog/translations/translation-targets.ts";
import type { Steps } from "../../db/steps.ts";
import type { TranslationWish } from "./jobs.ts";

/** A language, or a market in it. */
export interface Place {
  locale: string;
  /** "" = for everywhere */
  market: string;
}

/** What the request and its answer call a place: `de`, `de-market-41`. Also a key for maps. */
export function placeName({ locale, market }: Place): string {
  return market === "" ? locale : `${locale}-market-${market}`;
}

/**
 * For whom a run translates: its languages for everywhere, if that is among its markets, and then for each of its markets those of
 * its languages that are offered there. What no address of a market offers nobody would read.
 */
export function* placesOf(shop: string, { locales, markets = [""] }: TranslationWish): Steps<Place[]> {
  const general = markets.includes("") ? locales.map((locale) => ({ locale, market: "" })) : [];
  const named = markets.filter((market) => market !== "");
  if (named.length === 0) return general;
  const offered = yield* translationTargetsOf(shop);
  const isWanted = ({ locale, market }: Place) => named.includes(market) && locales.some((wanted) => wanted === locale);
  return [...general, ...offered.filter(isWanted)];
}

/** What a request says of the readers of a market, by its number. */
export function* marketWordsOf(shop: string): Steps<ReadonlyMap<string, string>> {
  const markets = yield* shopMarketsOf(shop);
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
  return new Map(
    markets.map(({ id, name, countries, subdivisions }) => {
      const nameOf = (code: string) => names.of(code) ?? code;
      // CLDR has no names of countries' parts here: `Canada CA-QC` is what a model knows.
      const parts = subdivisions.map((code) => `${nameOf(code.slice(0, 2))} ${code}`);
      const where = [...countries.map(nameOf), ...parts].slice(0, mostCountries);
      const isNamed = where.length === 0 || (where.length === 1 && where[0] === name);
      return [id, isNamed ? name : `${name} (${where.join(", ")})`];
    }),
  );
}

/** A market of half the world asks for no region's words. */
const mostCountries = 12;
