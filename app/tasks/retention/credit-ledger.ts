import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import { daysBefore, type Retention } from "./retention.ts";

// While a job is kept its items may be tried again or refunded, and each charge is known by its item.
const pageSql = `SELECT rowid AS row, shop, kind, credits, created_at AS at,
    NOT EXISTS (SELECT 1 FROM jobs AS j WHERE j.id = e.job_id AND j.shop = e.shop)
    AND NOT EXISTS (SELECT 1 FROM credit_runs AS r WHERE r.shop = e.shop AND r.job_id = e.job_id AND r.settled_at IS NULL) AS due
  FROM credit_entries AS e INDEXED BY credit_entries_single
  WHERE job_id IS NOT NULL AND created_at < @before AND (created_at, rowid) > (@at, @row)
  ORDER BY created_at, rowid LIMIT @rows`;
const dropSql = "DELETE FROM credit_entries WHERE rowid = @row /* all shops: the row was chosen above */";
const sumSql = `INSERT INTO credit_entries (id, shop, kind, credits, created_at) VALUES (@id, @shop, @kind, @credits, @at)
  ON CONFLICT (id) DO UPDATE SET credits = credits + excluded.credits`;

interface Entry {
  row: number;
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
    step(db, { now, after: [at = 0, row = 0], rows }) {
      const page = prepared<object, Entry>(db, pageSql).all({ before: daysBefore(now, days), at, row, rows });
      const due = page.filter((entry) => entry.due);
      for (const entries of Map.groupBy(due, dayOf).values()) sumUp(db, entries);
      const last = page.at(-1);
      return { removed: due.length, next: page.length < rows || !last ? null : [last.at, last.row] };
    },
  };
}

/** Also the id of the day's entry. */
function dayOf({ shop, kind, at }: Entry): string {
  return `credit_${kind}_${Math.floor(at / dayMs)}_${shop}`;
}

function sumUp(db: Db, entries: readonly Entry[]): void {
  const [first] = entries;
  if (!first) return;
  const { shop, kind } = first;
  for (const { row } of entries) prepared<object>(db, dropSql).run({ row });
  prepared<object>(db, sumSql).run({
    id: dayOf(first),
    shop,
    kind,
    credits: entries.reduce((sum, { credits }) => sum + credits, 0),
    at: Math.floor(first.at / dayMs) * dayMs,
  });
}
