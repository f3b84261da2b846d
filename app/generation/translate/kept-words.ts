import type { ProductFacts } from "../../catalog/facts.ts";
import { codesIn } from "../../quality/translation/codes-in.ts";

/** What all translations of a product write as it is: its vendor, its SKUs and barcodes, and codes that its title holds. */
export function keptWords({ vendor, variants, title }: ProductFacts): string[] {
  const codes = variants.flatMap(({ sku, barcode }) => [sku ?? "", barcode ?? ""]);
  return [...new Set([vendor, ...codes, ...codesIn(title)].map((word) => word.trim()))].filter(
    (word) => word.length > 1,
  );
}
