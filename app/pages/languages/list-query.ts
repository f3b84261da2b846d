import { type ProductQuery, parseProductQuery } from "../../catalog/product-query.ts";
import type { ShopDomain } from "../../lib/brand.ts";

/** The products that an address of the languages asks for, whatever their view: on sale only unless it says otherwise. */
export function languageQuery(shop: ShopDomain, address: URLSearchParams): ProductQuery {
  const asked = new URLSearchParams();
  for (const name of ["q", "cursor"]) {
    const value = address.get(name);
    if (value !== null) asked.set(name, value);
  }
  asked.set("sale", address.get("sale") === "all" ? "all" : "on");
  return parseProductQuery(shop, asked);
}
