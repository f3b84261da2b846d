import { all, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";

/** A text of a run in which the checks found something. */
export interface FoundText {
  productId: string;
  contentType: string;
  /** JSON of StoredWarning[] */
  warnings: string;
}

const foundSql = `SELECT product_id AS "productId", content_type AS "contentType", warnings FROM versions
  WHERE job_id = @jobId AND shop = @shop AND warnings <> '[]' LIMIT @limit`;

/** @param limit texts that are read at most */
export function* textsFoundInRun(asked: { shop: ShopDomain; jobId: JobId; limit: number }): Steps<FoundText[]> {
  return yield* all<FoundText>(foundSql, asked);
}
