import { get, type Steps } from "../db/steps.ts";
import type { Provider } from "../lib/errors.ts";
import { backoffMs, longestRetryAfterMs } from "../lib/retry.ts";
import { noteFailure } from "./breaker.ts";
import type { WorkEvent } from "./work-events.ts";

/** How long a provider may be away before work that waits for it is given up; an operator may set another. */
export const defaultPatienceMs = 24 * 3_600_000;
/** An item that fails so often while the provider answers others is itself what the provider cannot take. */
export const stallsOfItsOwn = 12;
/** An item comes back soon: the breaker, not the item, keeps the pause while the provider is away. */
const longestBackoffMs = 15_000;

/** A try that a provider's outage ended. */
export interface Stalled {
  status: "stalled";
  provider: Provider;
  code: string;
  message: string;
  /** the provider asked for so long a wait; 0: it did not */
  waitMs: number;
  /** null: never */
  patienceMs: number | null;
  random: () => number;
}

type StallEnding =
  | { status: "queued"; runAt: number; refund: true; code: string; message: string }
  | { status: "failed"; code: string; message: string };

const names: Record<Provider, string> = { shopify: "Shopify", model: "The model" };

/**
 * What an outage means for one item: back to the queue without a lost attempt, or given up: after the worker's patience, or
 * because the provider answers others and not this one. A step of the transaction that completes the item.
 */
export function* judgeStall(
  item: { shop: string; jobId: string; seq: number },
  { provider, code, message, waitMs, patienceMs, random }: Stalled,
  now: number,
  events: WorkEvent[] = [],
): Steps<StallEnding> {
  const { shop, jobId, seq } = item;
  const breaker = yield* noteFailure({ shop, provider, now }, events);
  const row = yield* get<{ stalls: number; since: number; createdAt: number }>(
    `UPDATE job_items SET stalls = stalls + 1, stalled_since = coalesce(stalled_since, @now)
     WHERE job_id = @jobId AND seq = @seq AND shop = @shop
     RETURNING stalls, stalled_since AS since, (SELECT created_at FROM jobs WHERE id = job_id AND jobs.shop = @shop) AS createdAt`,
    { shop, jobId, seq, now },
  );
  const stalls = row?.stalls ?? 1;
  // An item that was never tried has waited as long as its job and the outage both last.
  const waitedMs = now - Math.min(row?.since ?? now, Math.max(breaker.since, row?.createdAt ?? now));
  if (patienceMs !== null && waitedMs >= patienceMs) {
    return {
      status: "failed",
      code,
      message: `${names[provider]} has not answered for ${hours(patienceMs)}. Nothing more is tried. Retry when it answers again.`,
    };
  }
  if (patienceMs !== null && breaker.probeAt === null && stalls >= stallsOfItsOwn) {
    return {
      status: "failed",
      code,
      message: `${names[provider]} answered other work but not this, ${stalls} times. Nothing more is tried. Retry later, or tell support the time and this job.`,
    };
  }
  const backoff = backoffMs(stalls, { random, capMs: longestBackoffMs });
  const runAt = now + (waitMs > 0 ? Math.min(waitMs, longestRetryAfterMs) + Math.min(backoff, 1_000) : backoff);
  return { status: "queued", runAt, refund: true, code, message };
}

function hours(ms: number): string {
  const count = Math.round(ms / 3_600_000);
  return count === 1 ? "an hour" : `${count} hours`;
}
