import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { all, many, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { ImportRun } from "./write-imported.ts";

const chunkRows = 1_000;
/** Rows marked in one transaction. */
const markedRows = 200;

/**
 * Marks the products that a complete import did not see as gone from the shop; nothing is deleted. Products that came by
 * API, and those read from the shop since the import began, are left alone.
 * @returns how many were marked
 */
export async function sweepGone(
  { db, clock }: { db: Db; clock: Clock },
  { shop, importId, startedAt, signal }: ImportRun & { shop: ShopDomain; signal?: AbortSignal | undefined },
): Promise<number> {
  let gone = 0;
  for (let after = ""; ; await nextTurn()) {
    signal?.throwIfAborted();
    const rows = await db.do(all<SeenRow>(pageSql, [shop, after]));
    const unseen = rows.filter((row) => row.importId !== importId).map((row) => row.rowId);
    for (let i = 0; i < unseen.length; i += markedRows) {
      const rowIds = unseen.slice(i, i + markedRows);
      const changes = await db.transact({ shop }, () => markGone(shop, rowIds, { now: clock.now(), startedAt }));
      gone += changes.reduce((sum, changed) => sum + changed, 0);
    }
    const last = rows.at(-1);
    if (!last || rows.length < chunkRows) return gone;
    after = last.id;
  }
}

function* markGone(
  shop: ShopDomain,
  rowIds: readonly number[],
  { now, startedAt }: { now: number; startedAt: number },
): Steps<number[]> {
  return yield* many(
    markSql,
    rowIds.map((rowId) => [now, rowId, shop, startedAt]),
  );
}

interface SeenRow {
  id: string;
  rowId: number;
  importId: string | null;
}

const pageSql = `SELECT p.id, p.row_id AS rowId, s.import_id AS importId
  FROM products AS p INDEXED BY products_shop_id LEFT JOIN products_seen AS s ON s.row_id = p.row_id
  WHERE p.shop = ? AND p.id > ? ORDER BY p.id LIMIT ${chunkRows}`;
const markSql = `UPDATE products SET gone_at = ? WHERE row_id = ? AND shop = ? AND gone_at IS NULL
  AND shopify_id IS NOT NULL AND synced_at < ?`;
