import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";

/** Products looked at in one statement: keeps each under 20 ms. */
const chunkProducts = 500;

// LIKE reads much faster than JSON and lets few rows through; its `_` stands for the space of a readable name as well.
const groupsSql = `SELECT p.id, json_extract(a.value, '$.value') AS groupId
    FROM products AS p, json_each(p.facts, '$.attributes') AS a
    WHERE p.shop = @shop AND p.id IN (SELECT value FROM json_each(@ids)) AND p.facts LIKE '%variant_group_id%'
      AND lower(json_extract(a.value, '$.name')) IN ('variant group id', 'variant_group_id')
  UNION ALL
  SELECT product_id, value FROM product_attributes
    WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids))
      AND lower(name) IN ('variant group id', 'variant_group_id')`;

/**
 * Products that are variants of one another carry the same `variant_group_id`, as a metafield or as the merchant's own
 * attribute. The first of each group in the given order is its master.
 * @returns variant → its master, for all others of a group
 */
export async function findMasters(
  { db }: { db: Db },
  { shop, productIds }: { shop: ShopDomain; productIds: readonly ProductId[] },
): Promise<Map<ProductId, ProductId>> {
  const groupOf = new Map<string, string>();
  for (let from = 0; from < productIds.length; from += chunkProducts) {
    if (from > 0) await nextTurn();
    const ids = JSON.stringify(productIds.slice(from, from + chunkProducts));
    // The merchant's own word comes last and wins.
    for (const row of prepared<object, { id: string; groupId: string }>(db, groupsSql).all({ shop, ids })) {
      groupOf.set(row.id, row.groupId.trim());
    }
  }
  const first = new Map<string, ProductId>();
  const masters = new Map<ProductId, ProductId>();
  for (const id of productIds) {
    const group = groupOf.get(id);
    if (!group) continue;
    const master = first.get(group);
    if (master === undefined) first.set(group, id);
    else masters.set(id, master);
  }
  return masters;
}
