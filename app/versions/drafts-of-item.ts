import { get, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";

/** What an item of a generation job stored, whatever became of its texts since. */
export interface StoredByItem {
  texts: number;
  /** of them: a person wrote the text meanwhile, so that it stands in the history only */
  aside?: number;
  blocked: number;
  warnings: number;
  model: string;
  calls: number;
  tokensIn: number;
  tokensOut: number;
}

const storedSql = `SELECT count(*) AS texts, coalesce(sum(blocked), 0) AS blocked,
    coalesce(sum(json_array_length(warnings)), 0) AS warnings, coalesce(max(model), '') AS model,
    (SELECT count(*) FROM model_answers WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq) AS calls,
    coalesce(sum(tokens_in), 0) AS tokensIn, coalesce(sum(tokens_out), 0) AS tokensOut
  FROM versions INDEXED BY versions_job
  WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq AND origin = 'generated'`;

/**
 * The texts that an earlier try of the same item stored: its worker ended between that and the item's end. They were stored all
 * together, so nothing is left to do; a person may have edited, rejected or approved them since.
 * @returns null when it stored none
 */
export function* draftsOfItem(item: { shop: ShopDomain; jobId: JobId; itemSeq: number }): Steps<StoredByItem | null> {
  const stored = yield* get<StoredByItem>(storedSql, item);
  return stored && stored.texts > 0 ? stored : null;
}
