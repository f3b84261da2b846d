import { SqliteError } from "better-sqlite3";
import { tryNow } from "./await-lock.ts";
import { countTotal, keyOf, type Total, type TotalLabels, type TotalName } from "./count-total.ts";
import type { Db } from "./open.ts";

/** Counts of a process that belong to no transaction: kept in memory, carried to `metric_totals` every few seconds. */
export interface Tally {
  add(name: TotalName, labels: TotalLabels, by?: number): void;
  /** what is not in the database yet */
  pending(): Total[];
  /** Writes it in one transaction. @throws when the database is locked or cannot be written; nothing is lost then */
  store(): void;
}

/** A crash loses what was counted since the last `store`: the work itself is elsewhere. */
export function createTally(db: Db): Tally {
  let counts = new Map<string, Total>();
  return {
    add(name, labels, by = 1) {
      const key = `${name} ${keyOf(labels)}`;
      const value = (counts.get(key)?.value ?? 0) + by;
      counts.set(key, { name, labels: JSON.parse(keyOf(labels)) as TotalLabels, value });
    },
    pending: () => [...counts.values()],
    store() {
      if (counts.size === 0) return;
      const write = () => {
        for (const { name, labels, value } of counts.values()) db.runNow(countTotal(name, labels, value));
      };
      // Whoever counts may be the web process, whose event loop waits for no lock: these counts can.
      const tried = tryNow(db.raw, write);
      if ("locked" in tried) throw tried.locked;
      counts = new Map();
    },
  };
}

/** A tally that is stored every ten seconds, and a last time when it is stopped. */
export function startTally(db: Db, { everyMs = 10_000 }: { everyMs?: number } = {}): Tally & { stop(): void } {
  const tally = createTally(db);
  const store = () => {
    try {
      tally.store();
    } catch (error) {
      // A locked or full disk goes away: the counts are kept until then, and whoever writes work tells of it.
      if (!(error instanceof SqliteError)) throw error;
    }
  };
  const timer = setInterval(store, everyMs).unref();
  return {
    ...tally,
    stop() {
      clearInterval(timer);
      store();
    },
  };
}
