import { all, type Steps } from "../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";

const decidedSql = `SELECT product_id AS "productId" FROM review_decisions
  WHERE shop = @shop AND bulk = @bulk AND person = @by AND kind = 'approved' AND taken_back_at IS NULL ORDER BY product_id`;

/** The products that a person approved at once, without those that they took back. */
export function* productsOfBulk(asked: { shop: ShopDomain; by: string; bulk: string }): Steps<ProductId[]> {
  const rows = yield* all<{ productId: string }>(decidedSql, asked);
  return rows.map(({ productId }) => productIdSchema.parse(productId));
}
