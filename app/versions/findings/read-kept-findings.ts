import { all, type Steps } from "../../db/steps.ts";
import type { KeptFinding } from "../../quality/evidence/kept-finding.ts";
import { nameOfRow } from "../../texts/slot.ts";
import type { TargetColumns } from "../../texts/target.ts";

interface Row {
  resource: string;
  contentType: string;
  code: string;
  quote: string;
  factPath: string | null;
  factValue: string | null;
  reason: string;
  keptBy: string;
  keptAt: number;
}

const columnsSql = `resource, content_type AS contentType, code, quote, fact_path AS factPath, fact_value AS factValue,
    reason, kept_by AS keptBy, kept_at AS keptAt`;
const forTargetSql = "locale = @locale AND market = @market AND channel = @channel";
const keptSql = `SELECT ${columnsSql} FROM kept_findings
  WHERE shop = @shop AND product_id = @productId AND ${forTargetSql}`;
const manySql = `SELECT product_id AS productId, ${columnsSql} FROM kept_findings
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) AND ${forTargetSql}`;

/** The findings of a product's texts for one target that people kept: new versions are checked with them. */
export function* readKeptFindings(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
}): Steps<KeptFinding[]> {
  const { shop, productId, target } = input;
  const { locale, market, channel } = target;
  const rows = yield* all<Row>(keptSql, { shop, productId, locale, market, channel });
  return rows.map(findingOf);
}

/** The same of several products: those that have none are left out. */
export function* keptOfProducts(input: {
  shop: string;
  productIds: readonly string[];
  target: TargetColumns;
}): Steps<Map<string, KeptFinding[]>> {
  const { shop, productIds, target } = input;
  const { locale, market, channel } = target;
  const ids = JSON.stringify(productIds);
  const rows = yield* all<Row & { productId: string }>(manySql, { shop, ids, locale, market, channel });
  const kept = new Map<string, KeptFinding[]>();
  for (const { productId, ...row } of rows) kept.set(productId, [...(kept.get(productId) ?? []), findingOf(row)]);
  return kept;
}

function findingOf({ code, quote, factPath, factValue, reason, keptBy, keptAt, ...slot }: Row): KeptFinding {
  return {
    contentType: nameOfRow(slot),
    code,
    quote,
    fact: factPath === null ? null : { path: factPath, value: factValue ?? "" },
    decision: { by: keptBy, kind: "keep", reason, at: keptAt },
  };
}
