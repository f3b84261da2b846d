import type { Db } from "../db/open.ts";
import { probeWrite } from "../db/probe-write.ts";
import type { Clock } from "../lib/clock.ts";

export interface WriteProbe {
  /** @returns ok, or since when (epoch ms) others hold the lock, or that the file cannot be written at all */
  ask(): Promise<{ kind: "ok" } | { kind: "locked"; since: number } | { kind: "refused" }>;
}

/**
 * Asks whether the database can be written: a file that is read-only or gone answers with that, and one that another process
 * keeps locked shows by being locked each time.
 */
export function createWriteProbe({ db, clock }: { db: Db; clock: Clock }): WriteProbe {
  let lockedSince: number | null = null;
  return {
    async ask() {
      const kind = await probeWrite(db);
      lockedSince = kind === "locked" ? Math.min(lockedSince ?? clock.now(), clock.now()) : null;
      return lockedSince !== null ? { kind: "locked", since: lockedSince } : { kind: kind === "refused" ? kind : "ok" };
    },
  };
}
