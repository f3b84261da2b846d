import { get, type Steps } from "../db/steps.ts";

/** Which failed items of a run are tried again; all of them when neither is given. */
export interface TriedAgain {
  seqs?: readonly number[] | undefined;
  /** those that failed for this reason; null: for none that has a code */
  code?: string | null | undefined;
}

/**
 * SQL: what a run whose items differ keeps for one of them, `item`. 0 for a share that is not planned yet, and for an item that is
 * booked and not refunded: its charge gave it back.
 */
export const keptForItem = `CASE WHEN (
      SELECT coalesce(sum(CASE entry.kind WHEN 'charge' THEN 1 ELSE -1 END), 0)
      FROM credit_entries AS entry INDEXED BY credit_entries_once
      WHERE entry.shop = item.shop AND entry.job_id = item.job_id AND entry.item_seq = item.seq) > 0
    THEN 0 ELSE coalesce(CAST(json_extract(item.payload, '$.credits') AS bigint), 0) END`;

const failedSql = `SELECT CAST(coalesce(sum(${keptForItem}), 0) AS bigint) AS credits
  FROM job_items AS item INDEXED BY job_items_odd
  WHERE item.job_id = @jobId AND item.shop = @shop AND item.status = 'failed'
    AND (CAST(@seqs AS text) IS NULL OR item.seq IN (SELECT CAST(value AS bigint) FROM json_each(@seqs)))
    AND (@anyCode = 1 OR item.code IS NOT DISTINCT FROM @code)`;

/** Credits of those failed items of a run that are to be tried again, where its items differ. */
export function* keptForFailed(key: { shop: string; jobId: string }, { seqs, code }: TriedAgain): Steps<number> {
  const row = yield* get<{ credits: number }>(failedSql, {
    ...key,
    seqs: seqs ? JSON.stringify(seqs) : null,
    anyCode: code === undefined ? 1 : 0,
    code: code ?? null,
  });
  return row?.credits ?? 0;
}
