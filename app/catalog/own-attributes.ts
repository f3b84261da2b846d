import { all, type Steps } from "../db/steps.ts";
import { digestOf } from "../lib/digest.ts";
import { attributeKey } from "./attribute-key.ts";
import type { OwnKeywords } from "./keywords.ts";

/** An attribute that the merchant gave a product beside those that Shopify has. */
export interface OwnAttribute {
  name: string;
  value: string;
}

/** An attribute of a product, from wherever it is known. */
export interface ProductAttribute extends OwnAttribute {
  /**
   * `merchant`: typed by a person into this app; `description`: a row or line of the live description; `app:judgeme`: a
   * metafield that another app fills, under its namespace. Absent: the shop's own metafield
   */
  source?: string | undefined;
}

/** A product's own attributes, by name. Typed by a person, never by a model. */
export function* readOwnAttributes(shop: string, productId: string): Steps<OwnAttribute[]> {
  return yield* all<OwnAttribute>(
    "SELECT name, value FROM product_attributes WHERE shop = @shop AND product_id = @productId ORDER BY name",
    { shop, productId },
  );
}

/** The same of several products: those that have none are left out. */
export function* attributesOfProducts(shop: string, ids: readonly string[]): Steps<Map<string, OwnAttribute[]>> {
  const rows = yield* all<OwnAttribute & { productId: string }>(
    `SELECT product_id AS productId, name, value FROM product_attributes
      WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) ORDER BY name`,
    { shop, ids: JSON.stringify(ids) },
  );
  return Map.groupBy(rows, ({ productId }) => productId);
}

/** The imported attributes with the merchant's laid over them: one of the same name gives way, a new one follows. */
export function layOver(imported: readonly ProductAttribute[], own: readonly OwnAttribute[]): ProductAttribute[] {
  const typed = own.map(({ name, value }): ProductAttribute => ({ name, value, source: "merchant" }));
  const byKey = new Map(typed.map((attribute) => [attributeKey(attribute.name), attribute]));
  const kept = imported.map(({ name, value, source }): ProductAttribute => {
    const key = attributeKey(name);
    const mine = byKey.get(key);
    byKey.delete(key);
    if (mine) return { ...mine, name };
    return source === undefined ? { name, value } : { name, value, source };
  });
  return [...kept, ...byKey.values()];
}

/** The digest of the facts with the merchant's own among them: texts written before a change of these are stale too. */
export function digestWith(
  factsDigest: string,
  own: { attributes: readonly OwnAttribute[]; keywords: readonly OwnKeywords[] },
): string {
  if (own.attributes.length === 0 && own.keywords.length === 0) return factsDigest;
  const attributes = own.attributes.map(({ name, value }) => [name, value]);
  const keywords = own.keywords.map(({ name, terms }) => [name, ...terms]);
  return digestOf(JSON.stringify(["o1", factsDigest, attributes, keywords]));
}
