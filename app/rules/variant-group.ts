import { attributeKey } from "../catalog/attribute-key.ts";
import { layOver, type OwnAttribute } from "../catalog/own-attributes.ts";
import { all, type Steps } from "../db/steps.ts";

// LIKE reads much faster than JSON and lets few rows through; its `_` matches the space of a readable name as well.
const groupsSql = `SELECT p.id, json_extract(a.value, '$.value') AS groupId
    FROM products AS p, json_each(p.facts, '$.attributes') AS a
    WHERE p.shop = @shop AND p.id IN (SELECT value FROM json_each(@ids)) AND lower(p.facts) LIKE '%variant_group_id%'
      AND lower(json_extract(a.value, '$.name')) IN ('variant group id', 'variant_group_id')
  UNION ALL
  SELECT product_id, value FROM product_attributes
    WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids))
      AND lower(name) IN ('variant group id', 'variant_group_id')`;

/**
 * Products that are variants of one another carry the same `variant_group_id`, as a metafield or as the merchant's own
 * attribute, whose word wins.
 * @returns product → its group, for those that have one
 */
export function* readVariantGroups({
  shop,
  productIds,
}: {
  shop: string;
  productIds: readonly string[];
}): Steps<Map<string, string>> {
  const groupOf = new Map<string, string>();
  const ids = JSON.stringify(productIds);
  // The merchant's own word comes last and wins.
  const rows = yield* all<{ id: string; groupId: string }>(groupsSql, { shop, ids });
  for (const { id, groupId } of rows) groupOf.set(id, groupId.trim());
  return groupOf;
}

/** The same of a product that is at hand; "" without a group. */
export function variantGroupOf(product: {
  facts: { attributes: readonly OwnAttribute[] };
  ownAttributes: readonly OwnAttribute[];
}): string {
  const attributes = layOver(product.facts.attributes, product.ownAttributes);
  return attributes.find(({ name }) => attributeKey(name) === "variant group id")?.value.trim() ?? "";
}
