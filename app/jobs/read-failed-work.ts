import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { prepared } from "./prepared.ts";

/** Work of one kind that gave up and waits for another try, over all shops. */
export interface FailedWork {
  kind: string;
  jobs: number;
  items: number;
  /** since the longest-ended of these jobs ended, ms; 0 while all of them still run */
  oldestAgeMs: number;
}

/**
 * What has failed of these kinds of job and was neither retried nor removed since. Reads one index entry a job that has
 * failures, so it may be asked often.
 * @returns one entry a kind that has any, by kind
 */
export function readFailedWork(
  { db, clock }: { db: Db; clock: Clock },
  { kinds }: { kinds: readonly string[] },
): FailedWork[] {
  const now = clock.now();
  return prepared<object, { kind: string; jobs: number; items: number; since: number | null }>(db, failedSql)
    .all({ kinds: JSON.stringify(kinds) })
    .map(({ since, ...counts }) => ({ ...counts, oldestAgeMs: since === null ? 0 : Math.max(0, now - since) }));
}

const failedSql = `SELECT kind, count(*) AS jobs, sum(failed) AS items, min(finished_at) AS since
  FROM jobs INDEXED BY jobs_with_failures /* all shops: for the operator */
  WHERE failed > 0 AND kind IN (SELECT value FROM json_each(@kinds)) GROUP BY kind ORDER BY kind`;
