import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { all, many } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { variantIn } from "./bulk-line.ts";

const prefix = "variant/";
/** The first text behind all that begin with the prefix. */
const behindPrefix = "variant0";
const pageRows = 500;

/** What a barcode's line is put aside under while its variant's product is not known. */
export function heldForVariant(variantId: string): string {
  return `${prefix}${variantId}`;
}

/**
 * Gives each barcode that an import put aside under its variant to the variant's product: to one that is stored, or whose
 * lines are put aside as well. Read page by page, and only when there are such barcodes. A barcode whose variant is not
 * anywhere is dropped: it belongs to a state of the shop that has passed. Doing it again after a crash changes nothing.
 */
export async function placeBarcodes(
  { db }: { db: Db },
  { shop, importId, signal }: { shop: ShopDomain; importId: string; signal?: AbortSignal | undefined },
): Promise<void> {
  const held = await db.do(all<{ key: string }>(heldSql, [shop, importId, prefix, behindPrefix]));
  const waiting = new Set(held.map(({ key }) => key.slice(prefix.length)));
  if (waiting.size === 0) return;
  for await (const found of pagesOf(db, shop, importId)) {
    const wanted = found.filter(([variantId]) => waiting.delete(variantId));
    if (wanted.length > 0) {
      const placed = wanted.map(([variantId, productId]) => [productId, shop, importId, heldForVariant(variantId)]);
      await db.transact({ shop }, () => many(placeSql, placed));
    }
    if (waiting.size === 0) break;
    await db.keepUp();
    signal?.throwIfAborted();
    await nextTurn();
  }
  const dropped = [...waiting].map((variantId) => [shop, importId, heldForVariant(variantId)]);
  await db.transact({ shop }, () => many(dropSql, dropped));
}

const heldSql = `SELECT DISTINCT product_id AS key FROM import_children
  WHERE shop = ? AND import_id = ? AND product_id >= ? AND product_id < ?`;
const placeSql = "UPDATE import_children SET product_id = ? WHERE shop = ? AND import_id = ? AND product_id = ?";
const dropSql = "DELETE FROM import_children WHERE shop = ? AND import_id = ? AND product_id = ?";
const asideSql = `SELECT product_id AS productId, line, body FROM import_children
  WHERE shop = ? AND import_id = ? AND (product_id, line) > (?, ?) AND product_id < ? ORDER BY product_id, line LIMIT ?`;
const storedSql = `SELECT p.id AS productId, p.row_id AS rowId, json_extract(v.value, '$.id') AS variantId
  FROM (SELECT id, row_id, variants FROM products WHERE shop = ? AND row_id > ? ORDER BY row_id LIMIT ?) AS p
    LEFT JOIN json_each(p.variants) AS v ON true
  ORDER BY p.row_id`;

/** Variants with their products: those whose lines are put aside first, since they are newer than what is stored. */
async function* pagesOf(db: Db, shop: ShopDomain, importId: string): AsyncGenerator<[string, string][]> {
  let last = { productId: "", line: 0 };
  for (;;) {
    const after = [last.productId, last.line];
    const rows = await db.do(all<AsideRow>(asideSql, [shop, importId, ...after, prefix, pageRows]));
    const end = rows.at(-1);
    if (!end) break;
    last = end;
    yield rows.flatMap(({ productId, body }): [string, string][] => {
      const variant = variantIn(body);
      return variant === undefined ? [] : [[variant, productId]];
    });
  }
  for (let rowId = 0; ; ) {
    const rows = await db.do(all<StoredRow>(storedSql, [shop, rowId, pageRows]));
    const end = rows.at(-1);
    if (!end) break;
    rowId = end.rowId;
    yield rows.flatMap(({ variantId, productId }): [string, string][] =>
      variantId === null ? [] : [[variantId, productId]],
    );
  }
}

interface AsideRow {
  productId: string;
  line: number;
  body: string;
}

interface StoredRow {
  productId: string;
  rowId: number;
  /** null for a product without variants */
  variantId: string | null;
}
