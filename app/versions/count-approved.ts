import { all, get, type Steps } from "../db/steps.ts";
import type { Target } from "../texts/target.ts";

/** What publishing some products would write, and what it would leave. */
export interface ApprovedCount {
  /** products with approved texts that can be published */
  products: number;
  texts: number;
  /** products with a text that changed in the shop: that text waits for a decision */
  conflicts: number;
}

const ofTarget = "locale = @locale AND market = @market AND channel = @channel";
const textsSql = `SELECT count(*) AS texts FROM versions AS v
  WHERE v.shop = @shop AND v.product_id IN (SELECT value FROM json_each(@ids)) AND v.state = 'approved'
    AND v.locale = @locale AND v.market = @market AND v.channel = @channel
    AND NOT EXISTS (SELECT 1 FROM conflicts AS c WHERE c.shop = v.shop AND c.product_id = v.product_id
      AND c.resource = v.resource AND c.content_type = v.content_type
      AND c.locale = v.locale AND c.market = v.market AND c.channel = v.channel)
  GROUP BY v.product_id`;
const conflictsSql = `SELECT count(DISTINCT product_id) AS count FROM conflicts
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) AND ${ofTarget}`;

export function* countApproved(shop: string, productIds: readonly string[], target: Target): Steps<ApprovedCount> {
  const { locale, market, channel } = target;
  const asked = { shop, locale, market, channel, ids: JSON.stringify(productIds) };
  const rows = yield* all<{ texts: number }>(textsSql, asked);
  const conflicts = (yield* get<{ count: number }>(conflictsSql, asked))?.count ?? 0;
  return { products: rows.length, texts: rows.reduce((sum, { texts }) => sum + texts, 0), conflicts };
}
