import type { products } from "../db/schema/index.ts";
import type { OwnKeywords } from "./keywords.ts";
import type { LiveTexts } from "./live-texts.ts";
import type { OwnAttribute } from "./own-attributes.ts";

/** One product as it is stored: facts, variants and the texts that are live in the shop. */
export type StoredProduct = typeof products.$inferSelect;

/**
 * A stored product with its live texts by content type and the merchant's own attributes and keywords. Here
 * `factsDigest` covers those too.
 */
export interface Product extends StoredProduct {
  live: LiveTexts;
  ownAttributes: OwnAttribute[];
  ownKeywords: OwnKeywords[];
}
