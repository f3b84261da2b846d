import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import type { AdaptationWish } from "../../generation/adapt/jobs.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { channelRules } from "../../rules/channels/channel-rules.ts";
import { channelsOf, textsOfChannel } from "../../rules/channels/channel-types.ts";
import { readChangedRules } from "../../rules/channels/read-rule-settings.ts";

/** What was asked for is not there; it names what is. */
export type UnknownWish =
  | { kind: "unknown_channel"; channels: string[] }
  | { kind: "unknown_texts"; texts: string[] }
  | { kind: "unknown_locales"; locales: string[] };

/** What of a wish the shop does not have; null when all is there. */
export async function unknownOf(
  { db }: { db: Db },
  shop: ShopDomain,
  { channel, from, locale, contentTypes }: AdaptationWish,
): Promise<UnknownWish | null> {
  const rules = (await db.do(readChangedRules(shop))) ?? channelRules;
  const channels = channelsOf(rules);
  if (!channels.includes(channel) || from === channel || (from !== "store" && !channels.includes(from))) {
    return { kind: "unknown_channel", channels };
  }
  const texts = textsOfChannel(channel, rules);
  if (!contentTypes.some((name) => texts.includes(name))) return { kind: "unknown_texts", texts };
  const { locale: primary } = await readPrimaryTarget({ db }, shop);
  const locales = [primary, ...(await db.do(translatedLocalesOf(shop)))];
  return locales.includes(locale) ? null : { kind: "unknown_locales", locales };
}
