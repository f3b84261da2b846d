import { all, type Steps } from "../db/steps.ts";

/** With fewer facts than this a text can say little that is true of this product alone. */
const fewFacts = 3;

const fewSql = `SELECT id FROM products AS p WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))
  AND coalesce(json_array_length(json_extract(facts, '$.attributes')), 0)
    + coalesce(json_array_length(json_extract(facts, '$.options')), 0)
    + CASE WHEN json_extract(facts, '$.category') IS NULL THEN 0 ELSE 1 END
    + (SELECT count(*) FROM product_attributes AS a WHERE a.shop = p.shop AND a.product_id = p.id) < ${fewFacts}`;

/**
 * Those of some products that have fewer than {@link fewFacts} facts: attributes, options with their values, a category, and what
 * a person added.
 */
export function* productsWithFewFacts(shop: string, productIds: readonly string[]): Steps<Set<string>> {
  const rows = yield* all<{ id: string }>(fewSql, { shop, ids: JSON.stringify(productIds) });
  return new Set(rows.map(({ id }) => id));
}
