import { all, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";

const rulesSql = `SELECT DISTINCT config_digest AS digest FROM versions
  WHERE shop = @shop AND locale = @locale AND market = @market AND channel = @channel AND state = 'draft'
    AND product_id IN (SELECT value FROM json_each(@ids))`;

/** Digests of the rules by which the drafts of products were written or checked last. */
export function* rulesOfDrafts({
  shop,
  target: { locale, market, channel },
  productIds,
}: {
  shop: ShopDomain;
  target: Target;
  productIds: readonly ProductId[];
}): Steps<ReadonlySet<string>> {
  const ids = JSON.stringify(productIds);
  const rows = yield* all<{ digest: string }>(rulesSql, { shop, locale, market, channel, ids });
  return new Set(rows.map(({ digest }) => digest));
}
