import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { readVariantGroups } from "../../rules/variant-group.ts";

/** Products looked at in one statement: keeps each under 20 ms. */
const chunkProducts = 500;

/**
 * The first product of each variant group in the given order is the group's master.
 * @returns variant → its master, for all others of a group
 */
export async function findMasters(
  { db }: { db: Db },
  { shop, productIds }: { shop: ShopDomain; productIds: readonly ProductId[] },
): Promise<Map<ProductId, ProductId>> {
  const groupOf = new Map<string, string>();
  for (let from = 0; from < productIds.length; from += chunkProducts) {
    if (from > 0) await nextTurn();
    const chunk = productIds.slice(from, from + chunkProducts);
    for (const [id, group] of await db.do(readVariantGroups({ shop, productIds: chunk }))) groupOf.set(id, group);
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
