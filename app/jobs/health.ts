import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { workerSilenceMs } from "./keep-heartbeat.ts";
import { prepared } from "./prepared.ts";
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
export function health({ db, clock }: { db: Db; clock: Clock }): Health {
  const now = clock.now();
  const due = prepared<object, DueShop>(db, dueSql).all({ now });
  const waits = due
    .filter(({ shop, running }) => running < slotsOfShop(db, shop))
    .map(({ dueSince, claimedAt }) => now - Math.max(dueSince, claimedAt ?? 0));
  const alive = prepared<object, { alive: number }>(
    db,
    "SELECT count(*) AS alive FROM workers WHERE seen_at > @since AND seen_at < @until",
  );
  return {
    oldestRunnableMs: Math.max(0, ...waits),
    workersAlive: alive.get({ since: now - workerSilenceMs, until: now + workerSilenceMs })?.alive ?? 0,
  };
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
