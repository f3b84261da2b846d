import type { Db } from "../db/open.ts";
import { run } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { openGate } from "./complete-items.ts";

const wakeSql = `UPDATE job_items SET run_at = @now
  WHERE job_id = @jobId AND shop = @shop AND status = 'queued' AND run_at > @now
    AND seq IN (SELECT CAST(value AS bigint) FROM json_each(@seqs))`;

/** Lets waiting items of a job run at once: what they waited for has come. At most 500 at a time. @returns how many */
export async function wakeItems(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId, seqs }: { shop: ShopDomain; jobId: JobId; seqs: readonly number[] },
): Promise<number> {
  return db.transact({ shop }, function* () {
    const now = clock.now();
    const woken = yield* run(wakeSql, { shop, jobId, now, seqs: JSON.stringify(seqs) });
    if (woken > 0) yield* openGate({ shop, jobId, runAt: now });
    return woken;
  });
}
