import { all, type Steps } from "../db/steps.ts";
import type { Target } from "../texts/target.ts";

/** What publishing some products would write, and what it would leave. */
export interface ApprovedCount {
  /** products with approved texts that can be published */
  products: number;
  texts: number;
  /** products with a text that changed in the shop: that text waits for a decision */
  conflicts: number;
}

const textsSql = `SELECT v.product_id AS "productId", count(*) AS texts FROM versions AS v
  WHERE v.shop = @shop AND v.product_id IN (SELECT value FROM json_each(@ids)) AND v.state = 'approved'
    AND v.locale = @locale AND v.market = @market AND v.channel = @channel
    AND NOT EXISTS (SELECT 1 FROM conflicts AS c WHERE c.shop = v.shop AND c.product_id = v.product_id
      AND c.resource = v.resource AND c.content_type = v.content_type
      AND c.locale = v.locale AND c.market = v.market AND c.channel = v.channel)
  GROUP BY v.product_id`;
const conflictsSql = `SELECT DISTINCT product_id AS "productId" FROM conflicts
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids))
    AND locale = @locale AND market = @market AND channel = @channel`;

/** Of some products, for all of the targets together: a product counts once. */
export function* countApproved(
  shop: string,
  productIds: readonly string[],
  targets: readonly Target[],
): Steps<ApprovedCount> {
  const ids = JSON.stringify(productIds);
  const approved = new Set<string>();
  const inConflict = new Set<string>();
  let texts = 0;
  for (const { locale, market, channel } of targets) {
    const asked = { shop, locale, market, channel, ids };
    for (const row of yield* all<{ productId: string; texts: number }>(textsSql, asked)) {
      approved.add(row.productId);
      texts += row.texts;
    }
    for (const { productId } of yield* all<{ productId: string }>(conflictsSql, asked)) inConflict.add(productId);
  }
  return { products: approved.size, texts, conflicts: inConflict.size };
}
