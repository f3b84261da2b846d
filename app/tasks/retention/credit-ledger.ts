import { all, many, run, type Steps } from "../../db/steps.ts";
import { daysBefore, type Retention } from "./retention.ts";

// While a job is kept its items may be tried again or refunded, and each charge is known by its item.
const pageSql = `SELECT id, shop, kind, credits, created_at AS at,
    NOT EXISTS (SELECT 1 FROM jobs AS j WHERE j.id = e.job_id AND j.shop = e.shop)
    AND NOT EXISTS (SELECT 1 FROM credit_runs AS r WHERE r.shop = e.shop AND r.job_id = e.job_id AND r.settled_at IS NULL) AS due
  FROM credit_entries AS e INDEXED BY credit_entries_single
  WHERE job_id IS NOT NULL AND created_at < @before AND created_at >= @at AND (created_at, id) > (@at, @id)
  ORDER BY created_at, id LIMIT @rows`;
const dropSql = "DELETE FROM credit_entries WHERE shop = @shop AND id = @id";
const sumSql = `INSERT INTO credit_entries (id, shop, kind, credits, created_at) VALUES (@id, @shop, @kind, @credits, @at)
  ON CONFLICT (id) DO UPDATE SET credits = credit_entries.credits + excluded.credits`;

interface Entry {
  id: string;
  shop: string;
  kind: string;
  credits: number;
  at: number;
  due: 0 | 1;
}

const dayMs = 86_400_000;

/** Charges and refunds of single items become one entry a shop, day (UTC) and kind: the ledger's sum stays as it is. */
export function creditLedger(days: number): Retention {
  return {
    name: "single credit entries",
    *step({ now, after: [at = 0, id = ""], rows }) {
      const page = yield* all<Entry>(pageSql, { before: daysBefore(now, days), at, id, rows });
      const due = page.filter((entry) => entry.due);
      for (const entries of Map.groupBy(due, dayOf).values()) yield* sumUp(entries);
      const last = page.at(-1);
      return { removed: due.length, next: page.length < rows || !last ? null : [last.at, last.id] };
    },
  };
}

/** Also the id of the day's entry. */
function dayOf({ shop, kind, at }: Entry): string {
  return `credit_${kind}_${Math.floor(at / dayMs)}_${shop}`;
}

function* sumUp(entries: readonly Entry[]): Steps<void> {
  const [first] = entries;
  if (!first) return;
  const { shop, kind } = first;
  yield* many(
    dropSql,
    entries.map(({ id }) => ({ shop, id })),
  );
  yield* run(sumSql, {
    id: dayOf(first),
    shop,
    kind,
    credits: entries.reduce((sum, { credits }) => sum + credits, 0),
    at: Math.floor(first.at / dayMs) * dayMs,
  });
}
