import { setTimeout as pause } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";

/** How long a write waits for another process's, all attempts together. Shopify waits 5 s for the answer to a webhook. */
export const lockPatienceMs = 4_000;
/** Between two attempts: writers here hold the lock for some milliseconds. */
export const lockPauseMs = 2;

/**
 * Runs the work in one `immediate` transaction. SQLite waits for another process's lock inside of the call, with the whole
 * event loop; here each attempt ends at once, and everything else has its turn in between.
 * @throws SqliteError with SQLITE_BUSY when the lock was not to be had for `patienceMs`; then nothing of the work has run
 */
export async function whenUnlocked<T>(
  raw: BetterSqlite3.Database,
  work: () => T,
  patienceMs: number = lockPatienceMs,
): Promise<T> {
  const givenUpAt = performance.now() + patienceMs;
  for (;;) {
    const attempt = tryNow(raw, work);
    if ("value" in attempt) return attempt.value;
    if (performance.now() >= givenUpAt) throw attempt.locked;
    await pause(lockPauseMs);
  }
}

/** One attempt that waits for nobody. @throws what the work throws */
export function tryNow<T>(raw: BetterSqlite3.Database, work: () => T): { value: T } | { locked: unknown } {
  const before = usualTimeoutMs(raw);
  let began = false;
  raw.pragma("busy_timeout = 0");
  try {
    const begun = () => {
      began = true;
      return work();
    };
    return { value: transactionOf(raw).immediate(begun) as T };
  } catch (error) {
    if (began || !isLocked(error)) throw error;
    return { locked: error };
  } finally {
    if (raw.open) raw.pragma(`busy_timeout = ${before}`);
  }
}

type RunInTransaction = BetterSqlite3.Transaction<(work: () => unknown) => unknown>;

const made = new WeakMap<BetterSqlite3.Database, RunInTransaction>();

/** better-sqlite3's function that runs work in a transaction: making one costs more than beginning and committing one. */
export function transactionOf(raw: BetterSqlite3.Database): RunInTransaction {
  let run = made.get(raw);
  if (run === undefined) {
    run = raw.transaction((work: () => unknown) => work());
    made.set(raw, run);
  }
  return run;
}

const usual = new WeakMap<BetterSqlite3.Database, number>();

/** Read once: a pragma is compiled each time, and whoever else changes it puts it back. */
function usualTimeoutMs(raw: BetterSqlite3.Database): number {
  let known = usual.get(raw);
  if (known === undefined) {
    known = Number(raw.pragma("busy_timeout", { simple: true }));
    usual.set(raw, known);
  }
  return known;
}

function isLocked(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
