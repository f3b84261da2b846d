import type { Db } from "../../db/open.ts";
import { readStorage } from "../../db/read-storage.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Check } from "../check.ts";
import type { WriteProbe } from "../write-probe.ts";

/** A commit of the largest batch takes less; below it SQLite answers that the disk is full. */
const leastBytes = 32 * 1024 * 1024;
const mb = 1024 * 1024;
/** No transaction of ours is so long: it is another program's. Shorter than a worker's silence, which follows from it. */
const longestLockMs = 20_000;

/** Whether the database's file can be written and has room. */
export async function checkStorage(deps: {
  db: Db;
  clock: Clock;
  writeProbe: WriteProbe;
  minFreeBytes: number;
}): Promise<Omit<Check, "name">> {
  const probed = await deps.writeProbe.ask();
  if (probed.kind === "refused") return { status: "fail", detail: "The database's file cannot be written." };
  const lockedMs = probed.kind === "locked" ? deps.clock.now() - probed.since : 0;
  if (lockedMs >= longestLockMs) {
    const seconds = Math.round(lockedMs / 1_000);
    return { status: "fail", detail: `Another program has locked the database for ${seconds} s. End it.` };
  }
  const { diskFreeBytes, low } = await readStorage(deps.db, deps);
  if (diskFreeBytes === null) return { status: "ok", detail: "The database can be written." };
  const free = `${Math.floor(diskFreeBytes / mb)} MB are left on the database's disk.`;
  if (diskFreeBytes < leastBytes) return { status: "fail", detail: `${free} Nothing can be stored. Make room.` };
  return low ? { status: "warn", detail: `${free} Make room.` } : { status: "ok", detail: free };
}
