import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { backoffMs } from "../lib/retry.ts";
import type { ClaimedItem } from "./claim-items.ts";
import { type Completion, completeInTransaction, type Ending } from "./complete-items.ts";
import { holderOfLease } from "./find-dead-workers.ts";
import { prepared } from "./prepared.ts";
import { logEvents, type WorkEvent } from "./work-events.ts";

/** An item that takes its worker down each time is not given a fourth. */
export const maxDeaths = 3;
/** Items recovered in one transaction. */
const chunkItems = 200;

export interface Recovered {
  requeued: number;
  /** failed for good: three deaths, or no attempt left */
  failed: number;
}

type Expired = Omit<ClaimedItem, "payload" | "checkpoint" | "subject">;

/**
 * Takes items back from workers that are dead, or gave no heartbeat within their lease. Each counts a death; the third
 * fails the item as poison.
 * @param maxAttempts of an item's kind
 * @param dead ids of workers that have ended: their leases count no longer
 */
export function recoverItems(
  deps: { db: Db; clock: Clock; random?: () => number; logger?: Logger },
  maxAttempts: (kind: string) => number,
  dead: readonly string[] = [],
): Recovered {
  const { db, clock, random = Math.random } = deps;
  const events: WorkEvent[] = [];
  const now = clock.now();
  const recovered = { requeued: 0, failed: 0 };
  const recoverChunk = () => {
    const completions = lostItems(db, now, dead).map((item): Completion => {
      const died = { ...item, deaths: item.deaths + 1 };
      prepared(db, "UPDATE job_items SET deaths = @deaths WHERE job_id = @jobId AND seq = @seq AND shop = @shop").run({
        deaths: died.deaths,
        jobId: item.jobId,
        seq: item.seq,
        shop: item.shop,
      });
      return { lease: item, ending: endingOfDeath(died, { now, random, maxAttempts: maxAttempts(item.kind) }) };
    });
    completeInTransaction(db, now, completions, events);
    for (const { ending } of completions) recovered[ending.status === "failed" ? "failed" : "requeued"] += 1;
  };
  // A read first: a worker with nothing to recover does not take the write lock.
  while (lostItems(db, now, dead).length > 0) db.raw.transaction(recoverChunk).immediate();
  logEvents(deps.logger, events);
  return recovered;
}

function lostItems(db: Db, now: number, dead: readonly string[]): Expired[] {
  const sql = `SELECT job_id AS jobId, seq, shop, kind, attempts, deaths, exclusive_key AS exclusiveKey,
      lease_token AS token, lease_until AS leaseUntil
    FROM job_items INDEXED BY job_items_running
    WHERE status = 'processing' AND (
      lease_until <= @now OR ${holderOfLease} IN (SELECT value FROM json_each(@dead))) LIMIT @limit`;
  return prepared<object, Expired>(db, sql).all({ now, dead: JSON.stringify(dead), limit: chunkItems });
}

function endingOfDeath(item: Expired, input: { now: number; random: () => number; maxAttempts: number }): Ending {
  if (item.deaths >= maxDeaths)
    return {
      status: "failed",
      code: "poison",
      message: "The worker stopped three times while it worked on this item. Look at the item's data, then retry it.",
    };
  if (item.attempts >= input.maxAttempts)
    return {
      status: "failed",
      code: "worker_died",
      message: "The worker stopped while it worked on this item, at its last attempt. Retry it.",
    };
  const waitMs = item.deaths === 1 ? 0 : backoffMs(item.deaths, { random: input.random });
  return {
    status: "queued",
    runAt: input.now + waitMs,
    refund: false,
    code: "worker_died",
    message: "The worker stopped while it worked on this item.",
  };
}
