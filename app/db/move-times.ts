import { newId } from "../lib/id.ts";
import { run, type Steps } from "./steps.ts";

export interface TimeStep {
  /** epoch ms by the clock as it is now set */
  now: number;
  /** by how much it was set forward or, negative, back; 0 when it was not */
  stepMs: number;
  /** how long nobody looked, beyond the step: no worker ran */
  unseenMs: number;
  /** a lease lasts no longer from now on */
  leaseMs: number;
}

/** What began long ago stays as old as it was; never in the future. */
const moved = (column: string) => `${column} = min(${column} + @stepMs, @now)`;
/** What waits until a time waits no longer than before. A clock set forward ends a wait early, which does no harm. */
const sooner = (column: string) => `${column} = ${column} + min(@stepMs, 0)`;

const stepStatements = [
  `UPDATE jobs SET ${moved("created_at")}, ${sooner("next_run_at")} WHERE finished_at IS NULL`,
  `UPDATE job_items SET ${sooner("run_at")}, ${moved("stalled_since")}
   WHERE status = 'queued' AND (@stepMs < 0 OR stalled_since IS NOT NULL)`,
  `UPDATE job_items SET lease_until = min(lease_until + @stepMs, CAST(@now AS bigint) + @leaseMs), ${moved("stalled_since")}
   WHERE status = 'processing'`,
  `UPDATE breakers SET ${moved("since")}, ${sooner("probe_at")}`,
  // A cap is lifted by the calendar's day: only the future is wrong.
  "UPDATE pauses SET since = min(since, @now)",
  "UPDATE sessions SET refresh_lease_until = refresh_lease_until + @stepMs WHERE refresh_lease IS NOT NULL",
  `UPDATE write_backs SET ${moved("created_at")} WHERE state = 'writing'`,
  "UPDATE write_backs SET written_at = @now WHERE id >= @writesFrom AND written_at > @now",
  `UPDATE model_batches SET ${moved("created_at")}, ${moved("submitting_at")}, ${moved("submitted_at")}
   WHERE state <> 'closed'`,
  "UPDATE model_batches SET closed_at = @now WHERE state = 'closed' AND closed_at > @now",
  `UPDATE batch_requests SET ${moved("created_at")} WHERE state = 'waiting'`,
];

const unseenStatements = [
  "UPDATE breakers SET since = min(since + @unseenMs, @now)",
  "UPDATE job_items SET stalled_since = min(stalled_since + @unseenMs, @now) WHERE status = 'queued' AND stalled_since IS NOT NULL",
];

/** Writes of the last hours before the step: their ids begin with the time of their birth. */
const recentWritesMs = 2 * 3_600_000;

/**
 * Moves every time that something waits from or until, so that waits, leases and time limits end as if the clock had not been
 * set; and counts time that nobody watched as no time of an outage. A step of a transaction: about a second for 100,000
 * waiting items, at a moment that hardly ever comes.
 */
export function* moveTimes({ now, stepMs, unseenMs, leaseMs }: TimeStep): Steps<void> {
  const writesFrom = newId("wb", Math.max(0, now - stepMs - recentWritesMs)).slice(0, "wb_".length + 9);
  if (stepMs !== 0) {
    for (const statement of stepStatements) yield* run(ofAllShops(statement), { now, stepMs, leaseMs, writesFrom });
  }
  if (unseenMs > 0) for (const statement of unseenStatements) yield* run(ofAllShops(statement), { now, unseenMs });
}

function ofAllShops(statement: string): string {
  return `${statement} /* all shops: the machine's clock */`;
}
