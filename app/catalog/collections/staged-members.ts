import type { Db } from "../../db/open.ts";
import { all } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";

/** A product in a collection, by the numbers of their gids. */
export interface Member {
  collectionId: string;
  productId: string;
}

/** Members as Shopify listed them, stored until they are compared with what we hold. */
export interface StagedMembers {
  /** those that are products of ours; the others come with their product */
  add(members: readonly Member[]): Promise<void>;
  /** row ids of products in a collection, ascending, each once, after one */
  page(collectionId: string, after: number, limit: number): number[];
}

const rowsSql = `SELECT id, row_id AS rowId FROM products
  WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`;

/**
 * Members come in any order, so all are kept until the last one was read: as row ids, eight bytes each, of which a million
 * fit into the memory. A crash forgets them; the lines are then read again.
 */
export function stageMembers({ db }: { db: Db }, shop: ShopDomain): StagedMembers {
  const added = new Map<string, number[]>();
  const ordered = new Map<string, number[]>();
  return {
    async add(members) {
      const ids = JSON.stringify([...new Set(members.map(({ productId }) => productId))]);
      const rows = await db.do(all<{ id: string; rowId: number }>(rowsSql, { shop, ids }));
      const rowOf = new Map(rows.map(({ id, rowId }) => [id, rowId]));
      for (const { collectionId, productId } of members) {
        const row = rowOf.get(productId);
        if (row === undefined) continue;
        const known = added.get(collectionId);
        if (known) known.push(row);
        else added.set(collectionId, [row]);
      }
    },
    page(collectionId, after, limit) {
      let rows = ordered.get(collectionId);
      if (!rows) {
        rows = [...new Set(added.get(collectionId))].sort((a, b) => a - b);
        added.delete(collectionId);
        ordered.set(collectionId, rows);
      }
      const from = firstAbove(rows, after);
      return rows.slice(from, from + limit);
    },
  };
}

/** Where the numbers above a bound begin in an ascending list. */
function firstAbove(rows: readonly number[], bound: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
