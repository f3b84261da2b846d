import { idOf, isoTime, parseGid, type TranslationRecord } from "./records.ts";
import type { ShopState } from "./shop-state.ts";
import { digestOf } from "./text.ts";

export interface TranslatableContent {
  key: string;
  value: string | null;
  digest: string | null;
  locale: string;
  type: string;
}

/** What can be translated of a resource, with digests; undefined when there is no such resource. */
export function translatableContent(shop: ShopState, resourceId: string): TranslatableContent[] | undefined {
  const locale = shop.options.locales[0] ?? "en";
  const entry = (key: string, value: string | null, type = "SINGLE_LINE_TEXT_FIELD"): TranslatableContent => ({
    key,
    value,
    digest: value === null || value === "" ? null : digestOf(value),
    locale,
    type,
  });
  const parsed = parseGid(resourceId);
  const id = parsed ? idOf(parsed.type, resourceId) : undefined;
  if (!parsed || id === undefined) return undefined;
  switch (parsed.type) {
    case "Product": {
      const p = shop.products.get(id);
      return (
        p && [
          entry("title", p.title),
          entry("body_html", p.descriptionHtml, "HTML"),
          entry("handle", p.handle, "URI"),
          entry("product_type", p.productType),
          entry("meta_title", p.seoTitle),
          entry("meta_description", p.seoDescription, "MULTI_LINE_TEXT_FIELD"),
        ]
      );
    }
    case "Collection": {
      const c = shop.collections.get(id);
      return (
        c && [entry("title", c.title), entry("body_html", c.descriptionHtml, "HTML"), entry("handle", c.handle, "URI")]
      );
    }
    case "Metafield": {
      const owner = shop.products.ownerOf("metafield", id);
      const found =
        owner?.metafields.find((m) => m.id === id) ??
        [...shop.otherMetafields.values()].flat().find((m) => m.id === id);
      return found && [entry("value", found.value, found.type.toUpperCase().replace(".", "_"))];
    }
    case "ProductOption": {
      const found = shop.products.ownerOf("option", id)?.options.find((o) => o.id === id);
      return found && [entry("name", found.name)];
    }
    case "ProductOptionValue": {
      const options = shop.products.ownerOf("optionValue", id)?.options ?? [];
      const found = options.flatMap((o) => o.values).find((v) => v.id === id);
      return found && [entry("name", found.name)];
    }
    case "MediaImage": {
      const found = shop.products.ownerOf("media", id)?.media.find((m) => m.id === id);
      return found && [entry("alt", found.alt)];
    }
    default:
      return undefined;
  }
}

/** Source of the GraphQL type Translation. */
export function shownTranslation(record: TranslationRecord, current: string | null | undefined) {
  return {
    key: record.key,
    locale: record.locale,
    value: record.value,
    outdated: record.digest !== current,
    updatedAt: isoTime(record.updatedAt),
    market: record.marketId === null ? null : { __typename: "Market", id: record.marketId },
  };
}

/** Translations for one locale, and for one market or (without `marketId`) for everywhere. */
export function translationsOf(shop: ShopState, resourceId: string, args: Record<string, unknown>) {
  const content = translatableContent(shop, resourceId) ?? [];
  return (shop.translations.get(resourceId) ?? [])
    .filter((t) => t.locale === args.locale && t.marketId === ((args.marketId as string | undefined) ?? null))
    .map((t) => shownTranslation(t, content.find((c) => c.key === t.key)?.digest))
    .filter((t) => args.outdated === undefined || args.outdated === null || t.outdated === args.outdated);
}
