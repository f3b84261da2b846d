import { isStorageTrouble } from "../db/storage-trouble.ts";
import type { Provider } from "../lib/errors.ts";
import { backoffMs } from "../lib/retry.ts";
import type { Ending } from "./complete-items.ts";
import { type ItemOutcome, JobCancelled, LeaseLost } from "./task.ts";

export const defaultMaxAttempts = 5;

/** The reason of a signal that was aborted because the worker stops. */
export class WorkerStopping extends Error {
  constructor() {
    super("the worker stops; the item goes on in another one");
    this.name = "WorkerStopping";
  }
}

export interface Try {
  /** this attempt's number, 1 for the first */
  attempts: number;
  maxAttempts: number;
  /** how long a provider may be away before the item is given up; null: for ever */
  patienceMs: number | null;
  signal: AbortSignal;
  now: number;
  random: () => number;
}

/** What a task's outcome means for its item. */
export function judgeOutcome(outcome: ItemOutcome, tried: Try): Ending {
  switch (outcome.outcome) {
    case "done":
      return { status: "done", result: outcome.result, message: outcome.message, partial: outcome.partial };
    case "conflict":
      return { status: "conflict", message: outcome.message, result: outcome.result };
    case "failed":
      return { status: "failed", code: outcome.code, message: outcome.message };
    case "paused":
      return { status: "paused", reason: outcome.reason, message: outcome.message };
    case "stalled":
      if (tried.signal.reason instanceof WorkerStopping) return release(tried.now);
      return stall(outcome, tried);
    case "retry":
      // A task that took the worker's stop for a failure of its call.
      if (tried.signal.reason instanceof WorkerStopping) return release(tried.now);
      return retry(outcome, tried);
  }
}

/** What a throw that is no outcome means for its item; `lease lost` when the item is no longer ours to complete. */
export function judgeThrow(error: unknown, tried: Try): Ending | "lease lost" {
  const why: unknown = tried.signal.aborted ? tried.signal.reason : error;
  if (error instanceof LeaseLost || why instanceof LeaseLost) return "lease lost";
  if (error instanceof JobCancelled || why instanceof JobCancelled) return { status: "cancelled" };
  if (why instanceof WorkerStopping) return release(tried.now);
  if (isStorageTrouble(error))
    return retry({ code: "database_busy", message: "The database was busy.", waitMs: 2_000 }, tried);
  return retry(
    {
      code: "unexpected",
      message: "Something went wrong on our side. If it happens again, tell support the time and this job.",
    },
    tried,
  );
}

/** Back to the queue as if it had not been claimed. */
export function release(now: number): Ending {
  return { status: "queued", runAt: now, refund: true, code: null, message: null };
}

function stall(
  why: { provider: Provider; code: string; message: string; waitMs?: number | undefined },
  { patienceMs, random }: Try,
): Ending {
  const { provider, code, message, waitMs = 0 } = why;
  return { status: "stalled", provider, code, message, waitMs, patienceMs, random };
}

/**
 * A message tells what happened. What happens next is added here and on the page: the page shows when an item that waits is
 * tried again; the message of one that is given up ends with it.
 */
function givenUp(message: string, attempts: number): string {
  const times = attempts === 1 ? "once" : `${attempts} times`;
  return `${message} It was tried ${times}, and nothing more is tried. Retry it when you like.`;
}

function retry(why: { code: string; message: string; waitMs?: number; answered?: true }, tried: Try): Ending {
  const { code, message, waitMs, answered = false } = why;
  const { now, random } = tried;
  if (waitMs !== undefined) {
    // A little spread, so that items with the same wait do not all return in the same instant.
    const spreadMs = Math.round(random() * Math.min(1_000, waitMs / 10));
    return { status: "queued", runAt: now + Math.max(0, waitMs) + spreadMs, refund: true, code, message, answered };
  }
  if (tried.attempts >= tried.maxAttempts) return { status: "failed", code, message: givenUp(message, tried.attempts) };
  return { status: "queued", runAt: now + backoffMs(tried.attempts, { random }), refund: false, code, message };
}
