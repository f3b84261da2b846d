import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "../../db/open.ts";
import { all, run, type Steps } from "../../db/steps.ts";
import { shopDomainSchema } from "../../lib/brand.ts";
import { feedFolder } from "./feed-folder.ts";

/** The report of so many runs is kept of each feed; the rest goes with its line. */
const keptRuns = 10;

interface FeedRow {
  shop: string;
  id: string;
  runId: string | null;
}

const feedsSql = `SELECT shop, id, json_extract(file, '$.runId') AS "runId" FROM feeds
  ORDER BY shop, id /* all shops: files lie in one folder */`;
const runsSql = `SELECT run.id FROM feed_runs AS run LEFT JOIN jobs ON jobs.id = run.job_id
  WHERE run.shop = @shop AND run.feed_id = @feedId AND (run.finished_at IS NOT NULL OR jobs.finished_at IS NULL)
  ORDER BY run.started_at DESC, run.id DESC LIMIT ${keptRuns}`;
const forgetSql = `DELETE FROM feed_runs WHERE shop = @shop AND feed_id = @feedId
  AND id NOT IN (SELECT value FROM json_each(@kept))`;

/**
 * Removes the files of feeds and shops that are gone, and of runs beyond the last ones: of a feed there are the file that is
 * served, what is being written and a few reports. Files that are not ours are left alone.
 * @param folder of all feeds
 */
export async function pruneFiles({ db }: { db: Db }, folder: string, signal: AbortSignal): Promise<void> {
  const known = await db.do(all<FeedRow>(feedsSql));
  const wanted = new Map<string, ReadonlySet<string>>();
  for (const feed of known) {
    signal.throwIfAborted();
    const shop = shopDomainSchema.parse(feed.shop);
    const kept = await db.transact({ shop }, () => keepRuns(feed));
    wanted.set(feedFolder(folder, feed.shop, feed.id), new Set(feed.runId === null ? kept : [feed.runId, ...kept]));
  }
  for (const ofShop of await listFolder(folder)) {
    if (!/^[0-9a-f]{24}$/.test(ofShop)) continue;
    for (const ofFeed of await listFolder(join(folder, ofShop))) {
      signal.throwIfAborted();
      if (!/^feed_[0-9a-z]{22}$/.test(ofFeed)) continue;
      const path = join(folder, ofShop, ofFeed);
      const runs = wanted.get(path);
      if (runs) await pruneFolder(path, runs, known.find(({ id }) => id === ofFeed)?.runId ?? null);
      else await rm(path, { recursive: true, force: true });
    }
  }
}

function* keepRuns({ shop, id }: FeedRow): Steps<string[]> {
  const kept = (yield* all<{ id: string }>(runsSql, { shop, feedId: id })).map((row) => row.id);
  yield* run(forgetSql, { shop, feedId: id, kept: JSON.stringify(kept) });
  return kept;
}

/** @param served the run whose file is served: of the others only reports and parts are kept */
async function pruneFolder(path: string, runs: ReadonlySet<string>, served: string | null): Promise<void> {
  for (const name of await listFolder(path)) {
    const runId = /^(run_[0-9a-z]{22})\./.exec(name)?.[1];
    if (runId === undefined) continue;
    const isReport = name.endsWith(".report.csv");
    const isPart = /\.(?:part|tmp)$/.test(name);
    const isKept = runs.has(runId) && (isReport || isPart || runId === served);
    if (!isKept) await rm(join(path, name), { force: true });
  }
}

async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
