import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { feedIdSchema, readFeed } from "../../feeds/feed.ts";
import { startFeed } from "../../feeds/start-feed.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

type Result = { kind: "started"; jobId: JobId } | { kind: "under_way" } | NotFound;

/** Makes a feed's file anew. One run at a time. */
export const makeFeed = defineCommand({
  name: "feeds.make",
  kind: "settings",
  rate: "work",
  input: z.object({ feedId: feedIdSchema }),
  async run({ db, clock, note }: { db: Db; clock: Clock } & Acted, { shop, by }, { feedId }): Promise<Result> {
    return db.transact({ shop }, function* () {
      const feed = yield* readFeed(shop, feedId);
      if (feed === null) return notFound;
      const jobId = yield* startFeed(clock, { shop, feed, createdBy: by });
      if (jobId === null) return { kind: "under_way" as const };
      if (note) yield* note({ subject: { kind: "feed", id: feedId }, details: { name: feed.name }, told: { jobId } });
      return { kind: "started" as const, jobId };
    });
  },
});
