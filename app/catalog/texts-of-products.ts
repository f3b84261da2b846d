import { all, type Steps } from "../db/steps.ts";
import type { TargetPlace } from "./target-place.ts";
import { type TargetTextColumns, type TargetTexts, targetTextColumns, textsAt } from "./target-texts.ts";

export type { TargetTexts };

const columnsSql = `SELECT p.id, ${targetTextColumns} FROM products AS p
  WHERE p.shop = @shop AND p.id IN (SELECT value FROM json_each(@ids))
  UNION ALL SELECT p.id, ${targetTextColumns} FROM text_resources AS p
  WHERE p.shop = @shop AND p.id IN (SELECT value FROM json_each(@ids))`;

/** State and missing texts of some products, or other resources with texts, for one target, by their ids. `ownMissing`: what the shop's own pages lack. */
export function* textsOfProducts(
  shop: string,
  ids: readonly string[],
  place: TargetPlace,
): Steps<Map<string, TargetTexts & { ownMissing: number }>> {
  const rows = yield* all<TargetTextColumns & { id: string }>(columnsSql, { shop, ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, ...columns }) => [id, { ...textsAt(place, columns), ownMissing: columns.missing }]));
}
