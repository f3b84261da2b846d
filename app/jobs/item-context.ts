import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { jobItems, jobs } from "../db/schema/index.ts";
import { type Query, q } from "../db/transact.ts";
import { type JobId, jobIdSchema, type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
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
    if (unwritten === null || clock.now() - writtenAt < progressEveryMs) return;
    writtenAt = clock.now();
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

/** @returns until when it lasts. @throws LeaseLost, JobCancelled */
function* readLease(db: Db, item: ClaimedItem): Generator<Query<unknown>, number> {
  const [row] = yield* q(
    db.orm
      .select({
        token: jobItems.leaseToken,
        status: jobItems.status,
        leaseUntil: jobItems.leaseUntil,
        cancelledAt: jobs.cancelRequestedAt,
      })
      .from(jobItems)
      .innerJoin(jobs, eq(jobs.id, jobItems.jobId))
      .where(and(eq(jobItems.jobId, item.jobId), eq(jobItems.seq, item.seq), eq(jobItems.shop, item.shop))),
  );
  if (row === undefined || row.token !== item.token || row.status !== "processing") throw new LeaseLost();
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
