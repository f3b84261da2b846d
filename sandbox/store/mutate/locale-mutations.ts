import { availableLocales } from "../locales/available-locales.ts";
import type { ShopLocaleRecord } from "../markets/market-records.ts";
import { idOf } from "../records.ts";
import type { Args, Context, Fields } from "../resolve/context.ts";
import type { ShopState } from "../shop-state.ts";
import { primaryLocale } from "../translate/translatable-content.ts";

/** Beside the primary one. */
const languageLimit = 20;
const primaryStays = "The primary locale of your store can't be changed through this endpoint.";

function enable(args: Args, context: Context) {
  const { shop } = context;
  const locale = args.locale as string;
  const refuse = (message: string, field: string[] | null = ["locale"]) => ({
    shopLocale: null,
    userErrors: [{ field, message }],
  });
  const name = availableLocales[locale];
  if (locale === primaryLocale(shop)) return refuse(primaryStays);
  if (name === undefined) return refuse("Locale is invalid");
  if (shop.locales.has(locale)) return refuse("Locale has already been taken");
  if (shop.locales.size - 1 >= languageLimit) {
    const message = `Your store has reached its ${languageLimit} language limit. To add ${name}, delete one of your other languages.`;
    return refuse(message, null);
  }
  const shopLocale: ShopLocaleRecord = { locale, published: false };
  shop.locales.set(locale, shopLocale);
  showOn(shop, locale, args.marketWebPresenceIds);
  context.tell("locales/create", () => localePayload(shopLocale));
  return { shopLocale, userErrors: [] };
}

function update(args: Args, context: Context) {
  const { shop } = context;
  const locale = args.locale as string;
  const refuse = (message: string) => ({ shopLocale: null, userErrors: [{ field: ["locale"], message }] });
  if (locale === primaryLocale(shop)) return refuse(primaryStays);
  const before = shop.locales.get(locale);
  if (!before) return refuse("The locale doesn't exist.");
  const input = args.shopLocale as { published?: boolean | null; marketWebPresenceIds?: string[] | null };
  const shopLocale: ShopLocaleRecord = { locale, published: input.published ?? before.published };
  shop.locales.set(locale, shopLocale);
  showOn(shop, locale, input.marketWebPresenceIds);
  context.tell("locales/update", () => localePayload(shopLocale));
  return { shopLocale, userErrors: [] };
}

/** All translations of the language are deleted with it, at once. */
function disable(args: Args, context: Context) {
  const { shop } = context;
  const locale = args.locale as string;
  const refuse = (message: string) => ({ locale: null, userErrors: [{ field: ["locale"], message }] });
  if (locale === primaryLocale(shop)) return refuse(primaryStays);
  const before = shop.locales.get(locale);
  if (!before) return refuse("The locale doesn't exist.");
  shop.locales.delete(locale);
  showOn(shop, locale, []);
  shop.translations.removeEverywhere((record) => record.locale === locale);
  context.tell("locales/destroy", () => localePayload(before));
  return { locale, userErrors: [] };
}

/** The language is read at these web presences and no others; ids that are not known are ignored, none given changes nothing. */
function showOn(shop: ShopState, locale: string, ids: unknown): void {
  if (!Array.isArray(ids)) return;
  const wanted = ids.map((id) => idOf("MarketWebPresence", id));
  for (const presence of shop.webPresences.values()) {
    const others = presence.alternateLocales.filter((one) => one !== locale);
    presence.alternateLocales =
      wanted.includes(presence.id) && presence.defaultLocale !== locale ? [...others, locale] : others;
    if (presence.defaultLocale === locale && !shop.locales.has(locale)) presence.defaultLocale = primaryLocale(shop);
  }
}

const localePayload = ({ locale, published }: ShopLocaleRecord) => ({ locale, published });

export const localeMutations: Fields<unknown> = {
  shopLocaleEnable: (_s, args, context) => enable(args, context),
  shopLocaleUpdate: (_s, args, context) => update(args, context),
  shopLocaleDisable: (_s, args, context) => disable(args, context),
};
