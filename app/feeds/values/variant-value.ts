import type { FeedProduct, FeedScope, RowInput } from "../row.ts";
import type { variantFields } from "../template.ts";
import { cleanLine } from "./clean-text.ts";
import { isAbove } from "./money.ts";

/**
 * A field of a row's variant; "" where there is none. Prices only where the feed's currency is the shop's: those of markets are
 * not known here, and no amount is given under another currency's name.
 */
export function variantValue(field: (typeof variantFields)[number], { product, variant, scope }: RowInput): string {
  switch (field) {
    case "id":
      return variant?.id ?? "";
    case "item_id":
      return itemIdOf(product, variant, scope);
    case "group_id":
      return scope.itemId === "shopify" ? `shopify_${scope.country}_${product.id}` : product.id;
    case "title":
      return variant && variant.options.length > 0
        ? cleanLine(variant.options.map(({ value }) => value).join(" / "))
        : "";
    case "sku":
      return cleanLine(variant?.sku ?? "");
    case "barcode":
    case "gtin":
      return cleanLine(variant?.barcode ?? variant?.barcodes?.[0]?.value ?? "");
    case "url":
      return variantUrl(product, variant, scope);
    case "available":
      return variant?.available === undefined ? "" : String(variant.available);
    case "price":
      return priced(scope, variant?.price);
    case "compare_at_price":
      return priced(scope, variant?.compareAtPrice);
    case "regular_price":
      return priced(scope, isReduced(variant) ? variant?.compareAtPrice : variant?.price);
    case "sale_price":
      return isReduced(variant) ? priced(scope, variant?.price) : "";
    case "weight_grams":
      return variant?.weightGrams ? String(variant.weightGrams) : "";
    case "option_count":
      return String(variant?.options.length ?? 0);
  }
}

type Variant = RowInput["variant"];

function isReduced(variant: Variant): boolean {
  return isAbove(variant?.compareAtPrice, variant?.price);
}

function priced(scope: FeedScope, price: string | null | undefined): string {
  return scope.currency === scope.shopCurrency ? (price ?? "") : "";
}

/** @see https://help.shopify.com/en/manual/online-sales-channels/google for `shopify_US_<product>_<variant>` */
function itemIdOf(product: FeedProduct, variant: Variant, { itemId, country }: FeedScope): string {
  if (itemId === "sku") return cleanLine(variant?.sku ?? "");
  if (itemId === "shopify") return variant ? `shopify_${country}_${product.id}_${variant.id}` : "";
  return variant?.id ?? product.id;
}

/** The page with this variant chosen, in the feed's market where it has one. */
function variantUrl(product: FeedProduct, variant: Variant, { market, country }: FeedScope): string {
  if (product.url === null) return "";
  const url = new URL(product.url);
  if (variant && product.variants.length > 1) url.searchParams.set("variant", variant.id);
  if (market !== "" && country !== "") url.searchParams.set("country", country);
  return url.href;
}
