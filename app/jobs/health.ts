import type { Db } from "../db/open.ts";
import { all, get, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { workerSilenceMs } from "./keep-heartbeat.ts";
import { slotsOfShop } from "./shop-slots.ts";

export interface Health {
  /** the longest any shop's due work has been passed over, in ms; 0 when nothing is due */
  oldestRunnableMs: number;
  workersAlive: number;
}

interface DueShop {
  shop: string;
  dueSince: number;
  claimedAt: number | null;
  running: number;
}

/**
 * Whether work moves on, whoever is up. A shop's wait is counted from when its work was due, or from its last claim: in a
 * job of 50,000 items the last one waits for hours, and that is no fault. A shop that already runs as many items as it
 * may is not waiting; items of a dead worker do not count as running once their lease is over.
 */
export async function health({ db, clock }: { db: Db; clock: Clock }): Promise<Health> {
  return db.do(readHealth(clock.now()));
}

function* readHealth(now: number): Steps<Health> {
  const waits: number[] = [];
  for (const { shop, dueSince, claimedAt, running } of yield* all<DueShop>(dueSql, { now })) {
    if (running < (yield* slotsOfShop(shop))) waits.push(now - Math.max(dueSince, claimedAt ?? 0));
  }
  const workers = yield* get<{ alive: number }>(
    "SELECT count(*) AS alive FROM workers WHERE seen_at > @since AND seen_at < @until",
    { since: now - workerSilenceMs, until: now + workerSilenceMs },
  );
  return { oldestRunnableMs: Math.max(0, ...waits), workersAlive: workers?.alive ?? 0 };
}

const dueSql = `
  SELECT shop, min(since) AS dueSince,
    (SELECT max(claimed_at) FROM jobs AS others WHERE others.shop = due.shop AND claimed_at <= @now) AS claimedAt,
    (SELECT count(*) FROM job_items INDEXED BY job_items_running
     WHERE job_items.shop = due.shop AND status = 'processing' AND lease_until > @now) AS running
  FROM (
    SELECT shop, next_run_at AS since FROM jobs WHERE next_run_at IS NOT NULL AND next_run_at <= @now
    UNION ALL
    SELECT shop, lease_until AS since FROM job_items INDEXED BY job_items_running
    WHERE status = 'processing' AND lease_until <= @now
  ) AS due
  GROUP BY shop`;
