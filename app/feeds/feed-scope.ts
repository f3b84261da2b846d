import { shopLocalesOf } from "../catalog/translations/shop-languages.ts";
import { get, type Steps } from "../db/steps.ts";
import type { Feed } from "./feed.ts";
import type { TextsWanted } from "./read-products.ts";
import type { FeedScope } from "./row.ts";
import type { FeedTemplate } from "./template.ts";
import { textsUsed } from "./texts-used.ts";

interface ShopRow {
  name: string | null;
  currency: string | null;
  primaryLocale: string;
  primaryDomain: string | null;
}

/** What all rows of a feed share. */
export function* readFeedScope(
  shop: string,
  { choices }: Pick<Feed, "choices">,
  template: FeedTemplate,
): Steps<{ scope: FeedScope; wanted: TextsWanted }> {
  const row = yield* get<ShopRow>(
    `SELECT name, currency, primary_locale AS "primaryLocale", primary_domain AS "primaryDomain" FROM shops WHERE shop = @shop`,
    { shop },
  );
  const primaryLocale =
    (yield* shopLocalesOf(shop)).find(({ isPrimary }) => isPrimary)?.locale ?? row?.primaryLocale ?? "en";
  const primaryDomain = row?.primaryDomain ?? null;
  const { locale, market } = choices;
  const { channel } = template;
  const defaults = Object.fromEntries(template.settings.map((one) => [one.name, one.default]));
  const filled = Object.entries(choices.settings).filter(([, value]) => value !== "");
  const scope: FeedScope = {
    locale,
    market,
    channel,
    country: choices.country,
    currency: choices.currency,
    shopCurrency: row?.currency ?? null,
    storeName: row?.name ?? shop,
    storeUrl: `https://${primaryDomain ?? shop}`,
    itemId: choices.itemId,
    untranslated: choices.untranslated,
    settings: { ...defaults, ...Object.fromEntries(filled) },
  };
  return {
    scope,
    wanted: { shop, locale, market, channel, primaryLocale, primaryDomain, contentTypes: textsUsed(template) },
  };
}
