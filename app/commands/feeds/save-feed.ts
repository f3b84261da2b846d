import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { choicesSchema, feedIdSchema } from "../../feeds/feed.ts";
import { type FeedProblem, saveFeed as save } from "../../feeds/save-feed.ts";
import { startFeed } from "../../feeds/start-feed.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

type Result = { kind: "saved"; feedId: string } | { kind: "invalid"; problems: FeedProblem[] } | NotFound;

/** Adds a feed, or changes one, and makes its file. */
export const saveFeed = defineCommand({
  name: "feeds.save",
  kind: "settings",
  rate: "work",
  needs: "publish",
  input: z.object({
    /** null: a new one */
    feedId: feedIdSchema.nullable(),
    name: z.string().trim().max(100),
    template: z.string().max(64),
    choices: choicesSchema,
    /** minutes after midnight UTC */
    dailyAt: z.int().min(0).max(1_439).nullable(),
  }),
  async run({ db, clock, note }: { db: Db; clock: Clock } & Acted, { shop, by }, input): Promise<Result> {
    const { feedId, ...feed } = input;
    return db.transact({ shop }, function* () {
      const saved = yield* save({ shop, id: feedId, feed, now: clock.now() });
      if (saved === null) return notFound;
      if ("problems" in saved) return { kind: "invalid" as const, problems: saved.problems };
      yield* startFeed(clock, { shop, feed: { id: saved.id, name: feed.name }, createdBy: by });
      if (note) yield* note({ subject: { kind: "feed", id: saved.id }, details: { name: feed.name } });
      return { kind: "saved" as const, feedId: saved.id };
    });
  },
});
