import type { Db } from "../db/open.ts";
import type { Steps } from "../db/steps.ts";
import { type JobId, jobIdSchema, type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import { type Clock, steadyMs } from "../lib/clock.ts";
import type { ClaimedItem } from "./claim-items.ts";
import { extendLeases } from "./extend-leases.ts";
import { prepared } from "./prepared.ts";
import { isStorageTrouble } from "./storage-trouble.ts";
import { type ItemContext, type ItemProgress, JobCancelled, LeaseLost } from "./task.ts";

/** Progress is written at most this often; the last one is written with the item's ending at the latest. */
const progressEveryMs = 500;

/** An item's context and what its worker needs of it. */
export interface OpenContext extends ItemContext {
  /** JSON of the progress that was not written yet, and forgets it */
  takeProgress(): string | null;
  /** writes what the last calls of `progress` left unwritten, when it is time */
  writeProgress(): void;
}

/** @throws when shop or job id are not what the brands allow */
export function openContext(
  deps: { db: Db; clock: Clock },
  input: { item: ClaimedItem; signal: AbortSignal; leaseMs: number },
): OpenContext {
  const { db, clock } = deps;
  const { item, signal, leaseMs } = input;
  let unwritten: string | null = null;
  let writtenAt = Number.NEGATIVE_INFINITY;

  function takeProgress(): string | null {
    const taken = unwritten;
    unwritten = null;
    return taken;
  }

  function writeProgress(): void {
    if (unwritten === null || steadyMs(clock) - writtenAt < progressEveryMs) return;
    writtenAt = steadyMs(clock);
    try {
      setOnLease(db, item, "progress", unwritten);
      unwritten = null;
    } catch (error) {
      // Only shown to people: a locked file must not fail the item for it.
      if (!isStorageTrouble(error)) throw error;
    }
  }

  return {
    shop: brandedShop(item.shop),
    jobId: brandedJob(item.jobId),
    seq: item.seq,
    attempt: item.attempts,
    signal,
    checkpoint: item.checkpoint === null ? undefined : JSON.parse(item.checkpoint),
    async saveCheckpoint(value) {
      if (setOnLease(db, item, "checkpoint", JSON.stringify(value ?? null)) === 0) throw new LeaseLost();
    },
    async progress(value: ItemProgress) {
      unwritten = JSON.stringify(value);
      writeProgress();
    },
    takeProgress,
    writeProgress,
    *assertLease() {
      yield* readLease(db, item);
    },
    async assertStillWanted() {
      const leaseUntil = await db.transact(() => readLease(db, item));
      signal.throwIfAborted();
      // The call that follows needs a lease that lasts: this process may have been stopped for a while.
      if (leaseUntil - clock.now() < leaseMs / 2 && extendLeases(deps, { leases: [item], leaseMs }).length > 0)
        throw new LeaseLost();
    },
  };
}

const leaseSql = `SELECT item.lease_token AS token, item.status, item.lease_until AS leaseUntil,
    job.cancel_requested_at AS cancelledAt
  FROM job_items AS item JOIN jobs AS job ON job.id = item.job_id
  WHERE item.job_id = @jobId AND item.seq = @seq AND item.shop = @shop`;

interface LeaseRow {
  token: string | null;
  status: string;
  leaseUntil: number | null;
  cancelledAt: number | null;
}

/** @returns until when it lasts. @throws LeaseLost, JobCancelled */
// biome-ignore lint/correctness/useYield: a prepared statement is a step by itself
function* readLease(db: Db, { jobId, seq, shop, token }: ClaimedItem): Steps<number> {
  const row = prepared<object, LeaseRow>(db, leaseSql).get({ jobId, seq, shop });
  if (row === undefined || row.token !== token || row.status !== "processing") throw new LeaseLost();
  if (row.cancelledAt !== null) throw new JobCancelled();
  return row.leaseUntil ?? 0;
}

function setOnLease(db: Db, item: ClaimedItem, column: "progress" | "checkpoint", value: string): number {
  const { jobId, seq, shop, token } = item;
  return prepared<Record<string, unknown>>(
    db,
    `UPDATE job_items SET ${column} = @value
     WHERE job_id = @jobId AND seq = @seq AND shop = @shop AND status = 'processing' AND lease_token = @token`,
  ).run({ jobId, seq, shop, token, value }).changes;
}

function brandedShop(shop: string): ShopDomain {
  return shopDomainSchema.parse(shop);
}

function brandedJob(jobId: string): JobId {
  return jobIdSchema.parse(jobId);
}
