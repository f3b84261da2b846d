import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { assertKnownTarget } from "../../catalog/translations/assert-known-target.ts";
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
  /** a channel that there are rules of; absent: the shop's own pages */
  channel: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .optional(),
};

/**
 * The target that was asked for. A language that the shop removed is one of its own still: what was written for it is kept.
 * @throws OperationalError `unknown_locale`, `unknown_market` for those that the shop does not have: it names those that exist
 */
export async function askedTarget(
  deps: { db: Db },
  shop: ShopDomain,
  {
    locale,
    market = "",
    channel,
  }: { locale?: Locale | undefined; market?: string | undefined; channel?: string | undefined },
): Promise<Target> {
  const primary = await readPrimaryTarget(deps, shop);
  const target = { ...primary, locale: locale ?? primary.locale, market, channel: channel ?? primary.channel };
  await deps.db.do(assertKnownTarget(shop, target, primary));
  return target;
}
