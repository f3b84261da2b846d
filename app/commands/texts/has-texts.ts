import { knownProductIds } from "../../catalog/select-products.ts";
import type { Db } from "../../db/open.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { anyOfOtherProduct } from "../../versions/any-of-other-product.ts";

/**
 * Whether texts may be decided as a product's: the shop has the product, be it still in the store or not, and none of the
 * texts is another product's.
 */
export async function hasTexts(
  deps: { db: Db },
  texts: { shop: ShopDomain; productId: ProductId; versionIds: readonly string[] },
): Promise<boolean> {
  const known = await deps.db.do(knownProductIds(texts.shop, [texts.productId]));
  return known.length > 0 && !(await anyOfOtherProduct(deps, texts));
}
