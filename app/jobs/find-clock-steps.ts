import { moveTimes } from "../db/move-times.ts";
import type { Db } from "../db/open.ts";
import { get, run, type Steps } from "../db/steps.ts";
import { bootId } from "../lib/boot-id.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { nextWatchedTime } from "./read-watched-time.ts";

/** That this machine's clock was set to another time while the app ran. */
export interface ClockStep {
  /** epoch ms by the clock as it was set to: when it was found */
  at: number;
  /** by how much it was set forward or, negative, back */
  byMs: number;
}

/** The last step of the clock that a worker found, null when there was none. */
export function* readClockStep(): Steps<ClockStep | null> {
  const row = yield* get<{ at: number | null; byMs: number | null }>(
    "SELECT stepped_at AS at, step_ms AS byMs FROM clock_readings WHERE id = 1",
  );
  return row?.at != null && row.byMs !== null ? { at: row.at, byMs: row.byMs } : null;
}

/** Clocks are kept right by small corrections all the time; more than this at once is a step. */
const toleranceMs = 5_000;
/** A reading is kept this often … */
const readEveryMs = 10_000;
/** … and when none was for so long, no worker ran: that time is none of an outage's. */
const unseenFromMs = 15 * 60_000;

interface Reading {
  bootId: string;
  offsetMs: number;
  seenAt: number;
  watchedUntil: number;
}

export interface ClockStepFinder {
  /** To be called before anything is decided by a time. Cheap while the clock runs as it should. */
  check(): Promise<void>;
}

/**
 * Finds out when the machine's clock is set to another time, by comparing it with the steady one, and moves all waits, leases
 * and ages along. Processes of one machine read the same steady clock, so the first that finds a step moves the times for
 * all. After a boot nobody knows how long the machine was off: only a clock that runs behind its last reading was set back.
 * Beside that it keeps the time by which rows grow old (`readWatchedTime`).
 */
export function createClockStepFinder(deps: {
  db: Db;
  clock: Clock;
  logger: Logger;
  leaseMs: number;
  /** default: of this machine */
  boot?: string;
}): ClockStepFinder {
  const { db, clock, logger, boot = bootId() } = deps;
  let known: { offsetMs: number; readAt: number } | null = null;

  async function read(now: number, steadyMs: number): Promise<void> {
    const offsetMs = now - steadyMs;
    const step = await db.transact("all shops", () => compare(now, offsetMs));
    if (step !== 0)
      logger.warn({ ms: step }, "the machine's clock was set to another time; waits and leases were moved along");
    known = { offsetMs, readAt: steadyMs };
  }

  function* compare(now: number, offsetMs: number): Steps<number> {
    const row = yield* get<Reading>(readSql);
    const stepMs = row ? stepSince(row, now, offsetMs) : 0;
    const unseenMs = row ? now - row.seenAt - stepMs : 0;
    yield* moveTimes({ now, stepMs, unseenMs: unseenMs > unseenFromMs ? unseenMs : 0, leaseMs: deps.leaseMs });
    const step = stepMs === 0 ? { at: null, by: null } : { at: now, by: stepMs };
    const watched = row ? watchedSince(row, now, offsetMs) : now;
    yield* run(keepSql, { boot, offsetMs, now, watched, ...step });
    return stepMs;
  }

  function stepSince(row: Reading, now: number, offsetMs: number): number {
    const stepMs = row.bootId === boot ? offsetMs - row.offsetMs : Math.min(0, now - row.seenAt);
    return Math.abs(stepMs) > toleranceMs ? stepMs : 0;
  }

  function watchedSince(row: Reading, now: number, offsetMs: number): number {
    const passedMs = row.bootId === boot ? now - offsetMs - (row.seenAt - row.offsetMs) : null;
    return nextWatchedTime({ ...row, passedMs }, now);
  }

  return {
    async check() {
      if (!clock.steadyMs) return;
      const steadyMs = clock.steadyMs();
      const now = clock.now();
      const isKnown = known !== null && Math.abs(now - steadyMs - known.offsetMs) <= toleranceMs;
      if (isKnown && known !== null && steadyMs - known.readAt < readEveryMs) return;
      await read(now, steadyMs);
    },
  };
}

const readSql = `SELECT boot_id AS bootId, offset_ms AS offsetMs, seen_at AS seenAt,
    coalesce(watched_until, seen_at) AS watchedUntil
  FROM clock_readings WHERE id = 1`;

const keepSql = `INSERT INTO clock_readings (id, boot_id, offset_ms, seen_at, watched_until, stepped_at, step_ms)
  VALUES (1, @boot, @offsetMs, @now, @watched, @at, @by)
  ON CONFLICT (id) DO UPDATE SET boot_id = @boot, offset_ms = @offsetMs, seen_at = @now, watched_until = @watched,
    stepped_at = coalesce(@at, clock_readings.stepped_at), step_ms = coalesce(@by, clock_readings.step_ms)`;
