import type { Db } from "../db/open.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { openGate } from "./complete-items.ts";
import { prepared } from "./prepared.ts";

const wakeSql = `UPDATE job_items SET run_at = @now
  WHERE job_id = @jobId AND shop = @shop AND status = 'queued' AND run_at > @now
    AND seq IN (SELECT value FROM json_each(@seqs))`;

/** Lets waiting items of a job run at once: what they waited for has come. At most 500 at a time. @returns how many */
export async function wakeItems(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId, seqs }: { shop: ShopDomain; jobId: JobId; seqs: readonly number[] },
): Promise<number> {
  const wake = () => {
    const now = clock.now();
    const { changes } = prepared(db, wakeSql).run({ shop, jobId, now, seqs: JSON.stringify(seqs) });
    if (changes > 0) openGate(db, { shop, jobId, runAt: now });
    return changes;
  };
  return db.write(wake);
}
