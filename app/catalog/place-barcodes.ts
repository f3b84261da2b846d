import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
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
  const held = db.raw
    .prepare(
      "SELECT DISTINCT product_id FROM import_children WHERE shop = ? AND import_id = ? AND product_id >= ? AND product_id < ?",
    )
    .pluck()
    .all(shop, importId, prefix, behindPrefix) as string[];
  const waiting = new Set(held.map((key) => key.slice(prefix.length)));
  if (waiting.size === 0) return;
  const place = db.raw.prepare(
    "UPDATE import_children SET product_id = ? WHERE shop = ? AND import_id = ? AND product_id = ?",
  );
  const placeAll = db.raw.transaction((found: readonly (readonly [variantId: string, productId: string])[]) => {
    for (const [variantId, productId] of found) place.run(productId, shop, importId, heldForVariant(variantId));
  });
  for await (const found of pagesOf(db, shop, importId)) {
    const wanted = found.filter(([variantId]) => waiting.delete(variantId));
    if (wanted.length > 0) placeAll.immediate(wanted);
    if (waiting.size === 0) break;
    await db.keepUp();
    signal?.throwIfAborted();
    await nextTurn();
  }
  const drop = db.raw.prepare("DELETE FROM import_children WHERE shop = ? AND import_id = ? AND product_id = ?");
  db.raw
    .transaction(() => {
      for (const variantId of waiting) drop.run(shop, importId, heldForVariant(variantId));
    })
    .immediate();
}

/** Variants with their products: those whose lines are put aside first, since they are newer than what is stored. */
async function* pagesOf(db: Db, shop: ShopDomain, importId: string): AsyncGenerator<[string, string][]> {
  const aside = db.raw.prepare(
    `SELECT product_id AS productId, line, body FROM import_children
     WHERE shop = ? AND import_id = ? AND (product_id, line) > (?, ?) AND product_id < ? ORDER BY product_id, line LIMIT ?`,
  );
  let last = { productId: "", line: 0 };
  for (;;) {
    const rows = aside.all(shop, importId, last.productId, last.line, prefix, pageRows) as AsideRow[];
    const end = rows.at(-1);
    if (!end) break;
    last = end;
    yield rows.flatMap(({ productId, body }): [string, string][] => {
      const variant = variantIn(body);
      return variant === undefined ? [] : [[variant, productId]];
    });
  }
  const stored = db.raw.prepare(
    `SELECT p.id AS productId, p.row_id AS rowId, json_extract(v.value, '$.id') AS variantId
     FROM (SELECT id, row_id, variants FROM products WHERE shop = ? AND row_id > ? ORDER BY row_id LIMIT ?) AS p
       LEFT JOIN json_each(p.variants) AS v
       ORDER BY p.row_id`,
  );
  for (let rowId = 0; ; ) {
    const rows = stored.all(shop, rowId, pageRows) as StoredRow[];
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
