import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { products } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { assembleLines, type ReadLines, readLines } from "./assemble-lines.ts";
import { addChildren, type ProductRecord } from "./assemble-product.ts";
import { barcodesDigest } from "./barcodes.ts";
import type { ImportCounts } from "./import-counts.ts";
import { placeBarcodes } from "./place-barcodes.ts";
import { createProductWriter, type ProductWriter } from "./product-writer.ts";
import { type NameOf, type ReferenceNames, referencesOf } from "./reference-names.ts";
import { readTextPlaces, type TextPlace } from "./text-places.ts";
import { type ImportRun, writeImported } from "./write-imported.ts";

/** Lines handled in one transaction, except that a product is never split: about 8 ms. */
const batchLines = 300;

export interface MergeInput extends ImportRun {
  shop: ShopDomain;
  counts: ImportCounts;
  names: ReferenceNames;
  signal?: AbortSignal | undefined;
  /** told of each product that is left as it was, and why */
  unreadable(productId: string, why: string): void;
  /** after each transaction; `orphans` are products that it had lines of, but not their own */
  merged(orphans: number): Promise<void>;
}

/**
 * Joins the lines that an import put aside to their products and drops them, in the same transaction: after a crash the
 * rest is still there. A product whose own line was put aside is made from scratch; another gets its late children added.
 */
export async function mergeChildren({ db, clock }: { db: Db; clock: Clock }, input: MergeInput): Promise<void> {
  const { shop, importId, names, signal } = input;
  await placeBarcodes({ db }, input);
  const writer = createProductWriter(db, shop);
  const places = readTextPlaces({ db }, shop);
  const staged = db.raw.prepare(
    "SELECT product_id AS productId, body FROM import_children WHERE shop = ? AND import_id = ? AND product_id >= ? ORDER BY product_id, line LIMIT ?",
  );
  const ofProduct = db.raw
    .prepare("SELECT body FROM import_children WHERE shop = ? AND import_id = ? AND product_id = ? ORDER BY line")
    .pluck();
  const drop = db.raw.prepare(
    "DELETE FROM import_children WHERE shop = ? AND import_id = ? AND product_id BETWEEN ? AND ?",
  );
  const run = db.raw.transaction((products: readonly (readonly [string, ReadLines])[]): number => {
    let orphans = 0;
    for (const [productId, lines] of products) {
      const context = { ...input, places, nameOf: names.nameOf };
      if (!mergeProduct(db, writer, context, productId, lines, clock.now())) orphans++;
    }
    drop.run(shop, importId, products[0]?.[0], products.at(-1)?.[0]);
    return orphans;
  });
  // Nobody else writes an import's own lines, so they may be read before the transaction.
  for (let products = next(); products.length > 0; products = next()) {
    await names.ensure(
      products.flatMap(([, { children }]) => referencesOf(children)),
      signal,
    );
    const orphans = run.immediate(products);
    await db.keepUp();
    signal?.throwIfAborted();
    await input.merged(orphans);
    await nextTurn();
  }

  /** The lines of the next products, each whole. */
  function next(): [string, ReadLines][] {
    const lines = staged.all(shop, importId, "", batchLines) as { productId: string; body: string }[];
    const last = lines.at(-1)?.productId;
    return [...Map.groupBy(lines, ({ productId }) => productId)].map(([productId, entries]) => [
      productId,
      readLines(
        productId === last ? (ofProduct.all(shop, importId, productId) as string[]) : entries.map(({ body }) => body),
      ),
    ]);
  }
}

/** @returns false when the result had lines of this product but never its own */
function mergeProduct(
  db: Db,
  writer: ProductWriter,
  input: MergeInput & { places: readonly TextPlace[]; nameOf: NameOf },
  productId: string,
  lines: ReadLines,
  now: number,
): boolean {
  if (lines.unreadable !== null) {
    input.counts.unreadable++;
    input.unreadable(productId, lines.unreadable);
    return true;
  }
  const brought = assembleLines(lines, input.places, input.nameOf);
  if (brought) {
    input.counts[writeImported(writer, input, brought, now).outcome]++;
    return true;
  }
  const known = writer.known(productId);
  // Not brought by this import, or read again since: its late children belong to an older state.
  if (known === null || known.importId !== input.importId) return false;
  if (known.outranked === 1) return true;
  const record = readRecord(db, input.shop, productId);
  if (!record) return false;
  const whole = addChildren(record, lines.children, input.places, input.nameOf);
  if (JSON.stringify([whole.facts, whole.variants]) !== JSON.stringify([record.facts, record.variants])) {
    writer.put(whole, known, now);
    writer.markSeen(known.rowId, input.importId, false, barcodesDigest(whole.variants));
  }
  return true;
}

function readRecord(db: Db, shop: ShopDomain, id: string): ProductRecord | undefined {
  return db.orm
    .select()
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.id, id)))
    .get();
}
