import { missingBit } from "../../db/schema/index.ts";
import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";

const weekMs = 7 * 86_400_000;

// What was made lately was changed lately: the list's own index finds these few.
const countSql = `SELECT count(*) AS count FROM products AS p INDEXED BY products_by_update
  WHERE p.shop = @shop AND p.updated_at >= @since AND p.gone_at IS NULL AND (p.status = 'active' OR p.status = 'unlisted')
    AND p.missing & @desc <> 0 AND p.content_state = 'none' AND p.created_at >= @since`;

/** Products on sale that came into the store in the last week, have no description and nothing written for them. */
export function* countNewWithoutTexts(shop: ShopDomain, now: number): Steps<number> {
  const row = yield* get<{ count: number }>(countSql, { shop, since: now - weekMs, desc: missingBit.desc });
  return row?.count ?? 0;
}
