import type { TextBody } from "../db/schema/index.ts";
import { canonicalHtml } from "../lib/html/canonical-html.ts";
import { configNameOf, imageAlt } from "../texts/slot.ts";

/**
 * Whether two values of a field are the same text. Differences that no person makes or sees do not count: how an absent
 * text is written (null, "", []), outer white space, line endings, Unicode composition.
 */
export function sameText(a: TextBody | null, b: TextBody | null): boolean {
  return normalised(a) === normalised(b);
}

/**
 * Whether Shopify shows what we sent: as {@link sameText}, and for HTML also beyond what Shopify changes when it saves
 * (quotes and order of writing, entities, white space between tags).
 */
export function sameRendering(contentType: string, a: TextBody | null, b: TextBody | null): boolean {
  if (sameText(a, b)) return true;
  if (typeof a !== "string" || typeof b !== "string") return false;
  return isHtml(contentType, a, b) && canonicalHtml(a) === canonicalHtml(b);
}

/** Whether two texts of a field are to be read as HTML. What a shop added may be rich text. */
export function isHtml(contentType: string, a: string, b: string): boolean {
  return contentType === "desc" || (!isPlain(contentType) && hasTags(a) && hasTags(b));
}

/** A line of plain words, in a field of the product or its images. */
export function isPlain(contentType: string): boolean {
  return plain.has(configNameOf(contentType));
}

const plain: ReadonlySet<string> = new Set(["title", "seo_title", "seo_desc", imageAlt]);

function hasTags(text: string): boolean {
  return /<[a-z]/i.test(text);
}

function normalised(body: TextBody | null): string {
  if (body === null) return "null";
  if (typeof body === "string") return body.trim() === "" ? "null" : JSON.stringify(tidy(body));
  return body.length === 0 ? "null" : JSON.stringify(body.map(tidy));
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}
