import type { Db } from "../db/open.ts";
import { isStorageTrouble } from "../jobs/storage-trouble.ts";
import type { Clock } from "../lib/clock.ts";

export interface WriteProbe {
  /** @returns ok, or since when (epoch ms) others hold the lock, or that the file cannot be written at all */
  ask(): { kind: "ok" } | { kind: "locked"; since: number } | { kind: "refused" };
}

/** Longer than any transaction of ours, short enough to be waited for by a page. */
const patienceMs = 50;

/**
 * Takes the right to write and gives it back: a file that is read-only or gone answers with that, and one that another process keeps
 * locked shows by being locked each time.
 */
export function createWriteProbe({ db, clock }: { db: Pick<Db, "raw">; clock: Clock }): WriteProbe {
  let lockedSince: number | null = null;
  return {
    ask() {
      const failure = tryToLock(db.raw);
      if (failure === null || failure === "refused") {
        lockedSince = null;
        return { kind: failure ?? "ok" };
      }
      lockedSince = Math.min(lockedSince ?? clock.now(), clock.now());
      return { kind: "locked", since: lockedSince };
    },
  };
}

function tryToLock(raw: Db["raw"]): "locked" | "refused" | null {
  const usualMs = Number(raw.pragma("busy_timeout", { simple: true }));
  raw.pragma(`busy_timeout = ${patienceMs}`);
  try {
    raw.exec("BEGIN IMMEDIATE");
    raw.exec("ROLLBACK");
    return null;
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    return isBusy(error) ? "locked" : "refused";
  } finally {
    raw.pragma(`busy_timeout = ${usualMs}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
