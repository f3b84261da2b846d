import type { Db } from "../../db/open.ts";
import { readWatchedTime } from "../../jobs/read-watched-time.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Logger } from "../../lib/logger.ts";
import { wait } from "../../lib/retry.ts";
import type { Place, Retention } from "./retention.ts";

export interface RetentionDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
}

export interface RunOptions {
  /** stops between two steps */
  signal?: AbortSignal;
  /** transactions of one retention in one run; what is left is done by the next run. Default: 2,000 */
  maxSteps?: number;
  /** milliseconds of a clock that only goes forward; default: the process's */
  timer?: () => number;
  /** lets others have the file after a step that took so many ms; default: waits as long */
  pause?: (stepMs: number) => Promise<unknown>;
}

/**
 * A step should hold the write lock for so long: well under the 20 ms that anybody may have to wait. Rows are not alike: one
 * that takes long is followed by no other in its step.
 */
const wantedMs = { least: 3, most: 10 };
const rowsOf = { first: 50, least: 1, most: 500 };

/**
 * Removes rows whose time is over, in small transactions whose size follows what the machine needs for them. A run begins
 * where the one before stopped; a crash costs nothing but the place. Half of the time it leaves the file to others. Ages are
 * counted in watched time: a clock that is wrong by years removes nothing.
 */
export function createRetentionRunner(
  { db, clock, logger }: RetentionDeps,
  retentions: readonly Retention[],
): (options?: RunOptions) => Promise<Record<string, number>> {
  const places = new Map<string, Place>();
  const sizes = new Map<string, number>();

  async function runOne(retention: Retention, options: RunOptions): Promise<number> {
    const { signal, maxSteps = 2_000, timer = () => performance.now(), pause = (ms: number) => wait(ms) } = options;
    const { name } = retention;
    let removed = 0;
    for (let count = 0; count < maxSteps && !signal?.aborted; count++) {
      const rows = sizes.get(name) ?? rowsOf.first;
      const now = await db.do(readWatchedTime(clock.now()));
      const after = places.get(name) ?? [];
      // From when the file is ours: what others write before is no reason for smaller steps.
      let from = timer();
      const isLong = () => timer() - from > wantedMs.most;
      const step = await db.transact("all shops", () => {
        from = timer();
        return retention.step({ now, after, rows, isLong });
      });
      const tookMs = timer() - from;
      sizes.set(name, nextSize(rows, tookMs));
      places.set(name, step.next ?? []);
      removed += step.removed;
      if (step.next === null) break;
      await db.keepUp();
      await pause(tookMs);
    }
    return removed;
  }

  return async (options = {}) => {
    const timer = options.timer ?? (() => performance.now());
    const from = timer();
    const removed: Record<string, number> = {};
    for (const retention of retentions) {
      const count = await runOne(retention, options);
      if (count === 0) continue;
      removed[retention.name] = count;
      logger.info({ count, reason: retention.name }, "rows that are no longer kept were removed");
    }
    const total = Object.values(removed).reduce((sum, rows) => sum + rows, 0);
    logger.info({ count: total, ms: Math.round(timer() - from) }, "retentions ran");
    return removed;
  };
}

function nextSize(rows: number, tookMs: number): number {
  if (tookMs > wantedMs.most) return Math.max(rowsOf.least, Math.floor((rows * wantedMs.most) / tookMs / 2));
  return tookMs < wantedMs.least ? Math.min(rowsOf.most, rows * 2) : rows;
}
