import { all, type Steps } from "../db/steps.ts";

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
export function* readFailedWork(input: { kinds: readonly string[]; now: number }): Steps<FailedWork[]> {
  const rows = yield* all<{ kind: string; jobs: number; items: number; since: number | null }>(failedSql, {
    kinds: JSON.stringify(input.kinds),
  });
  return rows.map(({ since, ...counts }) => ({
    ...counts,
    oldestAgeMs: since === null ? 0 : Math.max(0, input.now - since),
  }));
}

const failedSql = `SELECT kind, count(*) AS jobs, sum(failed) AS items, min(finished_at) AS since
  FROM jobs INDEXED BY jobs_with_failures /* all shops: for the operator */
  WHERE failed > 0 AND kind IN (SELECT value FROM json_each(@kinds)) GROUP BY kind ORDER BY kind`;
