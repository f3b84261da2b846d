import { type AddedType, firstAddedBit, missingBit, type TextLimits } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { contentNamespace, maxTextMetafields, type TextMetafield } from "../shopify/operations/index.ts";
import type { TextFieldType } from "./metafield-text.ts";

/** Where a text is kept in the shop when the product has no field of its own for it. */
export interface TextPlace extends TextMetafield {
  label: string;
  type: TextFieldType;
  /** bit of `products.missing`, 0 = none */
  bit: number;
  /** what the metafield's definition leaves to a text */
  limits?: TextLimits | undefined;
}

/** Every shop has this one. Its live text has a column of its own. */
const bulletsPlace: TextPlace = {
  contentType: "bullets",
  label: "Bullets",
  namespace: contentNamespace,
  key: "bullets",
  type: "list.single_line_text_field",
  bit: missingBit.bullets,
};

interface PlaceRow {
  name: string;
  added: string;
  slot: number | null;
}

const activeSql = `SELECT name, added, slot FROM shop_content_types
  WHERE shop = @shop AND slot IS NOT NULL ORDER BY slot`;
const removedSql = `SELECT name, added, slot FROM shop_content_types
  WHERE shop = @shop AND removed_at IS NOT NULL ORDER BY removed_at DESC LIMIT ${maxTextMetafields}`;

/** The places of the content types that a shop added, always in the same order. */
export function* readTextPlaces(shop: string): Steps<TextPlace[]> {
  return (yield* all<PlaceRow>(activeSql, { shop })).map(placeOf);
}

/**
 * The places of all texts that were ever written into metafields: the bullets, what the shop added, and what it removed
 * again, for the undo of what is still in them.
 */
export function* readMetafieldPlaces(shop: string): Steps<TextPlace[]> {
  const removed = (yield* all<PlaceRow>(removedSql, { shop })).map(placeOf);
  return [bulletsPlace, ...(yield* readTextPlaces(shop)), ...removed];
}

function placeOf({ name, added, slot }: PlaceRow): TextPlace {
  const { label, namespace, key, metafieldType, limits } = JSON.parse(added) as AddedType;
  const bit = slot === null ? 0 : firstAddedBit << slot;
  return { contentType: name, label, namespace, key, type: metafieldType, bit, ...(limits ? { limits } : {}) };
}
