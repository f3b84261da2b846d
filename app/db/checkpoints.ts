import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type BetterSqlite3 from "better-sqlite3";

/** Copies the write-ahead log into the file outside of the event loop. */
export interface Checkpoints {
  /**
   * For a long writer, between its transactions: lets the copy catch up when the log has grown large, so that the log
   * starts over instead of growing with all that is written. Returns at once while the log is small.
   */
  keepUp(): Promise<void>;
  close(): void;
}

/** While somebody writes all the time, a copy never reaches the end of the log; above this size the writer waits for it. */
const largeLogBytes = 48 * 1_024 * 1_024;

/**
 * Starts the thread for a database file, and takes the duty from the connection that commits: copying 64 MB held the web's
 * event loop for two seconds.
 * @param worthItBytes a log below this is left alone
 */
export function startCheckpoints(raw: BetterSqlite3.Database, file: string, worthItBytes: number): Checkpoints {
  raw.pragma("wal_autocheckpoint = 0");
  const workerData = { file, worthItBytes };
  const thread = new Worker(new URL("./checkpoint-thread.ts", import.meta.url), { workerData });
  thread.unref();
  const waiting: (() => void)[] = [];
  const release = () => {
    for (const go of waiting.splice(0)) go();
  };
  let failed = false;
  thread.on("message", release);
  // Without the thread the connection that commits has the duty again.
  thread.on("error", () => {
    failed = true;
    if (raw.open) raw.pragma("wal_autocheckpoint = 1000");
    release();
  });
  thread.on("exit", release);
  return {
    async keepUp() {
      if (failed || logBytes(file) < largeLogBytes) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        thread.postMessage("checkpoint");
      });
    },
    close() {
      thread.postMessage("close");
    },
  };
}

function logBytes(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
