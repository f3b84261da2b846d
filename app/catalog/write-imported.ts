import type { Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { BarcodeReading } from "../shopify/operations/index.ts";
import type { ProductRecord } from "./assemble-product.ts";
import { barcodesDigest } from "./barcodes.ts";
import {
  type KnownRow,
  markSeen,
  type ProductToPut,
  putProducts,
  readKnownRows,
  type Seen,
  type WriteOutcome,
} from "./product-writer.ts";
import { keepParts, type ProductParts } from "./translations/product-parts.ts";

/** One run of an import. `startedAt` lies before Shopify began to read the catalogue. */
export interface ImportRun {
  importId: string;
  startedAt: number;
  /** which barcodes its lines hold; `first` may be less than we hold from reading a product alone */
  barcodes: BarcodeReading;
  /** its lines hold what is translated apart from the products */
  translated?: boolean | undefined;
}

/** A product as an import reads it. */
export type ImportedProduct = ProductRecord & {
  /** in a shop of several languages */
  parts?: ProductParts | undefined;
};

/**
 * Writes the products that an import brought, each unless we hold something newer: bulk data may be hours old, and a webhook
 * may have had the product read again since. Writing the same twice changes nothing, so lines may be read again after a crash.
 * In few statements for all of them, because an import writes 100,000.
 * @param records of different products
 * @returns what became of each, in order
 */
export function* writeImported(
  shop: ShopDomain,
  run: ImportRun,
  records: readonly ImportedProduct[],
  now: number,
): Steps<WriteOutcome[]> {
  if (records.length === 0) return [];
  const { importId } = run;
  const ids = records.map(({ id }) => id);
  const knownRows = yield* readKnownRows(shop, ids);
  const toPut: (ProductToPut & { barcodesDigest: string })[] = [];
  const seen: Seen[] = [];
  const outcomes = records.map((record): WriteOutcome => {
    const known = knownRows.get(record.id) ?? null;
    if (known !== null && isNewer(known, run, record)) {
      seen.push({ rowId: known.rowId, importId, outranked: true, barcodesDigest: null });
      return "outranked";
    }
    const digest = barcodesDigest(record.variants);
    if (known !== null && isSame(known, record) && (known.barcodesDigest === digest || knowsMore(known, run))) {
      if (known.importId !== importId) {
        seen.push({ rowId: known.rowId, importId, outranked: false, barcodesDigest: null });
      }
      return "unchanged";
    }
    toPut.push({ record, known, barcodesDigest: digest });
    return known === null ? "added" : "changed";
  });
  const rowIds = yield* putProducts(shop, toPut, { syncedAt: now });
  for (const [at, rowId] of rowIds.entries()) {
    seen.push({ rowId, importId, outranked: false, barcodesDigest: toPut[at]?.barcodesDigest ?? null });
  }
  yield* markSeen(shop, seen);
  const withParts = records.flatMap(({ id, parts }, at) =>
    parts && outcomes[at] !== "outranked" ? [{ owner: id, parts }] : [],
  );
  yield* keepParts(shop, withParts, run.startedAt);
  return outcomes;
}

function isNewer(known: KnownRow, run: ImportRun, record: ProductRecord): boolean {
  if (known.importId === run.importId) return known.outranked === 1;
  if (known.goneAt !== null) return known.goneAt >= run.startedAt;
  if (known.updatedAt !== record.updatedAt) return known.updatedAt > record.updatedAt;
  // Shopify's times are whole seconds: of two reads within one, the later read wins.
  return known.syncedAt >= run.startedAt;
}

function knowsMore(known: KnownRow, run: ImportRun): boolean {
  return run.barcodes === "first" && known.barcodesDigest !== "";
}

function isSame(known: KnownRow, record: ProductRecord): boolean {
  return (
    known.goneAt === null &&
    known.updatedAt === record.updatedAt &&
    known.factsDigest === record.factsDigest &&
    known.liveDigest === record.liveDigest &&
    known.missing === record.missing
  );
}
