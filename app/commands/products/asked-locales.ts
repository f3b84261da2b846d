import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import { type Locale, localeSchema, type ShopDomain } from "../../lib/brand.ts";
import { storeTarget, type Target } from "../../texts/target.ts";

/** In which languages something is done with texts of products; absent: in the shop's own. */
export const localesSchema = z.array(localeSchema).min(1).optional();

/** Whom the texts of these languages are for, each once and in the order of the shop. What the shop does not have is left out. */
export async function targetsOf(
  deps: { db: Db },
  shop: ShopDomain,
  locales: readonly Locale[] | undefined,
): Promise<Target[]> {
  const own = await readPrimaryTarget(deps, shop);
  if (locales === undefined) return [own];
  const beside = (await deps.db.do(translatedLocalesOf(shop))).map((locale) => storeTarget(locale));
  return [own, ...beside].filter(({ locale }) => locales.some((one) => one === locale));
}
