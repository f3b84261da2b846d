import type { AdminCatalogue, AdminProduct } from "./catalogue.ts";

const shown = 50;

/** What the resource picker lists: products with their variants, in the shape that App Bridge hands out. */
export function findResources(
  catalogue: AdminCatalogue,
  domain: string,
  query: URLSearchParams,
): { products: unknown[] } {
  const without = query.getAll("without");
  const { rows } = catalogue.list(domain, { query: query.get("query") ?? "", page: 1, pageSize: shown });
  return { products: rows.filter(({ status }) => !without.includes(status)).map(resourceOf) };
}

function resourceOf(product: AdminProduct): unknown {
  return {
    id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    handle: product.handle,
    descriptionHtml: product.descriptionHtml,
    vendor: product.vendor,
    productType: product.productType,
    status: product.status,
    tags: product.tags,
    createdAt: new Date(product.createdAt).toISOString(),
    updatedAt: new Date(product.updatedAt).toISOString(),
    totalVariants: product.variants.length,
    totalInventory: product.inventory,
    tracksInventory: true,
    hasOnlyDefaultVariant: product.variants.length === 1 && product.variants[0]?.title === "Default Title",
    images: product.images.map(({ id, url, alt }) => ({
      id: `gid://shopify/MediaImage/${id}`,
      originalSrc: url,
      altText: alt ?? undefined,
    })),
    options: product.options.map(({ id, name, values }, i) => ({
      id: `gid://shopify/ProductOption/${id}`,
      name,
      position: i + 1,
      values,
    })),
    variants: product.variants.map((variant, i) => ({
      id: `gid://shopify/ProductVariant/${variant.id}`,
      title: variant.title,
      displayName: `${product.title} - ${variant.title}`,
      sku: variant.sku,
      price: variant.price,
      position: i + 1,
      inventoryQuantity: variant.inventory,
      product: { id: `gid://shopify/Product/${product.id}` },
    })),
  };
}
