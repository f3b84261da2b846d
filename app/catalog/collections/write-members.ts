import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
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
  /** false: Shopify may not have told all, so that nobody is taken out */
  whole: boolean;
  signal?: AbortSignal | undefined;
}

/** Writes the difference between the members we hold and the staged ones, and nothing else. @returns how many rows changed */
export async function writeMembers({ db }: { db: Db }, input: WriteMembersInput): Promise<number> {
  const { shop, collectionId, staged, startedAt, whole, signal } = input;
  const held = prepared<object>(
    db,
    `SELECT product_row FROM collection_products
     WHERE shop = @shop AND collection_id = @collectionId AND product_row > @after ORDER BY product_row LIMIT @limit`,
  );
  const readSince = prepared<object>(
    db,
    "SELECT 1 FROM products WHERE row_id = @row AND shop = @shop AND synced_at > @startedAt",
  );
  const insert = prepared<object>(db, insertSql);
  const remove = prepared<object>(db, removeSql);
  const write = db.raw.transaction((added: number[], removed: number[]) => {
    let changes = 0;
    for (const [rows, statement] of [[added, insert], [removed, remove]] as const) {
      for (const row of rows) {
        if (readSince.get({ row, shop, startedAt }) === undefined) changes += statement.run({ shop, collectionId, row }).changes;
      }
    }
    return changes;
  }); // biome-ignore format: one loop for both
  let changed = 0;
  for (let after = -1; ; await nextTurn()) {
    signal?.throwIfAborted();
    const ours = (held.all({ shop, collectionId, after, limit: pageRows }) as { product_row: number }[]).map(
      (row) => row.product_row,
    );
    const theirs = staged.page(collectionId, after, pageRows);
    // As far as both lists are known.
    const bound = Math.min(endOf(ours), endOf(theirs));
    const known = new Set(ours.filter((row) => row <= bound));
    const wanted = new Set(theirs.filter((row) => row <= bound));
    const added = [...wanted].filter((row) => !known.has(row));
    const removed = whole ? [...known].filter((row) => !wanted.has(row)) : [];
    if (added.length + removed.length > 0) {
      changed += write.immediate(added, removed);
      await db.keepUp();
    }
    if (bound === Number.POSITIVE_INFINITY) return changed;
    after = bound;
  }
}

function endOf(rows: readonly number[]): number {
  return rows.length < pageRows ? Number.POSITIVE_INFINITY : (rows.at(-1) ?? Number.POSITIVE_INFINITY);
}

const insertSql =
  "INSERT OR IGNORE INTO collection_products (shop, collection_id, product_row) VALUES (@shop, @collectionId, @row)";
const removeSql =
  "DELETE FROM collection_products WHERE shop = @shop AND collection_id = @collectionId AND product_row = @row";

/**
 * Brings a product's collections in step with what Shopify said about the product, inside the caller's transaction.
 * @returns whether anything changed
 */
export function writeCollectionsOf(
  db: Db,
  { shop, productRow, collectionIds }: { shop: ShopDomain; productRow: number; collectionIds: readonly string[] },
): boolean {
  const held = prepared<object, { id: string }>(
    db,
    "SELECT collection_id AS id FROM collection_products WHERE product_row = @productRow AND shop = @shop",
  ).all({ productRow, shop });
  const wanted = new Set(collectionIds);
  let changed = false;
  for (const { id } of held) {
    if (wanted.delete(id)) continue;
    prepared<object>(db, removeSql).run({ shop, collectionId: id, row: productRow });
    changed = true;
  }
  for (const collectionId of wanted) {
    prepared<object>(db, insertSql).run({ shop, collectionId, row: productRow });
    changed = true;
  }
  return changed;
}
