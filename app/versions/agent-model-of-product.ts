import { get, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";

const sql = `SELECT r.agent_model AS "agentModel" FROM versions AS v JOIN credit_runs AS r ON r.shop = v.shop AND r.job_id = v.job_id
  WHERE v.shop = @shop AND v.product_id = @productId AND v.locale = @locale AND v.market = @market AND v.channel = @channel
    AND v.origin = 'generated'
  ORDER BY v.created_at DESC LIMIT 1`;

/** Which of the two models wrote a product's texts last, also where a person changed them since; v1 where nobody knows any more. */
export function* agentModelOfProduct(
  shop: ShopDomain,
  productId: ProductId,
  { locale, market, channel }: Target,
): Steps<"v1" | "v2"> {
  const row = yield* get<{ agentModel: string }>(sql, { shop, productId, locale, market, channel });
  return row?.agentModel === "v2" ? "v2" : "v1";
}
