import type { TextBody, VersionOrigin } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";

/** A text that was approved or published for a language, with who wrote it. */
export interface WrittenText {
  contentType: string;
  channel: string;
  body: TextBody;
  /** a model's text that a person changed since is the person's */
  by: "model" | "person";
}

interface Row {
  productId: string;
  contentType: string;
  channel: string;
  origin: VersionOrigin;
  body: string;
}

const writtenSql = `SELECT product_id AS "productId", content_type AS "contentType", channel, origin, body FROM versions
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) AND state IN ('approved', 'published')
    AND resource = 'product' AND locale = @locale AND market IN (@market, '') AND channel IN (@channel, 'store')
  ORDER BY CASE WHEN market = @market THEN 0 ELSE 1 END, created_at DESC, id DESC`;

/**
 * What was approved or published of products for a language, for a market and everywhere, on a channel and on the shop's own pages,
 * by product: the market's and the newest first.
 */
export function* writtenForFeeds(input: {
  shop: string;
  productIds: readonly string[];
  locale: string;
  market: string;
  channel: string;
}): Steps<Map<string, WrittenText[]>> {
  const { productIds, ...target } = input;
  const rows = yield* all<Row>(writtenSql, { ...target, ids: JSON.stringify(productIds) });
  const written = new Map<string, WrittenText[]>();
  for (const { productId, contentType, channel, origin, body } of rows) {
    const texts = written.get(productId) ?? [];
    const by = origin === "generated" ? "model" : "person";
    texts.push({ contentType, channel, body: JSON.parse(body) as TextBody, by });
    written.set(productId, texts);
  }
  return written;
}
