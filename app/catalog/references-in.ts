import type { MetafieldNode } from "../shopify/operations/index.ts";
import { type ChildNode, parseBulkLine } from "./bulk-line.ts";

const gid = /gid:\/\/shopify\/\w+\/\w+/g;
/** Stands in the line of every metafield that points to something, and hardly in another. */
const mark = '_reference"';

/** The gids that a product's metafields point to. */
export function referencesOf(children: readonly ChildNode[]): string[] {
  return children.flatMap((child) => (child.kind === "metafield" ? referencesOfField(child.node) : []));
}

/** The same, of lines of a bulk result. */
export function referencesInLines(bodies: readonly string[]): string[] {
  return bodies.flatMap((body) => {
    if (!body.includes(mark)) return [];
    const line = parseBulkLine(body);
    return line.kind === "child" ? referencesOf([line.child]) : [];
  });
}

function referencesOfField({ type, value }: MetafieldNode): string[] {
  return type.endsWith("_reference") ? (value.match(gid) ?? []) : [];
}
