import { gid, idOf, type MetafieldRecord, type ProductRecord, parseGid } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import { contentOf, type SourceText, type TranslatableContent } from "./content.ts";
import { metafieldTexts } from "./metafield-content.ts";
import type { StoreTextRecord } from "./store-texts.ts";

/**
 * What can be translated of a resource, with digests; undefined when there is no such resource. A resource without any text is
 * there, with an empty list.
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/enums/TranslatableResourceType for the keys of each kind
 */
export function translatableContent(shop: ShopState, resourceId: string): TranslatableContent[] | undefined {
  const texts = textsOf(shop, resourceId);
  return texts && contentOf(texts, primaryLocale(shop));
}

/** The language that the shop's own texts are written in. */
export function primaryLocale(shop: ShopState): string {
  return shop.options.locales[0] ?? "en";
}

function textsOf(shop: ShopState, resourceId: string): SourceText[] | undefined {
  const stored = shop.texts.get(resourceId);
  if (stored) return isOfSomething(shop, stored) ? stored.texts : undefined;
  const parsed = parseGid(resourceId);
  const id = parsed ? idOf(parsed.type, resourceId) : undefined;
  if (!parsed || id === undefined) return undefined;
  switch (parsed.type) {
    case "Product": {
      const product = shop.products.get(id);
      return product && productTexts(product);
    }
    case "ProductOption": {
      const option = shop.products.ownerOf("option", id)?.options.find((one) => one.id === id);
      return option && [{ key: "name", value: option.name }];
    }
    case "ProductOptionValue": {
      const options = shop.products.ownerOf("optionValue", id)?.options ?? [];
      const value = options.flatMap((option) => option.values).find((one) => one.id === id);
      return value && [{ key: "name", value: value.name }];
    }
    case "MediaImage": {
      const image = shop.products.ownerOf("media", id)?.media.find((one) => one.id === id);
      return image && [{ key: "alt", value: image.alt }];
    }
    case "Metafield": {
      const metafield = metafieldAt(shop, id);
      return metafield && metafieldTexts(shop, metafield);
    }
    case "Collection": {
      const collection = shop.collections.get(id);
      return (
        collection && [
          { key: "title", value: collection.title, always: true },
          { key: "body_html", value: collection.descriptionHtml, type: "HTML" },
          { key: "handle", value: collection.handle, type: "URI", always: true },
          { key: "meta_title", value: collection.seoTitle, type: "MULTI_LINE_TEXT_FIELD" },
          { key: "meta_description", value: collection.seoDescription, type: "MULTI_LINE_TEXT_FIELD" },
        ]
      );
    }
    case "Metaobject":
      return shop.metaobjects.get(id)?.fields;
    case "Shop":
      return resourceId === gid("Shop", shop.id) ? [] : undefined;
    default:
      return undefined;
  }
}

const pageKinds = /\/(?:Page|Blog|Article)\//;

/** An image goes with what it is of. */
function isOfSomething(shop: ShopState, { kind, parentId }: StoreTextRecord): boolean {
  if (kind === "ARTICLE_IMAGE") return shop.texts.has(parentId ?? "");
  return kind !== "COLLECTION_IMAGE" || shop.collections.has(idOf("Collection", parentId) ?? 0);
}

function productTexts(product: ProductRecord): SourceText[] {
  return [
    { key: "title", value: product.title, always: true },
    { key: "body_html", value: product.descriptionHtml, type: "HTML" },
    { key: "handle", value: product.handle, type: "URI", always: true },
    { key: "product_type", value: product.productType, always: true },
    { key: "meta_title", value: product.seoTitle, type: "MULTI_LINE_TEXT_FIELD" },
    { key: "meta_description", value: product.seoDescription, type: "MULTI_LINE_TEXT_FIELD" },
  ];
}

/** A metafield of whatever owner. */
export function metafieldAt(shop: ShopState, id: number): MetafieldRecord | undefined {
  const own = shop.products.ownerOf("metafield", id)?.metafields.find((one) => one.id === id);
  if (own) return own;
  for (const [owner, list] of shop.otherMetafields) {
    if (pageKinds.test(owner) && !shop.texts.has(owner)) continue;
    const found = list.find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}
