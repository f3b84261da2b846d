import { SqliteError } from "better-sqlite3";
import { tryNow } from "./await-lock.ts";
import { countTotal, keyOf, type Total, type TotalLabels, type TotalName } from "./count-total.ts";
import { engine } from "./engine.ts";
import type { Db } from "./open.ts";
import type { Steps } from "./steps.ts";

/** Counts of a process that belong to no transaction: kept in memory, carried to `metric_totals` every few seconds. */
export interface Tally {
  add(name: TotalName, labels: TotalLabels, by?: number): void;
  /** what is not in the database yet */
  pending(): Total[];
  /** Writes it in one transaction. @throws when the database is locked or cannot be written; nothing is lost then */
  store(): Promise<void>;
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
    async store() {
      if (counts.size === 0) return;
      const { raw, driver } = db[engine];
      // Not by `transact`, which waits for the lock: these counts can, and nothing is counted between reading and forgetting them.
      const tried = tryNow(raw, () => driver.inTransaction(storeAll(counts.values()), "all shops"));
      if ("locked" in tried) throw tried.locked;
      counts = new Map();
    },
  };
}

function* storeAll(totals: Iterable<Total>): Steps<void> {
  for (const { name, labels, value } of totals) yield* countTotal(name, labels, value);
}

/** A tally that is stored every ten seconds, and a last time when it is stopped. */
export function startTally(db: Db, { everyMs = 10_000 }: { everyMs?: number } = {}): Tally & { stop(): Promise<void> } {
  const tally = createTally(db);
  const store = async () => {
    try {
      await tally.store();
    } catch (error) {
      // A locked or full disk goes away: the counts are kept until then, and the code that writes work reports it.
      if (!(error instanceof SqliteError)) throw error;
    }
  };
  const timer = setInterval(store, everyMs).unref();
  return {
    ...tally,
    async stop() {
      clearInterval(timer);
      await store();
    },
  };
}
