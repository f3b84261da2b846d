import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";

/** A product in a collection, by the numbers of their gids. */
export interface Member {
  collectionId: string;
  productId: string;
}

/** What Shopify said about members, put aside until it is compared with what we hold. */
export interface StagedMembers {
  /** those that are products of ours; the others come with their product */
  add(members: readonly Member[]): void;
  /** row ids of products in a collection, ascending, after one */
  page(collectionId: string, after: number, limit: number): number[];
  drop(): void;
}

/**
 * A table of this connection alone, outside of the file that is written: members come in any order, and a big shop's would
 * not fit into the memory. A crash forgets them; the lines are then read again.
 */
export function stageMembers({ db, clock }: { db: Db; clock: Clock }, shop: ShopDomain): StagedMembers {
  const run = newId("mem", clock.now());
  db.raw.exec(
    `CREATE TABLE IF NOT EXISTS temp.staged_members (
       run TEXT NOT NULL, collection_id TEXT NOT NULL, product_row INTEGER NOT NULL,
       PRIMARY KEY (run, collection_id, product_row)
     ) WITHOUT ROWID`,
  );
  // Two statements: one with a join is planned anew for every line.
  const find = db.raw.prepare("SELECT row_id FROM products WHERE shop = ? AND id = ?").pluck();
  const insert = db.raw.prepare("INSERT OR IGNORE INTO temp.staged_members VALUES (?, ?, ?)");
  const page = db.raw
    .prepare(
      `SELECT product_row FROM temp.staged_members WHERE run = ? AND collection_id = ? AND product_row > ?
       ORDER BY product_row LIMIT ?`,
    )
    .pluck();
  const drop = db.raw.prepare("DELETE FROM temp.staged_members WHERE run = ?");
  const addAll = db.raw.transaction((members: readonly Member[]) => {
    for (const { collectionId, productId } of members) {
      const row = find.get(shop, productId);
      if (row !== undefined) insert.run(run, collectionId, row);
    }
  });
  return {
    // Deferred: it only reads the file, so it takes nobody's turn to write.
    add: (members) => addAll.deferred(members),
    page: (collectionId, after, limit) => page.all(run, collectionId, after, limit) as number[],
    drop: () => drop.run(run),
  };
}
