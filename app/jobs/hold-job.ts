import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { run } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

/**
 * Holds one job: nothing more of it is claimed until `goOnWithJob`, through crashes and whatever else pauses or resumes the shop.
 * Items under way end as they would; those that go back to the queue wait with the others.
 * @returns false when the shop has no such job, or it is finished, being cancelled or held already
 */
export async function holdJob(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, jobId }: { shop: ShopDomain; jobId: JobId },
): Promise<boolean> {
  return db.transact({ shop }, function* () {
    const held = (yield* run(holdSql, { shop, jobId, now: clock.now() })) > 0;
    if (note && held) yield* note({ subject: { kind: "job", id: jobId } });
    return held;
  });
}

const holdSql = `UPDATE jobs SET held_at = @now, next_run_at = NULL
  WHERE id = @jobId AND shop = @shop AND held_at IS NULL AND cancel_requested_at IS NULL AND finished_at IS NULL
    AND opened_at IS NOT NULL`;

/**
 * Lets a held job go on with the items that are left. One that waits for another reason as well waits for that one still.
 * @returns false when it is not held
 */
export async function goOnWithJob(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, jobId }: { shop: ShopDomain; jobId: JobId },
): Promise<boolean> {
  return db.transact({ shop }, function* () {
    const freed = (yield* run(goOnSql, { shop, jobId, now: clock.now() })) > 0;
    if (note && freed) yield* note({ subject: { kind: "job", id: jobId } });
    return freed;
  });
}

// Items that wait for a time of their own are found by the claim, which moves the gate to the earliest of them.
const goOnSql = `UPDATE jobs SET held_at = NULL, next_run_at = CASE
    WHEN cancel_requested_at IS NULL AND finished_at IS NULL AND pause_reason IS NULL THEN CAST(@now AS bigint) ELSE NULL END
  WHERE id = @jobId AND shop = @shop AND held_at IS NOT NULL`;
