import { all, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { generalPresetId } from "./presets.ts";
import { collectionsNamedBy, firstMatch, readRules, type StoredRule } from "./resolve-config.ts";

interface Row {
  id: string;
  rowId: number;
  vendor: string;
  productType: string;
  tags: string | null;
  collections: string | null;
}

export interface RuledRow {
  id: string;
  rowId: number;
}

/** Products read in one statement: a few ms. */
const pageProducts = 500;

/** Which products follow a set of rules, page by page in the order of their rows. Asks the same rules that assign. */
export function* productsOfConfig(
  shop: ShopDomain,
  { configId, after }: { configId: string; after: number },
): Steps<{ rows: RuledRow[]; last: number | null }> {
  const rules = yield* readRules(shop);
  const rows = yield* all<Row>(pageSqlOf(rules), { shop, after, named: JSON.stringify(collectionsNamedBy(rules)) });
  const own = rows.filter((row) => {
    const subject = {
      vendor: row.vendor,
      productType: row.productType,
      tags: row.tags === null ? [] : (JSON.parse(row.tags) as string[]),
      collections: new Set(row.collections?.split(",")),
    };
    return (firstMatch(rules, subject)?.configId ?? generalPresetId) === configId;
  });
  const last = rows.length < pageProducts ? null : (rows.at(-1)?.rowId ?? null);
  return { rows: own.map(({ id, rowId }) => ({ id, rowId })), last };
}

function pageSqlOf(rules: readonly StoredRule[]): string {
  // Tags are in a long column: read only when a rule asks for them.
  const tags = rules.some(({ field }) => field === "tag") ? "json_extract(facts, '$.tags')" : "NULL";
  const collections =
    collectionsNamedBy(rules).length === 0
      ? "NULL"
      : `(SELECT string_agg(m.collection_id, ',' ORDER BY m.collection_id) FROM collection_products AS m
          WHERE m.product_row = p.row_id AND m.shop = p.shop AND m.collection_id IN (SELECT value FROM json_each(@named)))`;
  return `SELECT p.id, p.row_id AS rowId, vendor, product_type AS productType, ${tags} AS tags, ${collections} AS collections
    FROM products AS p WHERE shop = @shop AND gone_at IS NULL AND p.row_id > @after
    ORDER BY p.row_id LIMIT ${pageProducts}`;
}
