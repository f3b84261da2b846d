import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type BookedCall, bookCall } from "./book-call.ts";

/** Counts the calls of a test for the day: they are paid for, although they belong to no job. */
export async function bookTest(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, calls }: { shop: ShopDomain; calls: readonly Omit<BookedCall, "shop" | "jobId" | "now">[] },
): Promise<void> {
  if (calls.length === 0) return;
  const now = clock.now();
  await db.transactTogether({ shop }, function* () {
    for (const call of calls) yield* bookCall({ ...call, shop, jobId: noJob, now });
    if (note) yield* note({ details: { calls: calls.length }, unfinished: true });
  });
}

const noJob = "";
