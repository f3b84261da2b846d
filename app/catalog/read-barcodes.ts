import type { AdminApi } from "../shopify/admin-api.ts";
import { maxBarcodeVariants, readVariantBarcodes, type VariantNode } from "../shopify/operations/index.ts";
import { type ChildNode, numberOf } from "./bulk-line.ts";

/** All barcodes of variants, from a shop whose API lists them. */
export async function readBarcodes(
  admin: AdminApi,
  variants: readonly VariantNode[],
  signal?: AbortSignal,
): Promise<ChildNode[]> {
  const children: ChildNode[] = [];
  for (let at = 0; at < variants.length; at += maxBarcodeVariants) {
    const ids = variants.slice(at, at + maxBarcodeVariants).map(({ id }) => id);
    const { nodes } = await admin.run(readVariantBarcodes, { ids }, { signal });
    for (const variant of nodes) {
      const variantId = numberOf(variant?.id ?? "");
      for (const node of variant?.barcodes.nodes ?? []) children.push({ kind: "barcode", variantId, node });
    }
  }
  return children;
}
