import type { Db } from "../db/open.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";

/** After a longer time between two readings of different boots it is not known what the clock did meanwhile. */
const longestOffMs = 2 * 86_400_000;

/**
 * The time by which stored rows grow old, epoch ms: never ahead of the clock, and not of what workers watched pass either. A
 * clock that leaps forward by years makes nothing old.
 */
export function* readWatchedTime(now: number): Steps<number> {
  const row = yield* get<{ until: number }>(
    "SELECT coalesce(watched_until, seen_at) AS until FROM clock_readings WHERE id = 1",
  );
  return row ? Math.min(now, row.until) : now;
}

/** The operator confirms the clock: the time that it is ahead of the watched time has passed. */
export async function trustClock({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  const sql = "UPDATE clock_readings SET watched_until = @now WHERE id = 1";
  await db.transact("all shops", () => run(sql, { now: clock.now() }));
}

/**
 * Watched time after another reading. It runs as fast as the steady clock; where it is behind the wall's, e.g. of a machine
 * that was off for weeks, it runs twice as fast until it has caught up. Ahead of it, after a clock was put back, it stops.
 * @param last.passedMs by the steady clock since the last reading, null when that was of another boot
 */
export function nextWatchedTime(
  last: { watchedUntil: number; seenAt: number; passedMs: number | null },
  now: number,
): number {
  const offMs = now - last.seenAt;
  const passedMs = last.passedMs ?? (offMs <= longestOffMs ? offMs : 0);
  return Math.max(last.watchedUntil, Math.min(now, last.watchedUntil + 2 * Math.max(0, passedMs)));
}
