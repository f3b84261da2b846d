import { taxonomy } from "../catalogue/taxonomy.ts";
import { collectionsOf } from "./collections.ts";
import { gid, isoTime, money, type ProductRecord } from "./records.ts";
import type { ShopState } from "./shop-state.ts";

/** A product as plain JSON, for the sandbox's admin and for control over HTTP. */
export function productView(p: ProductRecord, storeUrl: string, shop: ShopState) {
  return {
    id: gid("Product", p.id),
    numericId: p.id,
    title: p.title,
    handle: p.handle,
    descriptionHtml: p.descriptionHtml,
    vendor: p.vendor,
    productType: p.productType,
    status: p.status,
    tags: p.tags,
    category: p.categoryId === null ? null : (taxonomy[p.categoryId] ?? null),
    createdAt: isoTime(p.createdAt),
    updatedAt: isoTime(p.updatedAt),
    seo: { title: p.seoTitle, description: p.seoDescription },
    options: p.options.map((o) => ({ name: o.name, values: o.values.map((v) => v.name) })),
    variants: p.variants.map((v) => ({
      id: gid("ProductVariant", v.id),
      title: v.values.join(" / "),
      sku: v.sku,
      barcode: v.barcodes[0]?.value ?? null,
      barcodes: v.barcodes,
      price: money(v.priceCents),
      weightGrams: v.weightGrams,
      inventory: v.inventory,
    })),
    images: p.media.map((m) => ({
      id: gid("MediaImage", m.id),
      alt: m.alt,
      url: /^https?:/.test(m.path) ? m.path : `${storeUrl}/cdn/s/files/${shop.id}/${m.path}`,
    })),
    metafields: p.metafields.map(({ namespace, key, type, value }) => ({ namespace, key, type, value })),
    collections: collectionsOf(shop, p).map(({ title }) => title),
  };
}
export type ProductView = ReturnType<typeof productView>;
