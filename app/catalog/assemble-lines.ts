import type { ProductNode } from "../shopify/operations/index.ts";
import { assembleProduct, type ProductRecord } from "./assemble-product.ts";
import { type ChildNode, parseBulkLine } from "./bulk-line.ts";
import type { NameOf } from "./reference-names.ts";
import type { TextPlace } from "./text-places.ts";

/** Makes a product of its lines in a bulk result; `record` is null when its own line is not among them. */
export function assembleLines(
  bodies: readonly string[],
  places: readonly TextPlace[],
  nameOf: NameOf,
): { record: ProductRecord | null; children: ChildNode[] } {
  let node: ProductNode | null = null;
  const children: ChildNode[] = [];
  for (const body of bodies) {
    const line = parseBulkLine(body);
    if (line.kind === "product") node = line.node;
    else if (line.kind === "child") children.push(line.child);
  }
  return { record: node && assembleProduct(node, children, places, nameOf), children };
}
