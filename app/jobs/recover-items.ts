import type { Db } from "../db/open.ts";
import { all, many, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { backoffMs } from "../lib/retry.ts";
import type { ClaimedItem } from "./claim-items.ts";
import { type Completion, completeInTransaction, type Ending } from "./complete-items.ts";
import { isOfDeadWorker } from "./find-dead-workers.ts";
import { logEvents } from "./work-events.ts";

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
export async function recoverItems(
  deps: { db: Db; clock: Clock; random?: () => number; logger?: Logger },
  maxAttempts: (kind: string) => number,
  dead: readonly string[] = [],
): Promise<Recovered> {
  const { db, clock, logger, random = Math.random } = deps;
  const now = clock.now();
  const recovered = { requeued: 0, failed: 0 };
  // A read first: a worker with nothing to recover does not take the write lock.
  while ((await db.do(lostItems(now, dead))).length > 0) {
    const { completions, events } = await db.transact("all shops", function* () {
      const completions = (yield* lostItems(now, dead)).map((lost): Completion => {
        const died = { ...lost, deaths: lost.deaths + 1 };
        return { lease: died, ending: endingOfDeath(died, { now, random, maxAttempts: maxAttempts(lost.kind) }) };
      });
      yield* many(
        "UPDATE job_items SET deaths = deaths + 1 WHERE job_id = @jobId AND seq = @seq AND shop = @shop",
        completions.map(({ lease: { jobId, seq, shop } }) => ({ jobId, seq, shop })),
      );
      return { completions, ...(yield* completeInTransaction(now, completions)) };
    });
    for (const { ending } of completions) recovered[ending.status === "failed" ? "failed" : "requeued"] += 1;
    logEvents(logger, events);
  }
  return recovered;
}

function lostItems(now: number, dead: readonly string[]): Steps<Expired[]> {
  const sql = `SELECT job_id AS jobId, seq, shop, kind, attempts, deaths, exclusive_key AS exclusiveKey,
      lease_token AS token, lease_until AS leaseUntil
    FROM job_items INDEXED BY job_items_running
    WHERE status = 'processing' AND (
      lease_until <= @now OR ${isOfDeadWorker}) LIMIT @limit`;
  return all<Expired>(sql, { now, dead: JSON.stringify(dead), limit: chunkItems });
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
