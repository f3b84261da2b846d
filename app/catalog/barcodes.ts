import type { StoredBarcode, StoredVariant } from "../db/schema/index.ts";
import { digestOf } from "../lib/digest.ts";
import type { BarcodeNode } from "../shopify/operations/index.ts";

/** All barcodes of a variant, the shop's first one first. */
export function barcodesOf({ barcode, barcodes }: Pick<StoredVariant, "barcode" | "barcodes">): StoredBarcode[] {
  return barcodes ?? (barcode === null ? [] : [{ value: barcode, type: null }]);
}

/**
 * A variant with what the shop lists of its barcodes, added to what was listed before; unchanged when that adds nothing to
 * `barcode`. The first one is known by `barcode`; the others are put in an order of ours, since a bulk result has none.
 */
export function withBarcodes(variant: StoredVariant, listed: readonly BarcodeNode[]): StoredVariant {
  const [only, ...more] = listed;
  if (only === undefined || (more.length === 0 && only.value === variant.barcode && !only.type)) return variant;
  const all = new Map(barcodesOf(variant).map((barcode) => [barcode.value, barcode]));
  for (const { value, type } of listed) all.set(value, { value, type: type ?? null });
  const first = (value: string) => (value === variant.barcode ? 0 : 1);
  const barcodes = [...all.values()].sort((a, b) => first(a.value) - first(b.value) || (a.value < b.value ? -1 : 1));
  return { ...variant, barcodes };
}

/**
 * Hash of a product's barcodes and of what is on offer, "" when nothing is known of either. They are no facts that a text may
 * use, so they are not part of `factsDigest`: this one tells an import to write a product of which they alone are new to us.
 */
export function barcodesDigest(variants: readonly StoredVariant[]): string {
  const offers = variants.map(({ price, compareAtPrice, available }) =>
    available === undefined ? [] : [price, compareAtPrice ?? null, available],
  );
  const hasOffers = offers.some((offer) => offer.length > 0);
  if (!hasOffers && variants.every(({ barcode, barcodes }) => barcode === null && barcodes === undefined)) return "";
  const codes = variants.map(({ barcode, barcodes }) => barcodes ?? barcode);
  return digestOf(JSON.stringify(hasOffers ? [codes, offers] : codes));
}
