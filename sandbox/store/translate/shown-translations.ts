import { idOf, isoTime, type TranslationRecord } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import { translatableContent } from "./translatable-content.ts";

/** Source of the GraphQL type Translation; `digest` is that of the source as it is now. */
export function shownTranslation(shop: ShopState, record: TranslationRecord, digest: string | undefined) {
  return {
    key: record.key,
    locale: record.locale,
    value: record.value,
    outdated: record.digest !== digest,
    updatedAt: isoTime(record.updatedAt),
    market: record.marketId === null ? null : (shop.markets.get(idOf("Market", record.marketId) ?? 0) ?? null),
  };
}

/**
 * Translations for one locale, published or not, and for one market or (without `marketId`) for everywhere. A market's rows
 * stand alone: what it inherits is not filled in.
 */
export function translationsOf(shop: ShopState, resourceId: string, args: Record<string, unknown>) {
  const marketId = (args.marketId as string | null | undefined) ?? null;
  const rows = shop.translations.of(resourceId).filter((t) => t.locale === args.locale && t.marketId === marketId);
  if (rows.length === 0) return [];
  const content = translatableContent(shop, resourceId) ?? [];
  return rows
    .map((t) => shownTranslation(shop, t, content.find((c) => c.key === t.key)?.digest))
    .filter((t) => args.outdated === undefined || args.outdated === null || t.outdated === args.outdated);
}

/** What `translations` of an object itself gives (HasPublishedTranslations): nothing of a locale that is not published. */
export function publishedTranslationsOf(shop: ShopState, resourceId: string, args: Record<string, unknown>) {
  return shop.locales.get(String(args.locale))?.published ? translationsOf(shop, resourceId, args) : [];
}
