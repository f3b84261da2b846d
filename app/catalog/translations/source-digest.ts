import { digestOf } from "../../lib/digest.ts";

/**
 * Names the text that a translation was made from: Shopify's own `digest` of translatable content, which is the lowercase hex
 * SHA-256 of its value. Two sources with one digest are the same to the letter.
 * @param value as Shopify stores it
 */
export function sourceDigest(value: string): string {
  return digestOf(value);
}
