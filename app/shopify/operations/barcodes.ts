import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

/** How many of a variant's barcodes a shop's API has: the first one, or all of them. */
export type BarcodeReading = "first" | "all";

export const barcodeNodeSchema = z.object({
  value: z.string(),
  /** the standard it was checked against: ASIN, EAN, GTIN, ISBN or UPC; null when none was named */
  type: z.string().nullish(),
});
export type BarcodeNode = z.infer<typeof barcodeNodeSchema>;

const barcodeFields = "value type";
const mostBarcodes = 20;

/** All barcodes, in a bulk query. They have no id: their lines are known by what they hang on. */
export function barcodesInBulk(reading: BarcodeReading): string {
  return reading === "all" ? `barcodes { edges { node { ${barcodeFields} } } }` : "";
}

/** So many variants' barcodes are read at once: 40 cost 920 points of 1,000. */
export const maxBarcodeVariants = 40;

/**
 * Apart from the product, so that reading it again after a write of ours costs no more than it must. All barcodes of some variants, at most `maxBarcodeVariants`; null for one that is gone.
 */
export const readVariantBarcodes = defineOperation<{ ids: string[] }>()({
  name: "ReadVariantBarcodes",
  document: `query ReadVariantBarcodes($ids: [ID!]!) {
  nodes(ids: $ids) { ... on ProductVariant { id barcodes(first: ${mostBarcodes}) { nodes { ${barcodeFields} } } } }
}`,
  data: z.object({
    nodes: z.array(z.object({ id: z.string(), barcodes: z.object({ nodes: z.array(barcodeNodeSchema) }) }).nullable()),
  }),
});
