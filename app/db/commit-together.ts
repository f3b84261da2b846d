import type BetterSqlite3 from "better-sqlite3";

interface Waiting {
  run: () => void;
  settle: (failure: { error: unknown } | undefined) => void;
}

/** A transaction holds the write lock no longer than this, plus its last piece. */
const longestMs = 10;

/** Commits small pieces of work, each all or nothing, several in one transaction. */
export type CommitTogether = <T>(work: () => T) => Promise<T>;

/**
 * Pieces that are ready in the same turn of the event loop share one `immediate` transaction, and so one sync to disk, which
 * is what a commit waits for. A piece that throws is rolled back alone; a promise is kept only after the common commit.
 */
export function createCommitTogether(raw: BetterSqlite3.Database): CommitTogether {
  const queue: Waiting[] = [];

  function flush(): void {
    const done: [Waiting, { error: unknown } | undefined][] = [];
    try {
      raw
        .transaction(() => {
          const from = performance.now();
          while (queue.length > 0 && (done.length === 0 || performance.now() - from < longestMs)) {
            const next = queue.shift();
            if (next) done.push([next, attempt(raw, next.run)]);
          }
        })
        .immediate();
    } catch (error) {
      // Nothing was committed. The lock was not to be had, or the disk failed: no piece of this round is done.
      const failed = done.length > 0 ? done.map(([one]) => one) : queue.splice(0);
      for (const one of failed) one.settle({ error });
      if (queue.length > 0) setImmediate(flush);
      return;
    }
    if (queue.length > 0) setImmediate(flush);
    for (const [one, failure] of done) one.settle(failure);
  }

  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      let result: { value: T } | undefined;
      if (queue.length === 0) setImmediate(flush);
      queue.push({
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
}

/** Inside a transaction, better-sqlite3 makes a nested one a savepoint. */
function attempt(raw: BetterSqlite3.Database, run: () => void): { error: unknown } | undefined {
  try {
    raw.transaction(run)();
    return undefined;
  } catch (error) {
    // SQLite itself gave up the whole transaction, e.g. on a full disk.
    if (!raw.inTransaction) throw error;
    return { error };
  }
}
