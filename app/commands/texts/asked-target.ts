import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { Db } from "../../db/open.ts";
import { type Locale, localeSchema, type ShopDomain } from "../../lib/brand.ts";
import type { Target } from "../../texts/target.ts";

/** Whom a text is for; without a language the shop's own pages in its own. */
export const forWhom = {
  locale: localeSchema.optional(),
  /** its number; "" or absent: all of them */
  market: z
    .string()
    .regex(/^\d{0,20}$/)
    .optional(),
};

/** The target that was asked for. */
export async function askedTarget(
  deps: { db: Db },
  shop: ShopDomain,
  { locale, market = "" }: { locale?: Locale | undefined; market?: string | undefined },
): Promise<Target> {
  const primary = await readPrimaryTarget(deps, shop);
  return { ...primary, locale: locale ?? primary.locale, market };
}
