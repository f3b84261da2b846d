import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { engine } from "./engine.ts";
import type { Db } from "./open.ts";

/** What the database takes on the disk and what is left there, all in bytes. */
export interface Storage {
  fileBytes: number;
  /** the write-ahead log beside it */
  logBytes: number;
  /** pages inside the file that hold nothing and are written again before the file grows */
  reusableBytes: number;
  /** left on the file's disk for this process; null when it is unknown, e.g. for a database in memory */
  diskFreeBytes: number | null;
  /** the disk is nearly full: less is left than the operator wants, but work still continues */
  low: boolean;
}

/**
 * Asked by health and metrics: costs two `stat` calls and two reads of the file's first page.
 * @param minFreeBytes below it the disk counts as nearly full
 */
export async function readStorage(db: Db, { minFreeBytes }: { minFreeBytes: number }): Promise<Storage> {
  const { raw } = db[engine];
  const pageBytes = numberOf(raw.pragma("page_size", { simple: true }));
  const reusableBytes = pageBytes * numberOf(raw.pragma("freelist_count", { simple: true }));
  if (raw.memory) {
    const fileBytes = pageBytes * numberOf(raw.pragma("page_count", { simple: true }));
    return { fileBytes, logBytes: 0, reusableBytes, diskFreeBytes: null, low: false };
  }
  const diskFreeBytes = freeBytesBeside(raw.name);
  return {
    fileBytes: sizeOf(raw.name),
    logBytes: sizeOf(`${raw.name}-wal`),
    reusableBytes,
    diskFreeBytes,
    low: diskFreeBytes !== null && diskFreeBytes < minFreeBytes,
  };
}

/** Bytes that a process without special rights may still write to the file's disk. */
function freeBytesBeside(file: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
  } catch {
    return null;
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function numberOf(pragma: unknown): number {
  return typeof pragma === "number" ? pragma : 0;
}
