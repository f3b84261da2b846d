import { collectionsOf, isInCollection } from "../collections.ts";
import { findMetafield, listMetafields } from "../metafields.ts";
import {
  type BarcodeRecord,
  gid,
  idOf,
  isoTime,
  type MediaRecord,
  type MetafieldRecord,
  money,
  type OptionRecord,
  type ProductRecord,
  type VariantRecord,
} from "../records.ts";
import { compareDigestOf, plainText } from "../text.ts";
import { publishedTranslationsOf } from "../translate/shown-translations.ts";
import type { StoreTextRecord } from "../translate/store-texts.ts";
import { type Args, type Context, type Fields, listField, model } from "./context.ts";
import { category } from "./taxonomy.ts";

const byId = (item: { id: number }) => item.id;
export const currency = "EUR";

function truncated(text: string, args: Args): string {
  const limit = args.truncateAt;
  return typeof limit === "number" && text.length > limit ? `${text.slice(0, Math.max(0, limit - 3))}...` : text;
}

const inventory = (p: ProductRecord) => p.variants.reduce((sum, v) => sum + v.inventory, 0);
const prices = (p: ProductRecord) => p.variants.map((v) => v.priceCents);
const amount = (cents: number) => ({ amount: (cents / 100).toFixed(2).replace(/0$/, ""), currencyCode: currency });
const priceRange = (p: ProductRecord) => ({
  minVariantPrice: amount(Math.min(...prices(p))),
  maxVariantPrice: amount(Math.max(...prices(p))),
});
const count = (n: number) => ({ count: n, precision: "EXACT" });

export function imageUrl(media: MediaRecord, context: Context): string {
  if (/^https?:/.test(media.path)) return media.path;
  return `${context.storeUrl}/cdn/s/files/${context.shop.id}/${media.path}?v=${Math.floor(media.createdAt / 1000)}`;
}
const imageOf = (media: MediaRecord | undefined) => (media ? { __typename: "Image", media } : null);

const metafieldFields: Fields<{ __typename: string; id: number }> = {
  metafield: (owner, args, context) => findMetafield(context, owner, args.namespace, args.key),
};
const metafieldsField = listField<{ __typename: string; id: number }, MetafieldRecord>(
  (owner, args, context) => listMetafields(context, owner, args.namespace, args.keys),
  byId,
);

export const productModel = model<ProductRecord>(
  {
    ...metafieldFields,
    id: (p) => gid("Product", p.id),
    legacyResourceId: (p) => String(p.id),
    title: (p) => p.title,
    handle: (p) => p.handle,
    description: (p, args) => truncated(plainText(p.descriptionHtml), args),
    descriptionHtml: (p) => p.descriptionHtml,
    bodyHtml: (p) => p.descriptionHtml,
    vendor: (p) => p.vendor,
    productType: (p) => p.productType,
    status: (p) => p.status,
    tags: (p) => p.tags,
    category: (p) => category(p.categoryId),
    createdAt: (p) => isoTime(p.createdAt),
    updatedAt: (p) => isoTime(p.updatedAt),
    publishedAt: (p) => (p.publishedAt === null ? null : isoTime(p.publishedAt)),
    seo: (p) => ({ title: p.seoTitle, description: p.seoDescription }),
    templateSuffix: (p) => p.templateSuffix,
    isGiftCard: () => false,
    requiresSellingPlan: () => false,
    hasOnlyDefaultVariant: (p) => p.variants.length === 1 && p.options[0]?.name === "Title",
    hasOutOfStockVariants: (p) => p.variants.some((v) => v.inventory <= 0),
    tracksInventory: () => true,
    totalInventory: inventory,
    totalVariants: (p) => p.variants.length,
    variantsCount: (p) => count(p.variants.length),
    mediaCount: (p) => count(p.media.length),
    priceRangeV2: priceRange,
    options: (p, args) => {
      const options = p.options.map((option, i) => ({ option, position: i + 1 }));
      return typeof args.first === "number" ? options.slice(0, args.first) : options;
    },
    featuredMedia: (p) => p.media[0] ?? null,
    featuredImage: (p) => imageOf(p.media[0]),
    defaultCursor: (p) => String(p.id),
    onlineStoreUrl: (p, _args, context) =>
      p.publishedAt === null ? null : `https://${context.shop.domain}/products/${p.handle}`,
    onlineStorePreviewUrl: (p, _args, context) => `https://${context.shop.domain}/products/${p.handle}`,
    inCollection: (p, args, { shop }) => {
      const collection = shop.collections.get(idOf("Collection", args.id) ?? 0);
      return collection !== undefined && isInCollection(p, collection);
    },
    translations: (p, args, context) => publishedTranslationsOf(context.shop, gid("Product", p.id), args),
  },
  {
    variants: listField<ProductRecord, VariantRecord>((p) => p.variants, byId),
    media: listField<ProductRecord, MediaRecord>((p) => p.media, byId),
    images: listField<ProductRecord, { media: MediaRecord }>(
      (p) => p.media.map((media) => ({ media })),
      (image) => image.media.id,
    ),
    metafields: metafieldsField,
    collections: listField<ProductRecord, unknown>(
      (p, _args, { shop }) => collectionsOf(shop, p),
      (c) => (c as { id: number }).id,
    ),
  },
);

const productOf = (v: VariantRecord, context: Context) => context.shop.products.get(v.productId) as ProductRecord;
const variantTitle = (v: VariantRecord) => v.values.join(" / ");

export const variantModel = model<VariantRecord>(
  {
    ...metafieldFields,
    id: (v) => gid("ProductVariant", v.id),
    legacyResourceId: (v) => String(v.id),
    title: variantTitle,
    displayName: (v, _args, context) => `${productOf(v, context).title} - ${variantTitle(v)}`,
    sku: (v) => v.sku,
    barcode: (v) => v.barcodes[0]?.value ?? null,
    price: (v) => money(v.priceCents),
    compareAtPrice: (v) => (v.compareAtPriceCents === null ? null : money(v.compareAtPriceCents)),
    position: (v, _args, context) => productOf(v, context).variants.findIndex((other) => other.id === v.id) + 1,
    inventoryQuantity: (v) => v.inventory,
    sellableOnlineQuantity: (v) => v.inventory,
    availableForSale: (v) => v.inventory > 0,
    inventoryPolicy: () => "DENY",
    taxable: () => true,
    createdAt: (v) => isoTime(v.createdAt),
    updatedAt: (v) => isoTime(v.updatedAt),
    product: (v, _args, context) => productOf(v, context),
    selectedOptions: (v, _args, context) =>
      productOf(v, context).options.map((option, i) => ({
        name: option.name,
        value: v.values[i] ?? "",
        optionValue: option.values.find((value) => value.name === v.values[i]),
      })),
    inventoryItem: (v) => ({ __typename: "InventoryItem", variant: v }),
    image: () => null,
    defaultCursor: (v) => String(v.id),
  },
  {
    metafields: metafieldsField,
    media: listField<VariantRecord, MediaRecord>(() => [], byId),
    barcodes: listField<VariantRecord, BarcodeRecord>(
      (v) => v.barcodes,
      (barcode) => barcode.value,
    ),
  },
);

type ItemSource = { variant: VariantRecord };
/** Inventory items are numbered like their variants, in their own range. */
export const itemIdOffset = 5_000_000_000_000;
export const inventoryItemModel = model<ItemSource>({
  id: ({ variant }) => gid("InventoryItem", variant.id + itemIdOffset),
  legacyResourceId: ({ variant }) => String(variant.id + itemIdOffset),
  sku: ({ variant }) => variant.sku,
  tracked: () => true,
  requiresShipping: () => true,
  variant: ({ variant }) => variant,
  createdAt: ({ variant }) => isoTime(variant.createdAt),
  updatedAt: ({ variant }) => isoTime(variant.updatedAt),
  unitCost: () => null,
  countryCodeOfOrigin: () => null,
  harmonizedSystemCode: () => null,
  measurement: ({ variant }) => ({
    id: gid("InventoryItemMeasurement", variant.id + itemIdOffset),
    weight: { value: variant.weightGrams, unit: "GRAMS" },
  }),
});

type OptionSource = { option: OptionRecord; position: number };
export const optionModel = model<OptionSource>({
  id: ({ option }) => gid("ProductOption", option.id),
  name: ({ option }) => option.name,
  position: (o) => o.position,
  values: ({ option }) => option.values.map((value) => value.name),
  optionValues: ({ option }) => option.values,
  linkedMetafield: ({ option }) => option.linked ?? null,
  translations: ({ option }, args, context) =>
    publishedTranslationsOf(context.shop, gid("ProductOption", option.id), args),
});
export const optionValueModel = model<OptionRecord["values"][number]>({
  id: (value) => gid("ProductOptionValue", value.id),
  name: (value) => value.name,
  hasVariants: () => true,
  linkedMetafieldValue: ({ metaobjectId }) => (metaobjectId === undefined ? null : gid("Metaobject", metaobjectId)),
  swatch: () => null,
  translations: (value, args, context) =>
    publishedTranslationsOf(context.shop, gid("ProductOptionValue", value.id), args),
});

export const mediaModel = model<MediaRecord>({
  id: (m) => gid("MediaImage", m.id),
  alt: (m) => m.alt ?? "",
  status: (m) => m.status,
  fileStatus: (m) => m.status,
  mediaContentType: () => "IMAGE",
  mediaErrors: () => [],
  mediaWarnings: () => [],
  fileErrors: () => [],
  mimeType: () => "image/png",
  createdAt: (m) => isoTime(m.createdAt),
  updatedAt: (m) => isoTime(m.updatedAt),
  image: (m) => (m.status === "READY" ? imageOf(m) : null),
  preview: (m) => ({ status: m.status, image: m.status === "READY" ? imageOf(m) : null }),
  translations: (m, args, context) => publishedTranslationsOf(context.shop, gid("MediaImage", m.id), args),
});

/** Of a product, or of a collection or an article: those are known by their alt text alone. */
type ImageSource = { media: MediaRecord } | { text: StoreTextRecord };

const urlOf = (image: ImageSource, _args: unknown, context: Context) =>
  "media" in image ? imageUrl(image.media, context) : `${context.storeUrl}/cdn/s/files/${context.shop.id}/image.png`;

export const imageModel = model<ImageSource>({
  id: (image) => ("media" in image ? gid("ImageSource", image.media.id) : image.text.resourceId),
  url: urlOf,
  src: urlOf,
  originalSrc: urlOf,
  altText: (image) =>
    "media" in image ? image.media.alt : (image.text.texts.find(({ key }) => key === "alt")?.value ?? null),
  width: (image) => ("media" in image ? image.media.width : null),
  height: (image) => ("media" in image ? image.media.height : null),
});

export const metafieldModel = model<MetafieldRecord>({
  id: (m) => gid("Metafield", m.id),
  legacyResourceId: (m) => String(m.id),
  namespace: (m) => m.namespace,
  key: (m) => m.key,
  type: (m) => m.type,
  value: (m) => m.value,
  jsonValue: (m) =>
    /^(json|rich_text_field|boolean|number_integer|list\.)/.test(m.type) ? JSON.parse(m.value) : m.value,
  compareDigest: (m) => compareDigestOf(m.value),
  sizeInBytes: (m) => Buffer.byteLength(m.value),
  ownerType: (m) => m.ownerType.toUpperCase(),
  description: () => null,
  createdAt: (m) => isoTime(m.createdAt),
  updatedAt: (m) => isoTime(m.updatedAt),
  reference: () => null,
  owner: (m, _args, context) => {
    if (m.ownerType === "Product") return context.shop.products.get(m.ownerId);
    if (m.ownerType === "Collection") return context.shop.collections.get(m.ownerId);
    if (m.ownerType === "Shop") return { __typename: "Shop" };
    if (m.ownerType === "AppInstallation") return { __typename: "AppInstallation" };
    return context.shop.products.ownerOf("variant", m.ownerId)?.variants.find((v) => v.id === m.ownerId);
  },
  definition: (m, _args, context) =>
    [...context.shop.definitions.values()].find(
      (d) => d.ownerType === m.ownerType.toUpperCase() && d.namespace === m.namespace && d.key === m.key,
    ) ?? null,
  translations: (m, args, context) => publishedTranslationsOf(context.shop, gid("Metafield", m.id), args),
});
