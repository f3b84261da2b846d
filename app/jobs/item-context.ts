import type { Db } from "../db/open.ts";
import { get, run, type Steps } from "../db/steps.ts";
import { isStorageTrouble } from "../db/storage-trouble.ts";
import { type JobId, jobIdSchema, type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import { type Clock, steadyMs } from "../lib/clock.ts";
import type { ClaimedItem } from "./claim-items.ts";
import { extendLeases } from "./extend-leases.ts";
import { type ItemContext, type ItemProgress, JobCancelled, LeaseLost } from "./task.ts";

/** Progress is written at most this often; the last one is written with the item's ending at the latest. */
const progressEveryMs = 500;

/** An item's context and what its worker needs of it. */
export interface OpenContext extends ItemContext {
  /** JSON of the progress that was not written yet, and forgets it */
  takeProgress(): string | null;
  /** writes what the last calls of `progress` left unwritten, when it is time */
  writeProgress(): Promise<void>;
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

  async function writeProgress(): Promise<void> {
    const value = unwritten;
    if (value === null || steadyMs(clock) - writtenAt < progressEveryMs) return;
    writtenAt = steadyMs(clock);
    try {
      await setOnLease(db, item, "progress", value);
      // What came meanwhile is written the next time.
      if (unwritten === value) unwritten = null;
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
      if ((await setOnLease(db, item, "checkpoint", JSON.stringify(value ?? null))) === 0) throw new LeaseLost();
    },
    async progress(value: ItemProgress) {
      unwritten = JSON.stringify(value);
      await writeProgress();
    },
    takeProgress,
    writeProgress,
    *assertLease() {
      yield* readLease(item);
    },
    async assertStillWanted() {
      const leaseUntil = await db.do(readLease(item));
      signal.throwIfAborted();
      // The call that follows needs a lease that lasts: this process may have been stopped for a while.
      if (leaseUntil - clock.now() >= leaseMs / 2) return;
      if ((await extendLeases(deps, { leases: [item], leaseMs })).length > 0) throw new LeaseLost();
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
function* readLease({ jobId, seq, shop, token }: ClaimedItem): Steps<number> {
  const row = yield* get<LeaseRow>(leaseSql, { jobId, seq, shop });
  if (row === undefined || row.token !== token || row.status !== "processing") throw new LeaseLost();
  if (row.cancelledAt !== null) throw new JobCancelled();
  return row.leaseUntil ?? 0;
}

/** @returns 1, or 0 when the lease was lost */
function setOnLease(db: Db, item: ClaimedItem, column: "progress" | "checkpoint", value: string): Promise<number> {
  const { jobId, seq, shop, token } = item;
  const sql = `UPDATE job_items SET ${column} = @value
    WHERE job_id = @jobId AND seq = @seq AND shop = @shop AND status = 'processing' AND lease_token = @token`;
  return db.transact({ shop }, () => run(sql, { jobId, seq, shop, token, value }));
}

function brandedShop(shop: string): ShopDomain {
  return shopDomainSchema.parse(shop);
}

function brandedJob(jobId: string): JobId {
  return jobIdSchema.parse(jobId);
}
