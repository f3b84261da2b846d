import { availableLocales } from "../locales/available-locales.ts";
import type { ShopLocaleRecord } from "../markets/market-records.ts";
import { presencesOfLocale } from "../markets/resolve-market.ts";
import { primaryLocale } from "../translate/translatable-content.ts";
import { type Fields, model } from "./context.ts";

export const shopLocaleModel = model<ShopLocaleRecord>({
  locale: ({ locale }) => locale,
  name: ({ locale }) => availableLocales[locale] ?? locale,
  primary: ({ locale }, _args, { shop }) => locale === primaryLocale(shop),
  published: ({ published }) => published,
  marketWebPresences: ({ locale }, _args, { shop }) => presencesOfLocale(shop, locale),
});

export const localeQueries: Fields<unknown> = {
  /** In order of their codes, the primary one among them. */
  shopLocales: (_s, args, { shop }) =>
    [...shop.locales.values()]
      .filter(({ published }) => args.published !== true || published)
      .sort((a, b) => (a.locale < b.locale ? -1 : 1)),
  availableLocales: () => Object.entries(availableLocales).map(([isoCode, name]) => ({ isoCode, name })),
};
