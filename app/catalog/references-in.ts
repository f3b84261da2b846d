import type { MetafieldNode } from "../shopify/operations/index.ts";
import type { ChildNode } from "./bulk-line.ts";

const gid = /gid:\/\/shopify\/\w+\/\w+/g;

/** The gids that a product's metafields point to. */
export function referencesOf(children: readonly ChildNode[]): string[] {
  return children.flatMap((child) => (child.kind === "metafield" ? referencesOfField(child.node) : []));
}

function referencesOfField({ type, value }: MetafieldNode): string[] {
  return type.endsWith("_reference") ? (value.match(gid) ?? []) : [];
}
