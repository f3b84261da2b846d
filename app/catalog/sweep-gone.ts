import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { ImportRun } from "./write-imported.ts";

const chunkRows = 1_000;

/**
 * Marks the products that a complete import did not see as gone from the shop; nothing is deleted. Products that came by
 * API, and those read from the shop since the import began, are left alone.
 * @returns how many were marked
 */
export async function sweepGone(
  { db, clock }: { db: Db; clock: Clock },
  { shop, importId, startedAt, signal }: ImportRun & { shop: ShopDomain; signal?: AbortSignal | undefined },
): Promise<number> {
  const page = db.raw.prepare(
    `SELECT p.id, p.row_id AS rowId, s.import_id AS importId
     FROM products AS p INDEXED BY products_shop_id LEFT JOIN products_seen AS s ON s.row_id = p.row_id
     WHERE p.shop = ? AND p.id > ? ORDER BY p.id LIMIT ${chunkRows}`,
  );
  const mark = db.raw.prepare(
    `UPDATE products SET gone_at = ? WHERE row_id = ? AND shop = ? AND gone_at IS NULL AND shopify_id IS NOT NULL
     AND synced_at < ?`,
  );
  const markAll = db.raw.transaction((rowIds: number[]) => {
    const now = clock.now();
    return rowIds.reduce((sum, rowId) => sum + mark.run(now, rowId, shop, startedAt).changes, 0);
  });
  let gone = 0;
  for (let after = ""; ; await nextTurn()) {
    signal?.throwIfAborted();
    const rows = page.all(shop, after) as { id: string; rowId: number; importId: string | null }[];
    const unseen = rows.filter((row) => row.importId !== importId).map((row) => row.rowId);
    for (let i = 0; i < unseen.length; i += 200) gone += markAll.immediate(unseen.slice(i, i + 200));
    const last = rows.at(-1);
    if (!last || rows.length < chunkRows) return gone;
    after = last.id;
  }
}
