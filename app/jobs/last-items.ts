import type { ItemStatus } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";

/** The newest item of a kind about a subject. */
export interface LastItem {
  subject: string;
  status: ItemStatus;
  code: string | null;
  message: string | null;
  attempts: number;
  finishedAt: number | null;
}

/** Ids of jobs sort by the time of their birth. */
const lastSql = `SELECT subject, status, code, message, attempts, finished_at AS "finishedAt" FROM job_items
  WHERE shop = @shop AND kind = @kind AND subject IN (SELECT value FROM json_each(@subjects))
  ORDER BY subject, job_id DESC, seq DESC`;

/** What became of some subjects when work of a kind was done about them last, by subject. */
export function* lastItems(input: {
  shop: string;
  kind: string;
  subjects: readonly string[];
}): Steps<Map<string, LastItem>> {
  const { shop, kind, subjects } = input;
  const last = new Map<string, LastItem>();
  for (const row of yield* all<LastItem>(lastSql, { shop, kind, subjects: JSON.stringify(subjects) })) {
    if (!last.has(row.subject)) last.set(row.subject, row);
  }
  return last;
}
