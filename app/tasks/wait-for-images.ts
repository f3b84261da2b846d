import type { ItemContext, ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import { labelsOf, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import { waitedTime } from "./waited-time.ts";

/** Shopify has finished an image, or let go of it, by then. */
const longestWaitMs = 15 * 60_000;
const shortestPauseMs = 5_000;
const longestPauseMs = 60_000;

/** Of the time between two looks no more counts. */
const longestLookMs = 2 * longestPauseMs;

/**
 * An item of which something can only be written in a while comes back by itself, a bounded time: each wait is as long as
 * the item has waited so far. @returns null when nothing is waited for, or the time is over
 */
export async function waitedFor(
  { clock }: { clock: Clock },
  context: ItemContext,
  report: { kind: string; later?: readonly string[] },
  types: readonly ShopContentType[],
): Promise<ItemOutcome | null> {
  const { later = [] } = report;
  if (later.length === 0) return null;
  const waited = waitedTime(context.checkpoint, { now: clock.now(), longestMs: longestLookMs });
  if (waited.waitedMs >= longestWaitMs) return null;
  await context.saveCheckpoint(waited);
  return {
    outcome: "retry",
    code: "image_not_ready",
    message: `Shopify is still working on this: ${labelsOf(types, later)}.`,
    waitMs: Math.min(Math.max(waited.waitedMs, shortestPauseMs), longestPauseMs),
  };
}

/** In words for the merchant; "" when nothing is left. */
export function stillWaiting(types: readonly ShopContentType[], later: readonly string[]): string {
  if (later.length === 0) return "";
  return `Not written: ${labelsOf(types, later)}. Shopify was still working on it after ${longestWaitMs / 60_000} minutes; look at it in the Shopify admin, then try again.`;
}

/** That Shopify saved texts in another form than was sent. */
export function alteredNote(types: readonly ShopContentType[], altered: readonly string[]): string {
  return altered.length === 0 ? "" : `Shopify saved it slightly differently: ${labelsOf(types, altered)}.`;
}
