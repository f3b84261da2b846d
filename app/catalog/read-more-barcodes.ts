import type { AdminApi } from "../shopify/admin-api.ts";
import { maxBarcodeVariants, readVariantBarcodes, type VariantNode } from "../shopify/operations/index.ts";
import { type ChildNode, numberOf } from "./bulk-line.ts";

/** The barcodes of those variants that have more than came with their page. */
export async function readMoreBarcodes(
  admin: AdminApi,
  variants: readonly VariantNode[],
  signal?: AbortSignal,
): Promise<ChildNode[]> {
  const ids = variants.filter(({ barcodes }) => barcodes?.pageInfo?.hasNextPage).map(({ id }) => id);
  const children: ChildNode[] = [];
  for (let at = 0; at < ids.length; at += maxBarcodeVariants) {
    const { nodes } = await admin.run(readVariantBarcodes, { ids: ids.slice(at, at + maxBarcodeVariants) }, { signal });
    for (const variant of nodes) {
      const variantId = numberOf(variant?.id ?? "");
      for (const node of variant?.barcodes.nodes ?? []) children.push({ kind: "barcode", variantId, node });
    }
  }
  return children;
}
