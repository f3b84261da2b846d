import { titlesOf } from "../../catalog/resources/list-resources.ts";
import { knownProductIds } from "../../catalog/select-products.ts";
import type { Db } from "../../db/open.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { splitOwners } from "../../texts/resource-owner.ts";
import { anyOfOtherProduct } from "../../versions/any-of-other-product.ts";

/**
 * Whether texts may be decided as a product's, or another resource's: the shop has it, be it still in the store or not, and none of the
 * texts is another product's.
 */
export async function hasTexts(
  deps: { db: Db },
  texts: { shop: ShopDomain; productId: ProductId; versionIds: readonly string[] },
): Promise<boolean> {
  const { resources } = splitOwners([texts.productId]);
  const known =
    resources.length > 0
      ? await deps.db.do(titlesOf(texts.shop, resources))
      : await deps.db.do(knownProductIds(texts.shop, [texts.productId]));
  return known.length > 0 && !(await anyOfOtherProduct(deps, texts));
}
