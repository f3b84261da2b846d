import type { Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { BarcodeReading } from "../shopify/operations/index.ts";
import type { ProductRecord } from "./assemble-product.ts";
import { barcodesDigest } from "./barcodes.ts";
import { type KnownRow, markSeen, putProduct, readKnown, type WriteOutcome } from "./product-writer.ts";

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
export function* writeImported(
  shop: ShopDomain,
  run: ImportRun,
  record: ProductRecord,
  now: number,
): Steps<WriteOutcome> {
  const { importId } = run;
  const known = yield* readKnown(shop, record.id);
  if (known !== null && isNewer(known, run, record)) {
    yield* markSeen(shop, { rowId: known.rowId, importId, outranked: true, barcodesDigest: null });
    return "outranked";
  }
  const digest = barcodesDigest(record.variants);
  if (known !== null && isSame(known, record) && (known.barcodesDigest === digest || knowsMore(known, run))) {
    const seen = { rowId: known.rowId, importId, outranked: false, barcodesDigest: null };
    if (known.importId !== importId) yield* markSeen(shop, seen);
    return "unchanged";
  }
  const rowId = yield* putProduct(shop, record, known, { syncedAt: now });
  yield* markSeen(shop, { rowId, importId, outranked: false, barcodesDigest: digest });
  return known === null ? "added" : "changed";
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
