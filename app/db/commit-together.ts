import type BetterSqlite3 from "better-sqlite3";
import { lockPatienceMs, lockPauseMs, transactionOf, tryNow } from "./await-lock.ts";

interface Waiting {
  since: number;
  run: () => void;
  settle: (failure: { error: unknown } | undefined) => void;
}

/** A transaction holds the write lock no longer than this, plus its last piece. */
const longestMs = 10;

/** Commits small pieces of work, each all or nothing, several in one transaction. */
export interface CommitTogether {
  <T>(work: () => T): Promise<T>;
  /** since the start: transactions, and the pieces that they held */
  readonly counts: { commits: number; pieces: number };
}

/**
 * Pieces that are ready in the same turn of the event loop share one `immediate` transaction, and so one sync to disk, which
 * is what a commit waits for. A piece that throws is rolled back alone; a promise is kept only after the common commit.
 * While another process holds the lock, pieces gather and the event loop is not blocked.
 */
export function createCommitTogether(
  raw: BetterSqlite3.Database,
  { patienceMs = lockPatienceMs }: { patienceMs?: number } = {},
): CommitTogether {
  const queue: Waiting[] = [];
  const counts = { commits: 0, pieces: 0 };

  function flush(): void {
    const done: [Waiting, { error: unknown } | undefined][] = [];
    try {
      const tried = tryNow(raw, () => runPieces(done));
      if ("locked" in tried) {
        waitOn(tried.locked);
        return;
      }
    } catch (error) {
      // Nothing was committed: the disk failed, so no piece of this round is done.
      const failed = done.length > 0 ? done.map(([one]) => one) : queue.splice(0);
      for (const one of failed) one.settle({ error });
      if (queue.length > 0) setImmediate(flush);
      return;
    }
    counts.commits += 1;
    counts.pieces += done.length;
    if (queue.length > 0) setImmediate(flush);
    for (const [one, failure] of done) one.settle(failure);
  }

  function runPieces(done: [Waiting, { error: unknown } | undefined][]): void {
    const from = performance.now();
    while (queue.length > 0 && (done.length === 0 || performance.now() - from < longestMs)) {
      const next = queue.shift();
      if (!next) return;
      // Noted first: pieces that SQLite rolls back with the whole transaction have to be rejected as well.
      const one: (typeof done)[number] = [next, undefined];
      done.push(one);
      one[1] = attempt(raw, next.run);
    }
  }

  /** The lock is another process's: pieces that waited too long are rejected, the rest keep waiting. */
  function waitOn(locked: unknown): void {
    const latest = performance.now() - patienceMs;
    while (queue[0] && queue[0].since <= latest) queue.shift()?.settle({ error: locked });
    if (queue.length > 0) setTimeout(flush, lockPauseMs);
  }

  const together = <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      let result: { value: T } | undefined;
      if (queue.length === 0) setImmediate(flush);
      queue.push({
        since: performance.now(),
        run: () => {
          result = { value: work() };
        },
        settle: (failure) => {
          if (failure) reject(failure.error);
          else if (result) resolve(result.value);
          else reject(new Error("a piece of a common transaction was not run"));
        },
      });
    });
  return Object.assign(together, { counts });
}

/** Inside a transaction, better-sqlite3 makes a nested one a savepoint. */
function attempt(raw: BetterSqlite3.Database, run: () => void): { error: unknown } | undefined {
  try {
    transactionOf(raw)(run);
    return undefined;
  } catch (error) {
    // SQLite itself gave up the whole transaction, e.g. on a full disk.
    if (!raw.inTransaction) throw error;
    return { error };
  }
}
