import type { ItemContext, ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import { labelsOf, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import { waitedTime } from "./waited-time.ts";

/** Shopify has finished an image, let go of it, or given what it left out of an answer, by then. */
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
  report: { kind: string; later?: readonly string[]; leftOut?: readonly string[] },
  types: readonly ShopContentType[],
): Promise<ItemOutcome | null> {
  const { later = [], leftOut = [] } = report;
  if (later.length === 0 && leftOut.length === 0) return null;
  const waited = waitedTime(context.checkpoint, { now: clock.now(), longestMs: longestLookMs });
  if (waited.waitedMs >= longestWaitMs) return null;
  await context.saveCheckpoint(waited);
  const why = [
    later.length > 0 ? `Shopify is still working on this: ${labelsOf(types, later)}.` : "",
    leftOut.length > 0 ? `Shopify left this out of its answer, it is asked again: ${labelsOf(types, leftOut)}.` : "",
  ];
  return {
    outcome: "retry",
    code: later.length > 0 ? "image_not_ready" : "left_out",
    message: why.filter(Boolean).join(" "),
    waitMs: Math.min(Math.max(waited.waitedMs, shortestPauseMs), longestPauseMs),
  };
}

/** In words for the merchant; "" when nothing is left. */
export function stillWaiting(types: readonly ShopContentType[], later: readonly string[]): string {
  if (later.length === 0) return "";
  return `Not written: ${labelsOf(types, later)}. Shopify was still working on it after ${longestWaitMs / 60_000} minutes; look at it in the Shopify admin, then try again.`;
}

/** What is in the shop and was in none of Shopify's answers, in words for the merchant; "" for nothing. */
export function leftOutNote(types: readonly ShopContentType[], leftOut: readonly string[]): string {
  if (leftOut.length === 0) return "";
  return `Not written: ${labelsOf(types, leftOut)}. It is in the shop, and Shopify left it out of its answers for ${longestWaitMs / 60_000} minutes; nothing was changed there, try again later.`;
}

/** That Shopify saved texts in another form than was sent. */
export function alteredNote(types: readonly ShopContentType[], altered: readonly string[]): string {
  return altered.length === 0 ? "" : `Shopify saved it slightly differently: ${labelsOf(types, altered)}.`;
}
