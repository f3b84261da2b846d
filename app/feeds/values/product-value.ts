import type { FeedProduct, Value } from "../row.ts";
import type { productFields } from "../template.ts";
import { cleanLine } from "./clean-text.ts";

/** A field of a product; "" or an empty list where it has none. */
export function productValue(field: (typeof productFields)[number], product: FeedProduct): Value {
  switch (field) {
    case "id":
      return product.id;
    case "title":
      return cleanLine(product.title);
    case "vendor":
      return cleanLine(product.vendor);
    case "product_type":
      return cleanLine(product.productType);
    case "category":
      return cleanLine(product.category ?? "");
    case "handle":
      return product.handle;
    case "url":
      return product.url ?? "";
    case "image":
      return product.images[0]?.url ?? "";
    case "more_images":
      return product.images.slice(1, 11).map(({ url }) => url);
    case "tags":
      return product.tags.map(cleanLine);
    case "status":
      return product.status;
    case "variant_count":
      return String(product.variants.length);
  }
}
