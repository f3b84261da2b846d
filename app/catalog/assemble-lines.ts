import type { ProductNode } from "../shopify/operations/index.ts";
import { assembleProduct, type ProductRecord } from "./assemble-product.ts";
import { type ChildNode, parseBulkLine } from "./bulk-line.ts";
import type { NameOf } from "./reference-names.ts";
import type { TextPlace } from "./text-places.ts";

/** The lines of one product in a bulk result, read; `node` is null when its own line is not among them. */
export interface ReadLines {
  node: ProductNode | null;
  children: ChildNode[];
}

export function readLines(bodies: readonly string[]): ReadLines {
  const read: ReadLines = { node: null, children: [] };
  for (const body of bodies) {
    const line = parseBulkLine(body);
    if (line.kind === "product") read.node = line.node;
    else if (line.kind === "child") read.children.push(line.child);
  }
  return read;
}

/** Makes a product of its lines; null when its own line is not among them. */
export function assembleLines(
  { node, children }: ReadLines,
  places: readonly TextPlace[],
  nameOf: NameOf,
): ProductRecord | null {
  return node && assembleProduct(node, children, places, nameOf);
}
