import type { Db } from "../db/open.ts";
import { get, type Steps } from "../db/steps.ts";
import { enqueueJobIn } from "../jobs/enqueue-job.ts";
import { type JobId, jobIdSchema, type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type Feed, writeFeedJob } from "./feed.ts";
import { dueFeeds, nextRunAt, setNextRun } from "./save-feed.ts";
import { readSourceSign } from "./source-sign.ts";

/** The job that makes a feed now or is about to; null when none does. */
export function* jobOfFeed(shop: string, feedId: string): Steps<JobId | null> {
  const row = yield* get<{ id: string }>(
    `SELECT jobs.id FROM job_items AS item JOIN jobs ON jobs.id = item.job_id
      WHERE item.shop = @shop AND item.subject = @feedId AND item.kind = @kind AND jobs.finished_at IS NULL LIMIT 1`,
    { shop, feedId, kind: writeFeedJob.kind },
  );
  return row ? jobIdSchema.parse(row.id) : null;
}

/** Starts to make a feed; one at a time. @returns null when it is being made already. A step of a transaction */
export function* startFeed(
  clock: Clock,
  { shop, feed, createdBy }: { shop: ShopDomain; feed: Pick<Feed, "id" | "name">; createdBy: string | undefined },
): Steps<JobId | null> {
  if ((yield* jobOfFeed(shop, feed.id)) !== null) return null;
  return yield* enqueueJobIn(clock, {
    job: writeFeedJob,
    shop,
    title: feed.name,
    payload: { feedId: feed.id },
    items: [{ subject: feed.id, payload: null }],
    priority: 2,
    createdBy,
  });
}

const dueAtOnce = 50;

/**
 * Starts the daily feeds whose time has come, of all shops; one whose catalogue is as it was stays as it is. @returns how many were
 * started
 */
export async function startDueFeeds({ db, clock }: { db: Db; clock: Clock }): Promise<number> {
  let started = 0;
  for (const { shop: name, id, dailyAt, sourceSign } of await db.do(dueFeeds(clock.now(), dueAtOnce))) {
    const shop = shopDomainSchema.parse(name);
    const jobId = await db.transact({ shop }, function* () {
      yield* setNextRun(shop, id, nextRunAt(dailyAt, clock.now()));
      if (sourceSign !== null && sourceSign === (yield* readSourceSign(shop))) return null;
      const feed = yield* get<{ name: string }>("SELECT name FROM feeds WHERE shop = @shop AND id = @id", { shop, id });
      return feed ? yield* startFeed(clock, { shop, feed: { id, name: feed.name }, createdBy: undefined }) : null;
    });
    if (jobId !== null) started += 1;
  }
  return started;
}
