import { all, type Steps } from "../../db/steps.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { generalPresetId } from "./presets.ts";
import { collectionsNamedBy, firstMatch, readRules } from "./resolve-config.ts";

interface Row {
  id: string;
  vendor: string;
  productType: string;
  tags: string | null;
  collections: string | null;
}

/** The rules that hold for each of some products, by the ids of both. */
export function* rulesOfProducts(shop: ShopDomain, productIds: readonly ProductId[]): Steps<Map<string, string>> {
  const rules = yield* readRules(shop);
  // Tags are in a long column: read only when an assignment asks for them.
  const tags = rules.some(({ field }) => field === "tag") ? "json_extract(facts, '$.tags')" : "NULL";
  const named = collectionsNamedBy(rules);
  const collections =
    named.length === 0
      ? "NULL"
      : `(SELECT string_agg(m.collection_id, ',' ORDER BY m.collection_id) FROM collection_products AS m
          WHERE m.product_row = p.row_id AND m.shop = p.shop AND m.collection_id IN (SELECT value FROM json_each(@named)))`;
  const rows = yield* all<Row>(
    `SELECT id, vendor, product_type AS "productType", ${tags} AS tags, ${collections} AS collections
      FROM products AS p WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`,
    { shop, ids: JSON.stringify(productIds), named: JSON.stringify(named) },
  );
  return new Map(
    rows.map(({ id, vendor, productType, ...row }) => {
      const subject = {
        vendor,
        productType,
        tags: row.tags === null ? [] : (JSON.parse(row.tags) as string[]),
        collections: new Set(row.collections?.split(",")),
      };
      return [id, firstMatch(rules, subject)?.configId ?? generalPresetId];
    }),
  );
}
