import { all, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { generalPresetId } from "./presets.ts";
import { collectionsNamedBy, firstMatch, readRules } from "./resolve-config.ts";

/** How many products and rules of the shop use each config, by its id. */
export type ConfigUse = Map<string, { products: number; rules: number }>;

interface Group {
  vendor: string;
  productType: string;
  /** JSON list, null where no rule asks for tags */
  tags: string | null;
  /** those that rules name, divided by commas; null where none does */
  collections: string | null;
  products: number;
}

/** Counts by the same rules that assign: products that look alike to the rules are asked for once. */
export function* countUse(shop: ShopDomain): Steps<ConfigUse> {
  const rules = yield* readRules(shop);
  const use: ConfigUse = new Map();
  const entry = (id: string) => {
    const known = use.get(id) ?? { products: 0, rules: 0 };
    use.set(id, known);
    return known;
  };
  for (const { configId, field } of rules) if (field !== "all") entry(configId).rules++;
  // Tags are in a long column: read only when a rule asks for them.
  const tags = rules.some(({ field }) => field === "tag") ? "json_extract(facts, '$.tags')" : "NULL";
  const named = collectionsNamedBy(rules);
  // By each product's own collections, which are few, not by a collection's products, which may be all.
  const collections =
    named.length === 0
      ? "NULL"
      : `(SELECT string_agg(m.collection_id, ',' ORDER BY m.collection_id) FROM collection_products AS m
          WHERE m.product_row = p.row_id AND m.shop = p.shop AND m.collection_id IN (SELECT value FROM json_each(@named)))`;
  const groups = yield* all<Group>(
    `SELECT vendor, product_type AS productType, ${tags} AS tags, ${collections} AS collections, count(*) AS products
      FROM products AS p WHERE shop = @shop AND gone_at IS NULL GROUP BY 1, 2, 3, 4`,
    { shop, named: JSON.stringify(named) },
  );
  for (const { vendor, productType, products, ...group } of groups) {
    const subject = {
      vendor,
      productType,
      tags: group.tags === null ? [] : (JSON.parse(group.tags) as string[]),
      collections: new Set(group.collections?.split(",")),
    };
    entry(firstMatch(rules, subject)?.configId ?? generalPresetId).products += products;
  }
  return use;
}
