import type { Product } from "../catalog/product.ts";
import { all, type Steps } from "../db/steps.ts";
import type { Target } from "../texts/target.ts";

const publishedSql = `SELECT DISTINCT content_type AS contentType FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND state = 'published' AND origin <> 'undo' AND facts_digest <> @factsDigest`;

/** Which texts we published before the product's facts became what they are. @returns bits of `missingBit` */
export function* outdatedTexts({
  shop,
  product,
  target,
  bits,
}: {
  shop: string;
  product: Pick<Product, "id" | "factsDigest">;
  target: Target;
  bits: ReadonlyMap<string, number>;
}): Steps<number> {
  const { locale, market, channel } = target;
  const { id: productId, factsDigest } = product;
  const found = yield* all<{ contentType: string }>(publishedSql, {
    shop,
    productId,
    locale,
    market,
    channel,
    factsDigest,
  });
  return found.reduce((mask, { contentType }) => mask | (bits.get(contentType) ?? 0), 0);
}
