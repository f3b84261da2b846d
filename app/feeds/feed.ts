import { z } from "zod";
import type { feedRuns, feeds } from "../db/schema/index.ts";
import { all, get, type Steps } from "../db/steps.ts";
import { defineJob } from "../jobs/task.ts";
import { itemIds } from "./row.ts";

export type Feed = typeof feeds.$inferSelect;
export type FeedRun = typeof feedRuns.$inferSelect;

export const feedIdSchema = z.string().regex(/^feed_[0-9a-z]{22}$/);

/** Whom a feed is for, and what its merchant chose and filled in. */
export const choicesSchema = z.strictObject({
  locale: z.string().min(2).max(35),
  market: z.string().regex(/^\d{0,20}$/),
  country: z.string().regex(/^[A-Z]{0,2}$/),
  currency: z.string().regex(/^[A-Z]{0,3}$/),
  itemId: z.enum(itemIds),
  untranslated: z.enum(["leave_out", "source"]),
  settings: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), z.string().max(1_000)),
});

/** Makes a feed's file. One item. */
export const writeFeedJob = defineJob({
  kind: "write-feed",
  payload: z.object({ feedId: z.string() }),
  item: z.null(),
  exclusiveGroup: "feed",
});

const columns = `shop, id, name, template, choices, daily_at AS "dailyAt", next_run_at AS "nextRunAt",
  address_hash AS "addressHash", address_sealed AS "addressSealed", address_made_at AS "addressMadeAt", fetched_at AS "fetchedAt", file,
  source_sign AS "sourceSign", created_at AS "createdAt", updated_at AS "updatedAt"`;

type Stored = Omit<Feed, "choices" | "file"> & { choices: string; file: string | null };

function feedOf({ choices, file, ...row }: Stored): Feed {
  return {
    ...row,
    choices: JSON.parse(choices) as Feed["choices"],
    file: file === null ? null : (JSON.parse(file) as Feed["file"]),
  };
}

export function* readFeed(shop: string, id: string): Steps<Feed | null> {
  const row = yield* get<Stored>(`SELECT ${columns} FROM feeds WHERE shop = @shop AND id = @id`, { shop, id });
  return row ? feedOf(row) : null;
}

/** The feeds of a shop, the oldest first. */
export function* listFeeds(shop: string): Steps<Feed[]> {
  return (yield* all<Stored>(`SELECT ${columns} FROM feeds WHERE shop = @shop ORDER BY created_at, id`, { shop })).map(
    feedOf,
  );
}

const runColumns = `shop, id, feed_id AS "feedId", job_id AS "jobId", started_at AS "startedAt", finished_at AS "finishedAt",
  products, rows, left_out AS "leftOut", untranslated, reasons, bytes`;

type StoredRun = Omit<FeedRun, "reasons"> & { reasons: string };

/** The last runs of a feed, the newest first. */
export function* listFeedRuns(shop: string, feedId: string, limit = 10): Steps<FeedRun[]> {
  const sql = `SELECT ${runColumns} FROM feed_runs WHERE shop = @shop AND feed_id = @feedId
    ORDER BY started_at DESC, id DESC LIMIT @limit`;
  const rows = yield* all<StoredRun>(sql, { shop, feedId, limit });
  return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Record<string, number> }));
}
