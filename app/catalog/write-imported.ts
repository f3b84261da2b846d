import type { BarcodeReading } from "../shopify/operations/index.ts";
import type { ProductRecord } from "./assemble-product.ts";
import { barcodesDigest } from "./barcodes.ts";
import type { KnownRow, ProductWriter, WriteOutcome } from "./product-writer.ts";

/** One run of an import. `startedAt` lies before Shopify began to read the catalogue. */
export interface ImportRun {
  importId: string;
  startedAt: number;
  /** what its lines tell of barcodes; `first` may be less than we hold from reading a product alone */
  barcodes: BarcodeReading;
}

/**
 * Writes one product that an import brought, unless we hold something newer: bulk data may be hours old, and a webhook may
 * have had the product read again since. Writing the same twice changes nothing, so lines may be read again after a crash.
 */
export function writeImported(
  writer: ProductWriter,
  run: ImportRun,
  record: ProductRecord,
  now: number,
): { outcome: WriteOutcome; rowId: number } {
  const known = writer.known(record.id);
  writer.noteFacets(record, now);
  if (known !== null && isNewer(known, run, record)) {
    writer.markSeen(known.rowId, run.importId, true, null);
    return { outcome: "outranked", rowId: known.rowId };
  }
  const barcodes = barcodesDigest(record.variants);
  if (known !== null && isSame(known, record) && (known.barcodesDigest === barcodes || knowsMore(known, run))) {
    if (known.importId !== run.importId) writer.markSeen(known.rowId, run.importId, false, null);
    return { outcome: "unchanged", rowId: known.rowId };
  }
  const rowId = writer.put(record, known, now);
  writer.markSeen(rowId, run.importId, false, barcodes);
  return { outcome: known === null ? "added" : "changed", rowId };
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
