import { collectionPayload } from "./change-collections.ts";
import { gid, isoTime, money, type ProductRecord } from "./records.ts";
import type { ShopState } from "./shop-state.ts";

/** The body of a webhook, in the REST shape that webhooks have kept. */
export function topicPayload(shop: ShopState, topic: string, productId?: number): unknown {
  const shopPart = { shop_id: shop.id, shop_domain: shop.domain };
  switch (topic) {
    case "products/create":
    case "products/update": {
      const first = productId ?? shop.products.heads().next().value?.id;
      const product = first === undefined ? undefined : shop.products.get(first);
      return product ? productPayload(product) : { id: first ?? 0 };
    }
    case "products/delete":
      return { id: productId ?? 0 };
    case "collections/create":
    case "collections/update":
    case "collections/delete": {
      const [collection] = shop.collections.values();
      return collection ? collectionPayload(collection) : { id: 0 };
    }
    case "app/uninstalled":
      return { id: shop.id, name: shop.options.name, domain: shop.domain, myshopify_domain: shop.domain };
    case "customers/data_request":
      return {
        ...shopPart,
        customer: { id: 1, email: "customer@example.com", phone: "" },
        orders_requested: [],
        data_request: { id: 1 },
      };
    case "customers/redact":
      return { ...shopPart, customer: { id: 1, email: "customer@example.com", phone: "" }, orders_to_redact: [] };
    case "shop/redact":
      return shopPart;
    default:
      return {};
  }
}

function productPayload(p: ProductRecord) {
  return {
    id: p.id,
    admin_graphql_api_id: gid("Product", p.id),
    title: p.title,
    body_html: p.descriptionHtml,
    vendor: p.vendor,
    product_type: p.productType,
    handle: p.handle,
    status: p.status.toLowerCase(),
    tags: p.tags.join(", "),
    created_at: isoTime(p.createdAt),
    updated_at: isoTime(p.updatedAt),
    published_at: p.publishedAt === null ? null : isoTime(p.publishedAt),
    template_suffix: p.templateSuffix,
    options: p.options.map((o, i) => ({
      id: o.id,
      name: o.name,
      position: i + 1,
      values: o.values.map((v) => v.name),
    })),
    variants: p.variants.map((v, i) => ({
      id: v.id,
      admin_graphql_api_id: gid("ProductVariant", v.id),
      title: v.values.join(" / "),
      sku: v.sku,
      barcode: v.barcodes[0]?.value ?? null,
      price: money(v.priceCents),
      position: i + 1,
      updated_at: isoTime(v.updatedAt),
    })),
    images: p.media.map((m) => ({ id: m.id, alt: m.alt, src: m.path })),
  };
}
