import type { MediaRecord, ProductRecord } from "../store/records.ts";
import { money } from "../store/records.ts";
import { compileProductSearch } from "../store/search-products.ts";
import type { ShopState } from "../store/shop-state.ts";
import type { StoreState } from "../store/state.ts";
import type { AdminCatalogue, AdminProduct, AdminShop } from "./catalogue.ts";

/** What the admin takes from the store. */
export type AdminStore = Pick<StoreState, "shops" | "url" | "patchProduct">;

/** Up to here the list is sorted by the last change; larger catalogues are read in order of id, page by page. */
const sortedUpTo = 5_000;
/** How long a search reads in a larger catalogue. */
const searchMs = 300;

export function readStore(store: AdminStore): AdminCatalogue {
  const find = (domain: string) => {
    const shop = store.shops().find((one) => one.domain === domain);
    if (shop === undefined) throw new RangeError(`There is no shop ${domain} in this sandbox.`);
    return shop;
  };
  return {
    shops: () => store.shops().map(shopOf),
    shop: (handle) =>
      store
        .shops()
        .map(shopOf)
        .find((shop) => shop.handle === handle),
    list(domain, wanted) {
      const shop = find(domain);
      const { records, ...counted } = pageOf(shop, wanted);
      return { ...counted, rows: records.map((record) => productOf(store, shop, record)) };
    },
    product(domain, id) {
      const shop = find(domain);
      const record = shop.products.get(id);
      return record && productOf(store, shop, record);
    },
    edit: (domain, id, { seoTitle, seoDescription, ...edit }) =>
      store
        .patchProduct(domain, id, { ...edit, seo: { title: seoTitle, description: seoDescription } })
        .map(({ message }) => message),
  };
}

function pageOf(
  shop: ShopState,
  { query, page, pageSize }: { query: string; page: number; pageSize: number },
): {
  records: ProductRecord[];
  total: number;
  more?: boolean;
} {
  const test = compileProductSearch(query, shop);
  const from = (page - 1) * pageSize;
  const records: ProductRecord[] = [];
  if (shop.products.count <= sortedUpTo) {
    const heads = [...shop.products.heads()].filter((head) => test?.(head) ?? true);
    heads.sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);
    return { records: heads.slice(from, from + pageSize).map((head) => head.record()), total: heads.length };
  }
  if (!test) {
    let skipped = 0;
    for (const head of shop.products.heads({ reverse: true })) {
      if (skipped < from) skipped += 1;
      else if (records.push(head.record()) === pageSize) break;
    }
    return { records, total: shop.products.count };
  }
  // Reading on would block store and model, which live in the same process.
  const until = performance.now() + searchMs;
  let seen = 0;
  for (const head of shop.products.heads({ reverse: true })) {
    const more = seen > from + pageSize || performance.now() > until;
    if (more) return { records, total: seen, more };
    if (!test(head)) continue;
    if (seen >= from && records.length < pageSize) records.push(head.record());
    seen += 1;
  }
  return { records, total: seen };
}

function shopOf(shop: ShopState): AdminShop {
  return {
    domain: shop.domain,
    handle: shop.domain.replace(/\.myshopify\.com$/, ""),
    name: shop.options.name,
  };
}

function productOf(store: AdminStore, shop: ShopState, record: ProductRecord): AdminProduct {
  return {
    id: record.id,
    title: record.title,
    handle: record.handle,
    descriptionHtml: record.descriptionHtml,
    seoTitle: record.seoTitle,
    seoDescription: record.seoDescription,
    tags: record.tags,
    status: record.status,
    vendor: record.vendor,
    productType: record.productType,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    inventory: record.variants.reduce((sum, { inventory }) => sum + inventory, 0),
    options: record.options.map(({ id, name, values }) => ({ id, name, values: values.map((value) => value.name) })),
    variants: record.variants.map((variant) => ({
      id: variant.id,
      title: variant.values.join(" / "),
      sku: variant.sku,
      price: money(variant.priceCents),
      inventory: variant.inventory,
    })),
    images: record.media.map((media) => ({ id: media.id, url: imageUrl(store, shop, media), alt: media.alt })),
    metafields: record.metafields.map(({ namespace, key, type, value }) => ({ namespace, key, type, value })),
  };
}

function imageUrl({ url }: AdminStore, shop: ShopState, { path, createdAt }: MediaRecord): string {
  return /^https?:/.test(path) ? path : `${url}/cdn/s/files/${shop.id}/${path}?v=${Math.floor(createdAt / 1_000)}`;
}
