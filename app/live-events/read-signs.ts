import { all, get, type Steps } from "../db/steps.ts";
import { workerSilenceMs } from "../jobs/keep-heartbeat.ts";
import { digestOf } from "../lib/digest.ts";

/** What pages look at: runs under way, what people did, and what keeps work waiting. */
export const topics = ["runs", "acts", "trouble"] as const;
export type Topic = (typeof topics)[number];

/** For each topic a short sign, which is another one once something of it has changed. */
export type Signs = Record<Topic, string>;

/** More than run at once in any shop. */
const mostRuns = 50;

/**
 * The signs of a shop, by six small reads of indexes. They are made of what is stored anyway, so that no work has to write a
 * counter beside its result.
 * @param hidden kinds of job that people do not see
 */
export function* readSigns(shop: string, hidden: readonly string[], now: number): Steps<Signs> {
  const runs = yield* all(runsSql, { shop, hidden: JSON.stringify(hidden), limit: mostRuns });
  const newest = yield* all(newestSql, { shop, hidden: JSON.stringify(hidden) });
  const act = yield* get(actSql, { shop });
  const pauses = yield* all("SELECT reason, since FROM pauses WHERE shop = @shop ORDER BY reason", { shop });
  const away = yield* all(awaySql, { shop });
  const alive = yield* get(aliveSql, { since: now - workerSilenceMs });
  return {
    runs: signOf([runs, newest]),
    acts: signOf(act ?? null),
    trouble: signOf([pauses, away, alive !== undefined]),
  };
}

function signOf(value: unknown): string {
  return digestOf(value).slice(0, 12);
}

// The one item of an import tells how far it is; of many items the counters do.
const runsSql = `SELECT jobs.id, jobs.status, jobs.done, jobs.failed, jobs.conflict, jobs.cancelled, jobs.pause_reason,
    jobs.held_at, jobs.cancel_requested_at, item.progress
  FROM jobs LEFT JOIN job_items AS item ON jobs.total = 1 AND item.job_id = jobs.id AND item.seq = 0
  WHERE jobs.shop = @shop AND jobs.status IN ('queued', 'processing') AND jobs.opened_at IS NOT NULL
    AND jobs.kind NOT IN (SELECT value FROM json_each(@hidden))
  ORDER BY jobs.created_at DESC, jobs.id DESC LIMIT @limit`;

// A run may begin and end between two looks: a page that was loaded in the middle of it is still told.
const newestSql = `SELECT id, status FROM jobs WHERE shop = @shop AND opened_at IS NOT NULL
    AND kind NOT IN (SELECT value FROM json_each(@hidden))
  ORDER BY created_at DESC, id DESC LIMIT 2`;

const actSql = "SELECT id, details FROM audit_log WHERE shop = @shop ORDER BY at DESC, id DESC LIMIT 1";

const awaySql = "SELECT provider, probe_at FROM breakers WHERE shop = @shop AND probe_at IS NOT NULL ORDER BY provider";

const aliveSql = "SELECT 1 AS alive FROM workers WHERE seen_at > @since LIMIT 1";
