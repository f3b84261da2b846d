import type { ProductNode } from "../shopify/operations/index.ts";
import { assembleProduct } from "./assemble-product.ts";
import { type ChildNode, parseBulkLine, whyUnreadable } from "./bulk-line.ts";
import type { NameOf } from "./reference-names.ts";
import type { TextPlace } from "./text-places.ts";
import { partsOf } from "./translations/product-parts.ts";
import type { ImportedProduct } from "./write-imported.ts";

/** The lines of one product in a bulk result, read; `node` is null when its own line is not among them. */
export interface ReadLines {
  node: ProductNode | null;
  children: ChildNode[];
  /** why one of them could not be read: the others are then not the whole product */
  unreadable: string | null;
}

export function readLines(bodies: readonly string[]): ReadLines {
  const read: ReadLines = { node: null, children: [], unreadable: null };
  for (const body of bodies) {
    try {
      const line = parseBulkLine(body);
      if (line.kind === "product") read.node = line.node;
      else if (line.kind === "child") read.children.push(line.child);
    } catch (error) {
      read.unreadable = whyUnreadable(error);
    }
  }
  return read;
}

/**
 * Makes a product of its lines; null when its own line is not among them.
 * @param of.translated with what is translated apart from the product
 */
export function assembleLines(
  { node, children }: ReadLines,
  of: { places: readonly TextPlace[]; nameOf: NameOf; translated: boolean | undefined },
): ImportedProduct | null {
  if (!node) return null;
  const record = assembleProduct(node, children, of.places, of.nameOf);
  return of.translated ? { ...record, parts: partsOf(node, children) } : record;
}
