import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import { all, get, many, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { StagedMembers } from "./staged-members.ts";

/** Members compared, and at most written, in one transaction: about 10 ms. */
const pageRows = 1_000;

export interface WriteMembersInput {
  shop: ShopDomain;
  collectionId: string;
  staged: StagedMembers;
  /** before Shopify was asked: what was read of a product since then is newer */
  startedAt: number;
  /** false: Shopify's list may be incomplete, so that no member is removed */
  whole: boolean;
  signal?: AbortSignal | undefined;
}

/** Writes the difference between the members we hold and the staged ones, and nothing else. @returns how many rows changed */
export async function writeMembers({ db }: { db: Db }, input: WriteMembersInput): Promise<number> {
  const { shop, collectionId, staged, startedAt, whole, signal } = input;
  let changed = 0;
  for (let after = -1; ; await nextTurn()) {
    signal?.throwIfAborted();
    const held = await db.do(all<{ row: number }>(heldSql, { shop, collectionId, after, limit: pageRows }));
    const ours = held.map(({ row }) => row);
    const theirs = staged.page(collectionId, after, pageRows);
    // As far as both lists are known.
    const bound = Math.min(endOf(ours), endOf(theirs));
    const known = new Set(ours.filter((row) => row <= bound));
    const wanted = new Set(theirs.filter((row) => row <= bound));
    const added = [...wanted].filter((row) => !known.has(row));
    const removed = whole ? [...known].filter((row) => !wanted.has(row)) : [];
    if (added.length + removed.length > 0) {
      changed += await db.transact({ shop }, () => writeDifference({ shop, collectionId, startedAt, added, removed }));
      await db.keepUp();
    }
    if (bound === Number.POSITIVE_INFINITY) return changed;
    after = bound;
  }
}

const heldSql = `SELECT product_row AS row FROM collection_products
  WHERE shop = @shop AND collection_id = @collectionId AND product_row > @after ORDER BY product_row LIMIT @limit`;
const readSinceSql = "SELECT row_id FROM products WHERE row_id = @row AND shop = @shop AND synced_at > @startedAt";

interface Difference extends Pick<WriteMembersInput, "shop" | "collectionId" | "startedAt"> {
  added: readonly number[];
  removed: readonly number[];
}

function* writeDifference({ shop, collectionId, startedAt, added, removed }: Difference): Steps<number> {
  let changes = 0;
  for (const [rows, sql] of [[added, insertSql], [removed, removeSql]] as const) {
    for (const row of rows) {
      const readSince = yield* get(readSinceSql, { row, shop, startedAt });
      if (!readSince) changes += yield* run(sql, { shop, collectionId, row });
    }
  }
  return changes;
} // biome-ignore format: one loop for both

function endOf(rows: readonly number[]): number {
  return rows.length < pageRows ? Number.POSITIVE_INFINITY : (rows.at(-1) ?? Number.POSITIVE_INFINITY);
}

const insertSql = `INSERT INTO collection_products (shop, collection_id, product_row)
  VALUES (@shop, @collectionId, @row) ON CONFLICT DO NOTHING`;
const removeSql =
  "DELETE FROM collection_products WHERE shop = @shop AND collection_id = @collectionId AND product_row = @row";

/**
 * Makes a product's collections those that Shopify listed for it.
 * @returns whether anything changed
 */
export function* writeCollectionsOf({ shop, productRow, collectionIds }: CollectionsOfProduct): Steps<boolean> {
  const held = yield* all<{ id: string }>(
    "SELECT collection_id AS id FROM collection_products WHERE product_row = @productRow AND shop = @shop",
    { productRow, shop },
  );
  const wanted = new Set(collectionIds);
  const gone = held.filter(({ id }) => !wanted.delete(id));
  const rowOf = (collectionId: string) => ({ shop, collectionId, row: productRow });
  yield* many(
    removeSql,
    gone.map(({ id }) => rowOf(id)),
  );
  yield* many(insertSql, [...wanted].map(rowOf));
  return gone.length + wanted.size > 0;
}

interface CollectionsOfProduct {
  shop: ShopDomain;
  productRow: number;
  collectionIds: readonly string[];
}
