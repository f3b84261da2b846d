import { all, type Steps } from "../db/steps.ts";
import { publishedFromOtherFacts } from "../db/text-statements.ts";
import type { Target } from "../texts/target.ts";
import { join } from "./condition.ts";
import { digestWith, readOwnAttributes } from "./own-attributes.ts";
import { readOwnKeywords } from "./own-keywords.ts";
import type { TargetPlace } from "./target-place.ts";
import { stateCondition } from "./target-texts.ts";

interface Row {
  rowId: number;
  id: string;
  ofProduct: string;
  ofText: string;
}

/**
 * The products whose published texts were written from facts that have changed since. What waits for a review is in
 * other lists.
 * @param productIds only among these
 */
export function* outdatedProducts(
  { shop, place, target }: { shop: string; place: TargetPlace; target: Target },
  productIds?: readonly string[],
): Steps<{ rowId: number; id: string }[]> {
  const settled = stateCondition(place, ["published", "put_back"]);
  const among = productIds
    ? [{ sql: "p.id IN (SELECT value FROM json_each(?))", params: [JSON.stringify(productIds)] }]
    : [];
  const where = join([{ sql: "p.shop = ? AND p.gone_at IS NULL", params: [shop] }, settled, ...among]);
  const rows = yield* all<Row>(`${publishedFromOtherFacts} WHERE ${where.sql}`, [
    target.locale,
    target.market,
    target.channel,
    ...where.params,
  ]);
  const current = new Map<string, string>();
  const found = new Map<number, { rowId: number; id: string }>();
  for (const { rowId, id, ofProduct, ofText } of rows) {
    let digest = current.get(id);
    if (digest === undefined) {
      const own = { attributes: yield* readOwnAttributes(shop, id), keywords: yield* readOwnKeywords(shop, id) };
      digest = digestWith(ofProduct, own);
      current.set(id, digest);
    }
    if (ofText !== digest) found.set(rowId, { rowId, id });
  }
  return [...found.values()];
}
