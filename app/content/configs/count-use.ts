import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { generalPresetId } from "./presets.ts";
import { firstMatch, readRules } from "./resolve-config.ts";

/** How many products and rules of the shop use each config, by its id. */
export type ConfigUse = Map<string, { products: number; rules: number }>;

interface Group {
  vendor: string;
  productType: string;
  /** JSON list, null where no rule asks for tags */
  tags: string | null;
  products: number;
}

/** Counts by the same rules that assign: products that look alike to the rules are asked for once. */
export function countUse({ db }: { db: Db }, shop: ShopDomain): ConfigUse {
  const rules = readRules({ db }, shop);
  const use: ConfigUse = new Map();
  const entry = (id: string) => {
    const known = use.get(id) ?? { products: 0, rules: 0 };
    use.set(id, known);
    return known;
  };
  for (const { configId, field } of rules) if (field !== "all") entry(configId).rules++;
  // Tags stand in a long column: read only when a rule asks for them.
  const tags = rules.some(({ field }) => field === "tag") ? "json_extract(facts, '$.tags')" : "NULL";
  const groups = db.raw
    .prepare(
      `SELECT vendor, product_type AS productType, ${tags} AS tags, count(*) AS products
        FROM products WHERE shop = ? AND gone_at IS NULL GROUP BY 1, 2, 3`,
    )
    .all(shop) as Group[];
  for (const group of groups) {
    const subject = { ...group, tags: group.tags === null ? [] : (JSON.parse(group.tags) as string[]) };
    entry(firstMatch(rules, subject)?.configId ?? generalPresetId).products += group.products;
  }
  return use;
}
