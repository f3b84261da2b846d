import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { assertLocalesNamed } from "../../catalog/translations/assert-locales-named.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import { translationTargetsOf } from "../../catalog/translations/translation-targets.ts";
import type { Db } from "../../db/open.ts";
import { type Locale, localeSchema, type ShopDomain } from "../../lib/brand.ts";
import { storeTarget, type Target } from "../../texts/target.ts";

/** In which languages something is done with texts of products; absent: in the shop's own. */
export const localesSchema = z.array(localeSchema).min(1).optional();

/** In which markets of these languages, "" for everywhere; absent: everywhere alone. Never without languages. */
export const marketsSchema = z
  .array(z.string().regex(/^\d{0,20}$/))
  .min(1)
  .optional();

/**
 * Whom the texts of these languages are for, for everywhere and for markets, each once and in the order of the shop. What the shop
 * does not have, or offers nowhere, is left out.
 * @throws OperationalError `locales_missing` for markets without languages
 */
export async function targetsOf(
  deps: { db: Db },
  shop: ShopDomain,
  locales: readonly Locale[] | undefined,
  markets?: readonly string[],
): Promise<Target[]> {
  assertLocalesNamed({ locales, markets });
  const own = await readPrimaryTarget(deps, shop);
  if (locales === undefined) return [own];
  const places = markets ?? [""];
  const ofMarkets = (await deps.db.do(translationTargetsOf(shop)))
    .filter(({ locale, market }) => market !== "" && places.includes(market) && locales.some((one) => one === locale))
    .map(({ locale, market }) => ({ ...storeTarget(locale), market }));
  if (!places.includes("")) return ofMarkets;
  const beside = (await deps.db.do(translatedLocalesOf(shop))).map((locale) => storeTarget(locale));
  return [...[own, ...beside].filter(({ locale }) => locales.some((one) => one === locale)), ...ofMarkets];
}
