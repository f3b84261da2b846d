import type { TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";

/** What the shop made of one product's texts for a channel, and a person approved. */
export interface ChannelPair {
  productId: string;
  target: Record<string, TextBody>;
}

interface Row {
  productId: string;
  resource: string;
  contentType: string;
  body: string;
  near: number;
}

const candidates = 60;
const pairsSql = `SELECT v.product_id AS productId, v.resource, v.content_type AS contentType, v.body,
    (CASE WHEN p.product_type = @productType AND p.product_type <> '' THEN 2 ELSE 0 END)
      + (CASE WHEN p.vendor = @vendor AND p.vendor <> '' THEN 1 ELSE 0 END) AS near
  FROM versions AS v JOIN products AS p ON p.shop = v.shop AND p.id = v.product_id AND p.gone_at IS NULL
  WHERE v.shop = @shop AND v.product_id <> @productId AND v.locale = @locale AND v.market = @market AND v.channel = @channel
    AND v.state IN ('approved', 'published') AND v.decided_at < @before
  ORDER BY near DESC, v.decided_at DESC, v.id DESC LIMIT ${candidates}`;

/**
 * Products nearest to this one whose texts for the channel a person approved: same type, then same vendor, then the newest.
 * @param input.before epoch ms: only what was approved before, so that the same question has the same answer later
 */
export function* channelPairs(input: {
  product: { shop: string; id: string; productType: string; vendor: string };
  target: Target;
  contentTypes: readonly string[];
  before: number;
  most: number;
}): Steps<ChannelPair[]> {
  const { product, target, contentTypes, before, most } = input;
  const { shop, id: productId, productType, vendor } = product;
  const { locale, market, channel } = target;
  const rows = yield* all<Row>(pairsSql, { shop, productId, productType, vendor, locale, market, channel, before });
  const pairs = new Map<string, ChannelPair>();
  for (const row of rows) {
    const name = nameOfRow(row);
    if (!contentTypes.includes(name)) continue;
    const pair = pairs.get(row.productId) ?? { productId: row.productId, target: {} };
    pair.target[name] ??= JSON.parse(row.body) as TextBody;
    pairs.set(row.productId, pair);
  }
  return [...pairs.values()].slice(0, most);
}
