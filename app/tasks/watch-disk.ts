import type { Db } from "../db/open.ts";
import { readStorage } from "../db/read-storage.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";

export interface WatchDiskDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  config: { DISK_MIN_FREE_MB: number };
}

const megabyte = 1_048_576;
/** How often the warning about a disk that stays nearly full is repeated. */
const repeatEveryMs = 3_600_000;

/** A look at the database's disk that warns when it is nearly full, hourly while it stays so, and logs when there is room again. */
export function createDiskWatch({ db, clock, logger, config }: WatchDiskDeps): () => Promise<void> {
  let warnedAt: number | null = null;
  return async () => {
    const { low, diskFreeBytes } = await readStorage(db, { minFreeBytes: config.DISK_MIN_FREE_MB * megabyte });
    const freeMb = Math.floor((diskFreeBytes ?? 0) / megabyte);
    if (!low) {
      if (warnedAt !== null) logger.info({ freeMb }, "the database's disk has room again");
      warnedAt = null;
      return;
    }
    if (warnedAt !== null && Math.abs(clock.now() - warnedAt) < repeatEveryMs) return;
    warnedAt = clock.now();
    logger.warn(
      { freeMb },
      "the database's disk is nearly full: make room, or shorten what is kept (docs/operating.md)",
    );
  };
}
