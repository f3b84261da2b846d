import { writeFeedJob } from "../feeds/feed.ts";
import { type MakeFeedDeps, makeFeed } from "../feeds/make/make-feed.ts";
import { defineTask } from "./define-task.ts";

/** Makes a feed's file. One item; long, so it goes on where it was after a crash. */
export function createFeedTask(deps: MakeFeedDeps) {
  return defineTask(writeFeedJob, async (context, { feedId }) => {
    const made = await makeFeed(deps, context, feedId);
    switch (made.kind) {
      case "made": {
        const { kind: _kind, ...result } = made;
        const rows = `${made.rows.toLocaleString("en")} rows`;
        const out = made.leftOut > 0 ? `, ${made.leftOut.toLocaleString("en")} left out` : "";
        return { outcome: "done", result, message: `${rows} written${out}.` };
      }
      case "gone":
        return { outcome: "failed", code: "feed_gone", message: "The feed or its template was deleted." };
      case "too_large":
        return {
          outcome: "failed",
          code: "feed_too_large",
          message: "The file is larger than 2 GB. Make several feeds.",
        };
    }
  });
}
