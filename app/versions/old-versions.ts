import { all, run, type Steps } from "../db/steps.ts";

// Kept as long as anything rests on it: a version that was edited from it or put back over it, a write-back that names it, a
// conflict; and the newest one of each text, so that what was paid for last is never gone without a trace.
const closedSql = `SELECT id, shop, product_id AS productId, decided_at AS at,
    decided_at < CASE WHEN published_at IS NULL THEN CAST(@draftsBefore AS bigint) ELSE CAST(@publishedBefore AS bigint) END
    AND EXISTS (SELECT 1 FROM versions AS newer INDEXED BY versions_product WHERE newer.shop = v.shop
      AND newer.product_id = v.product_id AND newer.content_type = v.content_type AND newer.resource = v.resource
      AND newer.locale = v.locale AND newer.created_at > v.created_at AND newer.market = v.market
      AND newer.channel = v.channel)
    AND NOT EXISTS (SELECT 1 FROM versions AS child INDEXED BY versions_parent
      WHERE child.parent_id = v.id AND child.shop = v.shop)
    AND NOT EXISTS (SELECT 1 FROM conflicts AS c WHERE c.shop = v.shop AND c.product_id = v.product_id
      AND c.content_type = v.content_type AND c.resource = v.resource AND c.locale = v.locale AND c.market = v.market
      AND c.channel = v.channel AND c.version_id = v.id)
    AND NOT EXISTS (SELECT 1 FROM write_backs AS w INDEXED BY write_backs_product
      WHERE w.shop = v.shop AND w.product_id = v.product_id AND instr(w.fields, '"' || v.id || '"') > 0) AS due
  FROM versions AS v INDEXED BY versions_closed
  WHERE (state = 'superseded' OR state = 'rejected') AND origin <> 'edited'
    AND decided_at < @before AND (decided_at, id) > (@at, @id)
  ORDER BY decided_at, id LIMIT @rows`;
const markSql = `DELETE FROM fingerprints WHERE shop = @shop AND version_id = @id
  AND product_row = (SELECT row_id FROM products WHERE shop = @shop AND id = @productId)`;
const dropSql = "DELETE FROM versions WHERE shop = @shop AND id = @id";

/** A version of the model's that was rejected or gave way to another. */
export interface ClosedVersion {
  id: string;
  shop: string;
  productId: string;
  /** epoch ms: when it was closed */
  at: number;
  /** 1: old enough, and nothing rests on it */
  due: 0 | 1;
}

/**
 * A page of all shops' closed versions that no person wrote or changed, by the time of their closing.
 * @param input.draftsBefore epoch ms: those closed before it are due
 * @param input.publishedBefore the same for those that the shop once showed
 * @param input.after time and id of the row before the page
 */
export function* closedVersions(input: {
  draftsBefore: number;
  publishedBefore: number;
  after: { at: number; id: string };
  rows: number;
}): Steps<ClosedVersion[]> {
  const { draftsBefore, publishedBefore, after, rows } = input;
  const before = Math.max(draftsBefore, publishedBefore);
  return yield* all<ClosedVersion>(closedSql, { draftsBefore, publishedBefore, before, ...after, rows });
}

/** Removes a version with its fingerprint. @returns how many versions went away */
export function* dropVersion({ shop, id, productId }: Omit<ClosedVersion, "at" | "due">): Steps<number> {
  yield* run(markSql, { shop, id, productId });
  return yield* run(dropSql, { shop, id });
}
