import type { Db } from "../db/open.ts";
import { all, get, type Steps } from "../db/steps.ts";
import { jobIdSchema, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { retryFailedItems } from "./retry-failed.ts";

/** What gave up is tried again after this; what took its worker down three times, after a day. */
const againMs = 3_600_000;
const poisonAgainMs = 24 * 3_600_000;
/** While a provider is away: between two jobs that go to see whether it answers. */
const probeEveryMs = 5 * 60_000;
/** Jobs queued again in one call. */
const jobsAtOnce = 100;

/**
 * Queues again what failed of these kinds, whatever made it fail: after an outage that was longer than the patience with it,
 * after a bug that an upgrade mended. While a provider is away one job of the shop goes ahead to see whether it answers.
 * @param input.finalCodes of items that are not tried again
 * @returns how many items were queued
 */
export async function reconcileFailed(
  { db, clock, logger }: { db: Db; clock: Clock; logger: Logger },
  input: { kinds: readonly string[]; finalCodes: readonly string[] },
): Promise<number> {
  const now = clock.now();
  const failed = await db.do(
    all<{ shop: string; jobId: string; away: 0 | 1 }>(failedSql, {
      now,
      kinds: JSON.stringify(input.kinds),
      finalCodes: JSON.stringify(input.finalCodes),
      before: now - againMs,
      poisonBefore: now - poisonAgainMs,
      limit: jobsAtOnce,
    }),
  );
  let count = 0;
  for (const { shop, jobId, away } of failed) {
    if (away && (await db.do(wentLately({ shop, kinds: input.kinds, since: now - probeEveryMs })))) continue;
    const job = { shop: shopDomainSchema.parse(shop), jobId: jobIdSchema.parse(jobId) };
    count += await retryFailedItems({ db, clock }, { ...job, byItself: true });
  }
  if (count > 0) logger.info({ count }, "work of the app's own that had failed is tried again");
  return count;
}

function* wentLately(input: { shop: string; kinds: readonly string[]; since: number }): Steps<boolean> {
  const sql = `SELECT 1 FROM jobs WHERE shop = @shop AND claimed_at > @since
      AND kind IN (SELECT value FROM json_each(@kinds))
    UNION ALL SELECT 1 FROM jobs WHERE shop = @shop AND next_run_at IS NOT NULL
      AND kind IN (SELECT value FROM json_each(@kinds)) LIMIT 1`;
  return (yield* get(sql, { ...input, kinds: JSON.stringify(input.kinds) })) !== undefined;
}

const failedSql = `SELECT shop, id AS jobId,
    EXISTS (SELECT 1 FROM breakers WHERE breakers.shop = jobs.shop AND probe_at IS NOT NULL) AS away
  FROM jobs INDEXED BY jobs_with_failures /* all shops: maintenance */
  WHERE failed > 0 AND kind IN (SELECT value FROM json_each(@kinds)) AND finished_at <= @before
    AND NOT EXISTS (SELECT 1 FROM breakers WHERE breakers.shop = jobs.shop AND probe_at > @now)
    AND EXISTS (SELECT 1 FROM job_items AS item INDEXED BY job_items_odd
      WHERE item.job_id = jobs.id AND item.shop = jobs.shop AND status = 'failed'
        AND code NOT IN (SELECT value FROM json_each(@finalCodes))
        AND (code <> 'poison' OR item.finished_at <= @poisonBefore))
  LIMIT @limit`;
