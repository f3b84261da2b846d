import { createHash } from "node:crypto";

/** The digest of translatable content. */
export function digestOf(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}

/** A metafield's compareDigest. At Shopify it is another hash than that of its translatable content, of the same value. */
export function compareDigestOf(value: string): string {
  return createHash("sha256").update("metafield ").update(value).digest("hex");
}

/** Handle as Shopify makes it, roughly: lower case, words joined by hyphens; other scripts are kept. */
export function slugify(title: string, fallback: string): string {
  const slug = (/^[\x20-\x7e]*$/.test(title) ? title : title.normalize("NFKD").replace(/\p{M}/gu, ""))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 255);
  return slug || `product-${fallback}`;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** Plain text of a description, as `Product.description` gives it. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What Shopify does to a description when it is saved: scripts go, the rest is kept. */
export function normaliseHtml(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, "")
    .replace(/<\/?script\b[^>]*>/gi, "")
    .replace(/\r\n/g, "\n");
}
