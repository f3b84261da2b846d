import { ZodError } from "zod";
import {
  type BarcodeNode,
  barcodeNodeSchema,
  type MediaNode,
  type MetafieldNode,
  mediaNodeSchema,
  metafieldNodeSchema,
  type ProductNode,
  productNodeSchema,
  type VariantNode,
  variantNodeSchema,
} from "../shopify/operations/index.ts";

/** What hangs on a product. */
export type ChildNode =
  | { kind: "variant"; node: VariantNode }
  | { kind: "barcode"; variantId: string; node: BarcodeNode }
  | { kind: "media"; node: MediaNode }
  | { kind: "metafield"; node: MetafieldNode };

/** Which product a line belongs to, found without parsing it: lines wait as text until their product is stored. */
export type LineOwner = { kind: "product" | "child"; productId: string } | { kind: "barcode"; variantId: string };

// Inside a JSON text a quote is escaped, so an unescaped `"__parentId":` can only be the key.
const parentKey = /"__parentId"\s*:\s*"gid:\/\/shopify\/Product\/(\d+)"/;
const variantParentKey = /"__parentId"\s*:\s*"gid:\/\/shopify\/ProductVariant\/(\d+)"/;
const variantKey = /"id"\s*:\s*"gid:\/\/shopify\/ProductVariant\/(\d+)"/;
const productKey = /"id"\s*:\s*"gid:\/\/shopify\/Product\/(\d+)"/;

/** @returns null for a line that is neither a product nor hangs on one or on a variant */
export function ownerOf(line: string): LineOwner | null {
  const parent = parentKey.exec(line)?.[1];
  if (parent !== undefined) return { kind: "child", productId: parent };
  const product = productKey.exec(line)?.[1];
  if (product !== undefined) return { kind: "product", productId: product };
  const variant = variantParentKey.exec(line)?.[1];
  return variant === undefined ? null : { kind: "barcode", variantId: variant };
}

/** The number of the variant that a line is about, undefined when it is about something else. */
export function variantIn(line: string): string | undefined {
  return variantKey.exec(line)?.[1];
}

/** One line of a bulk result; other lines are of no use to us. */
export type BulkLine = { kind: "product"; node: ProductNode } | { kind: "child"; child: ChildNode } | { kind: "other" };

/**
 * Reads one line of a bulk result.
 * @throws when it is not JSON or lacks what the query asked for
 * @see https://shopify.dev/docs/api/usage/bulk-operations/queries#the-jsonl-data-format
 */
export function parseBulkLine(line: string): BulkLine {
  const value: unknown = JSON.parse(line);
  const id = textAt(value, "id");
  const parent = textAt(value, "__parentId");
  if (id === undefined) return barcodeLine(parent, value);
  if (parent === undefined) {
    return id.startsWith("gid://shopify/Product/")
      ? { kind: "product", node: productNodeSchema.parse(value) }
      : { kind: "other" };
  }
  if (!parent.startsWith("gid://shopify/Product/")) return { kind: "other" };
  const child = childOf(id, value);
  return child ? { kind: "child", child } : { kind: "other" };
}

/** What was wrong with a line, without its words: "variants.0.sku: invalid_type". */
export function whyUnreadable(error: unknown): string {
  if (!(error instanceof ZodError)) return "not JSON";
  const [issue] = error.issues;
  return `${issue?.path.join(".") ?? ""}: ${issue?.code ?? "invalid"}`;
}

/** Of what hangs on a variant, only barcodes have no id. */
function barcodeLine(parent: string | undefined, value: unknown): BulkLine {
  if (!parent?.startsWith("gid://shopify/ProductVariant/")) return { kind: "other" };
  return {
    kind: "child",
    child: { kind: "barcode", variantId: numberOf(parent), node: barcodeNodeSchema.parse(value) },
  };
}

function childOf(id: string, value: unknown): ChildNode | null {
  if (id.startsWith("gid://shopify/ProductVariant/")) return { kind: "variant", node: variantNodeSchema.parse(value) };
  if (id.startsWith("gid://shopify/Metafield/")) return { kind: "metafield", node: metafieldNodeSchema.parse(value) };
  if (id.startsWith("gid://shopify/MediaImage/")) return { kind: "media", node: mediaNodeSchema.parse(value) };
  return null;
}

function textAt(value: unknown, name: "id" | "__parentId"): string | undefined {
  if (typeof value !== "object" || value === null) throw new Error("a line of the bulk result is no object");
  const text = (value as Record<string, unknown>)[name];
  return typeof text === "string" ? text : undefined;
}

/** `gid://shopify/Product/123` → `123` */
export function numberOf(gid: string): string {
  return gid.slice(gid.lastIndexOf("/") + 1);
}
