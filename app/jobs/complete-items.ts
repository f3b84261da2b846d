import type { Db } from "../db/open.ts";
import type { ItemStatus, PauseReason } from "../db/schema/index.ts";
import type { Scope } from "../db/scope.ts";
import { get, manyOf, run, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import type { Provider } from "../lib/errors.ts";
import type { Logger } from "../lib/logger.ts";
import { isAnyTrouble, noteAnswers } from "./breaker.ts";
import { blockedPauseMs, type ClaimedItem } from "./claim-items.ts";
import { countItems, noChanges } from "./count-items.ts";
import { createOutcomeCounts } from "./count-outcomes.ts";
import type { CounterChanges } from "./counter-changes.ts";
import { judgeStall, type Stalled } from "./judge-stall.ts";
import { logEvents, type WorkEvent } from "./work-events.ts";

export type Lease = Pick<ClaimedItem, "jobId" | "seq" | "shop" | "token">;

/** How a claimed item leaves the worker. */
export type Ending =
  | { status: "done"; partial?: boolean | undefined; result?: unknown; message?: string | undefined }
  | { status: "conflict"; message: string; result?: unknown }
  | { status: "failed"; code: string; message: string }
  | { status: "cancelled" }
  /** to be tried again at `runAt`; `refund` gives the attempt back; `answered`: whom the kind needs has answered all the same */
  | {
      status: "queued";
      runAt: number;
      refund: boolean;
      code: string | null;
      message: string | null;
      answered?: boolean;
    }
  /** a provider's outage ended it: the transaction decides whether it waits or is given up */
  | Stalled
  | { status: "paused"; reason: PauseReason; message: string };

type Final = Exclude<Ending, Stalled>;

export interface Completion {
  lease: Lease & Pick<ClaimedItem, "exclusiveKey">;
  ending: Ending;
  /** JSON of the last progress that was not written yet */
  progress?: string | null;
  /** the provider that has answered, if the item ended by itself */
  needs?: readonly Provider[];
}

/**
 * Writes the endings of a batch and their jobs' counters in one transaction. An item whose lease token is no longer ours
 * is discarded: another worker has it, or its shop is gone.
 * @returns for each completion whether it was written. @throws when the database cannot be written: nothing is completed then
 */
export async function completeItems(
  { db, clock, logger }: { db: Db; clock: Clock; logger?: Logger },
  completions: readonly Completion[],
): Promise<boolean[]> {
  const { written, events } = await db.transact(scopeOf(completions.map(({ lease }) => lease)), () =>
    completeInTransaction(clock.now(), completions),
  );
  logEvents(logger, events);
  return written;
}

/** A batch of one shop is that shop's transaction. */
export function scopeOf(leases: readonly Pick<Lease, "shop">[]): Scope {
  const [first, ...more] = new Set(leases.map(({ shop }) => shop));
  return first !== undefined && more.length === 0 ? { shop: first } : "all shops";
}

interface JobOfBatch {
  shop: string;
  kind: string;
  cancelled: boolean;
  changes: CounterChanges;
  /** earliest run of an item that went back to the queue */
  runAt: number | null;
  paused: { reason: PauseReason; message: string } | null;
  /** the message of an item that is done in part */
  partial: string | null;
}

/** The same as a step of a transaction. @returns with `events`, which are logged once it is committed */
export function* completeInTransaction(
  now: number,
  completions: readonly Completion[],
): Steps<{ written: boolean[]; events: WorkEvent[] }> {
  const events: WorkEvent[] = [];
  const counts = createOutcomeCounts();
  const byJob = new Map<string, JobOfBatch>();
  const freed = new Set<string>();
  const answers = new Map<string, Set<Provider>>();
  const judged: { completion: Completion; job: JobOfBatch; final: Final }[] = [];
  for (const completion of completions) {
    const { lease, ending } = completion;
    const job = byJob.get(lease.jobId) ?? (yield* jobOfBatch(lease));
    byJob.set(lease.jobId, job);
    const own = ending.status === "stalled" ? yield* judgeStall(lease, ending, now, events) : ending;
    judged.push({ completion, job, final: job.cancelled ? endingOfCancelled(own) : own });
  }
  const changes = yield* manyOf(completeSql, judged, ({ completion: { lease, progress = null }, final }) =>
    completeValues(lease, final, progress, now),
  );
  const written = changes.map((count) => count > 0);
  for (const [at, { completion, job, final }] of judged.entries()) {
    if (!written[at]) continue;
    const { lease, ending, needs = [] } = completion;
    note(job, final);
    counts.note(job.kind, final, ending.status === "stalled");
    if (needs.length > 0 && showsAnAnswer(ending))
      answers.set(lease.shop, new Set([...(answers.get(lease.shop) ?? []), ...needs]));
    if (lease.exclusiveKey !== null) freed.add(lease.shop);
  }
  for (const [jobId, job] of byJob) {
    if (Object.values(job.changes).some((count) => count > 0))
      yield* countItems({ shop: job.shop, jobId, now, partial: job.partial }, job.changes, events);
    if (job.paused) yield* shutForPause({ shop: job.shop, jobId, now }, job.paused, events);
    if (job.runAt !== null) yield* openGate({ shop: job.shop, jobId, runAt: job.runAt });
  }
  yield* counts.store();
  for (const shop of freed) yield* wakeBlocked(shop, now);
  if (answers.size > 0 && (yield* isAnyTrouble())) {
    for (const [shop, providers] of answers) yield* noteAnswers({ shop, providers: [...providers], now }, events);
  }
  return { written, events };
}

function* jobOfBatch({ jobId, shop }: Lease): Steps<JobOfBatch> {
  const sql = "SELECT kind, cancel_requested_at AS at FROM jobs WHERE id = @jobId AND shop = @shop";
  const row = yield* get<{ kind: string; at: number | null }>(sql, { jobId, shop });
  const cancelled = row !== undefined && row.at !== null;
  const kind = row?.kind ?? "";
  return { shop, kind, cancelled, changes: noChanges(), runAt: null, paused: null, partial: null };
}

/** However an item ends, except by an outage: whom it needs has answered. One that goes back to the queue shows it only by `answered`. */
function showsAnAnswer(ending: Ending): boolean {
  const { status } = ending;
  if (status === "queued") return ending.answered === true;
  return status === "done" || status === "conflict" || status === "failed" || status === "paused";
}

/** What was done stays done; nothing of a cancelled job waits for another try. */
function endingOfCancelled(ending: Final): Final {
  return ending.status === "queued" || ending.status === "paused" ? { status: "cancelled" } : ending;
}

function note(job: JobOfBatch, ending: Final): void {
  if (ending.status === "queued") job.runAt = Math.min(job.runAt ?? ending.runAt, ending.runAt);
  else if (ending.status === "paused") job.paused = { reason: ending.reason, message: ending.message };
  else job.changes[ending.status] += 1;
  if (ending.status === "done" && ending.partial) job.partial = ending.message ?? "";
}

const finalStatuses: ReadonlySet<ItemStatus> = new Set(["done", "failed", "conflict", "cancelled"]);

/** By place, since a value by name costs SQLite's driver a look-up each: an item has a dozen. */
function completeValues({ jobId, seq, shop, token }: Lease, ending: Final, progress: string | null, now: number) {
  const { status } = ending;
  return [
    status,
    status === "queued" ? ending.runAt : null,
    status === "paused" || (status === "queued" && ending.refund) ? 1 : 0,
    status === "paused" ? ending.reason : null,
    "result" in ending && ending.result !== undefined ? JSON.stringify(ending.result) : null,
    "code" in ending ? ending.code : status === "paused" ? ending.reason : null,
    "message" in ending ? (ending.message ?? null) : null,
    finalStatuses.has(status) ? now : null,
    progress,
    jobId,
    seq,
    shop,
    token,
  ];
}

// The order of `completeValues`.
const completeSql = `UPDATE job_items SET status = ?, run_at = coalesce(?, run_at), attempts = attempts - ?,
    lease_token = NULL, lease_until = NULL, exclusive_key = NULL, pause_reason = ?, result = ?, code = ?,
    message = ?, finished_at = ?, progress = coalesce(?, progress)
  WHERE job_id = ? AND seq = ? AND shop = ? AND status = 'processing' AND lease_token = ?`;

/** Lets claims look at the job from `runAt` on, unless it is paused, held or cancelled. */
export function* openGate(job: { shop: string; jobId: string; runAt: number }): Steps<void> {
  yield* run(
    `UPDATE jobs SET next_run_at = min(coalesce(next_run_at, @runAt), @runAt)
     WHERE id = @jobId AND shop = @shop AND pause_reason IS NULL AND held_at IS NULL AND cancel_requested_at IS NULL`,
    job,
  );
}

/** The breaker: one paused item holds back all of its job's, so that 50,000 items do not each find out for themselves. */
function* shutForPause(
  job: { shop: string; jobId: string; now: number },
  pause: { reason: PauseReason; message: string },
  events: WorkEvent[],
): Steps<void> {
  const { shop, jobId, now } = job;
  yield* run("UPDATE jobs SET pause_reason = @reason, next_run_at = NULL WHERE id = @jobId AND shop = @shop", {
    shop,
    jobId,
    reason: pause.reason,
  });
  const changes = yield* run(
    "INSERT INTO pauses (shop, reason, message, since) VALUES (@shop, @reason, @message, @now) ON CONFLICT DO NOTHING",
    { shop, now, ...pause },
  );
  if (changes > 0) events.push({ event: "work held", shop, jobId, reason: pause.reason });
}

/** Jobs whose items waited for an exclusive key may look again at once. */
function* wakeBlocked(shop: string, now: number): Steps<void> {
  yield* run(
    `UPDATE jobs SET next_run_at = @now
     WHERE shop = @shop AND next_run_at IS NOT NULL AND next_run_at > @now AND next_run_at <= @until`,
    { shop, now, until: now + blockedPauseMs },
  );
}
