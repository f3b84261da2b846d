import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { feedIdSchema, readFeed } from "../../feeds/feed.ts";
import { removeFeed } from "../../feeds/save-feed.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

/** Deletes a feed with its files, its runs and its address. */
export const deleteFeed = defineCommand({
  name: "feeds.delete",
  kind: "settings",
  rate: "anything",
  needs: "publish",
  input: z.object({ feedId: feedIdSchema }),
  async run(
    { db, note }: { db: Db } & Acted,
    { shop },
    { feedId },
  ): Promise<{ kind: "deleted"; name: string } | NotFound> {
    return db.transact({ shop }, function* () {
      const feed = yield* readFeed(shop, feedId);
      if (feed === null) return notFound;
      yield* removeFeed(shop, feedId);
      if (note) yield* note({ subject: { kind: "feed", id: feedId }, details: { name: feed.name } });
      return { kind: "deleted" as const, name: feed.name };
    });
  },
});
