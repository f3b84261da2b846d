import { all, type Steps } from "../db/steps.ts";

/** Items under way per shop, over all workers. */
export function* runningByShop(): Steps<Map<string, number>> {
  const sql = `SELECT shop, count(*) AS running FROM job_items INDEXED BY job_items_running
    WHERE status = 'processing' GROUP BY shop`;
  const rows = yield* all<{ shop: string; running: number }>(sql);
  return new Map(rows.map(({ shop, running }) => [shop, running]));
}

interface RunnableShop {
  shop: string;
  priority: number;
}

/**
 * Shops with due work in the order of their claim: least running first; among equals those with interactive work, then
 * those that waited longest for their turn. One index seek a shop, however many items it has.
 */
export function* orderShops(input: {
  now: number;
  running: ReadonlyMap<string, number>;
  lastServed(shop: string): number;
}): Steps<string[]> {
  const { running, lastServed } = input;
  const rows = yield* all<RunnableShop>(runnableShopsSql, { now: input.now });
  return rows
    .sort(
      (a, b) =>
        (running.get(a.shop) ?? 0) - (running.get(b.shop) ?? 0) ||
        a.priority - b.priority ||
        lastServed(a.shop) - lastServed(b.shop),
    )
    .map((row) => row.shop);
}

// SQLite has no loose index scan, so the recursion steps from shop to shop.
const runnableShopsSql = `
  WITH RECURSIVE step(shop) AS (
    SELECT (SELECT min(shop) FROM jobs WHERE next_run_at IS NOT NULL)
    UNION ALL
    SELECT (SELECT min(jobs.shop) FROM jobs WHERE next_run_at IS NOT NULL AND jobs.shop > step.shop)
    FROM step WHERE step.shop IS NOT NULL
  )
  SELECT shop, priority FROM (
    SELECT step.shop AS shop, (
      SELECT priority FROM jobs WHERE jobs.shop = step.shop AND next_run_at IS NOT NULL AND next_run_at <= @now
      ORDER BY priority, created_at LIMIT 1) AS priority
    FROM step WHERE step.shop IS NOT NULL
  ) WHERE priority IS NOT NULL`;
