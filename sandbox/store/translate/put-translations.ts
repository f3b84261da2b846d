import { type CatalogueTranslation, sampleTranslations } from "../../catalogue/translations.ts";
import { gid, type ProductRecord } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import { digestOf } from "../text.ts";
import { translatableContent } from "./translatable-content.ts";

/** Gives the sample store the translations that it had before the app came, in the languages that it has. */
export function putSampleTranslations(shop: ShopState): void {
  const products = new Map<string, ProductRecord>();
  for (const head of shop.products.heads()) products.set(head.record().title, head.record());
  for (const translation of sampleTranslations) {
    if (!shop.locales.has(translation.locale)) continue;
    const product = products.get(translation.of);
    for (const [name, value] of Object.entries(translation.texts)) {
      const place = product ? placeInProduct(product, name) : placeInStore(shop, translation.of, name);
      if (place) put(shop, translation, { name, value, ...place });
    }
  }
}

interface Place {
  resourceId: string;
  key: string;
}

const productKeys: ReadonlySet<string> = new Set([
  "title",
  "body_html",
  "handle",
  "product_type",
  "meta_title",
  "meta_description",
]);

function placeInProduct(product: ProductRecord, name: string): Place | undefined {
  if (productKeys.has(name)) return { resourceId: gid("Product", product.id), key: name };
  const metafield = product.metafields.find(({ namespace, key }) => `${namespace}.${key}` === name);
  if (metafield) return { resourceId: gid("Metafield", metafield.id), key: "value" };
  const image = product.media.find(({ alt }) => alt === name);
  if (image) return { resourceId: gid("MediaImage", image.id), key: "alt" };
  const option = product.options.find((one) => one.name === name);
  if (option) return { resourceId: gid("ProductOption", option.id), key: "name" };
  const value = product.options.flatMap(({ values }) => values).find((one) => one.name === name);
  return value && { resourceId: gid("ProductOptionValue", value.id), key: "name" };
}

function placeInStore(shop: ShopState, title: string, key: string): Place | undefined {
  for (const { resourceId, texts } of shop.texts.values()) {
    if (texts.some((text) => text.key === "title" && text.value === title)) return { resourceId, key };
  }
  return undefined;
}

function put(shop: ShopState, translation: CatalogueTranslation, row: Place & { name: string; value: string }): void {
  const source = translatableContent(shop, row.resourceId)?.find(({ key }) => key === row.key);
  const market = [...shop.markets.values()].find(({ handle }) => handle === translation.market);
  if (!source || (translation.market !== undefined && !market)) {
    throw new Error(`The sample store has no ${row.name} of "${translation.of}" to translate.`);
  }
  shop.translations.put(row.resourceId, {
    key: row.key,
    locale: translation.locale,
    marketId: market ? gid("Market", market.id) : null,
    value: row.value,
    digest: translation.outdated?.includes(row.name) ? digestOf(`${source.value} (as it was)`) : source.digest,
    updatedAt: shop.createdAt + 900 * 86_400_000 - translation.daysAgo * 86_400_000,
  });
}
