import { all, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { digestOf } from "../../lib/digest.ts";
import type { LocaleTerms } from "./locale-term.ts";

/** The terms of a shop by language; a language without any is not in it. */
export type TermsByLocale = ReadonlyMap<string, LocaleTerms>;

const digestsSql = "SELECT locale, digest FROM locale_terms WHERE shop = @shop ORDER BY locale";
const termsSql = "SELECT digest, terms FROM locale_terms WHERE shop = @shop AND locale = @locale";

const parsed = new Map<string, LocaleTerms>();
const maxParsed = 100;
const noTerms: LocaleTerms = [];

/** Names the terms of all languages of a shop as they are: whoever saves says which ones they saw. */
export function* termsDigest(shop: ShopDomain): Steps<string> {
  const rows = yield* all<{ locale: string; digest: string }>(digestsSql, { shop });
  return digestOf(rows.map(({ locale, digest }) => [locale, digest]));
}

/**
 * The terms of one language. The same terms give the same object: they are parsed once, and what checks derive from them is kept.
 */
export function* readLocaleTerms(shop: ShopDomain, locale: string): Steps<LocaleTerms> {
  const [row] = yield* all<{ digest: string; terms: string }>(termsSql, { shop, locale });
  if (!row) return noTerms;
  const known = parsed.get(row.digest);
  if (known) return known;
  // They were read by the schema when they were saved.
  const terms = JSON.parse(row.terms) as LocaleTerms;
  if (parsed.size >= maxParsed) parsed.delete(parsed.keys().next().value ?? "");
  parsed.set(row.digest, terms);
  return terms;
}

export function* readTermsByLocale(shop: ShopDomain): Steps<TermsByLocale> {
  const rows = yield* all<{ locale: string }>(digestsSql, { shop });
  const found = new Map<string, LocaleTerms>();
  for (const { locale } of rows) found.set(locale, yield* readLocaleTerms(shop, locale));
  return found;
}
