import { statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

/**
 * Runs in a thread of its own, with a connection of its own: copies the write-ahead log into the database file, whose
 * syncs would else block the event loop of whoever commits. PASSIVE waits for nobody and nobody waits for it.
 * @see https://www.sqlite.org/wal.html#ckpt
 */
const { file, worthItBytes } = workerData as { file: string; worthItBytes: number };
const everyMs = 500;

const raw = new Database(file);
raw.pragma("synchronous = FULL");

setInterval(() => {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log && log.size > worthItBytes) checkpoint();
}, everyMs).unref();

parentPort?.on("message", (message: unknown) => {
  if (message === "close") {
    raw.close();
    process.exit(0);
  }
  checkpoint();
  parentPort?.postMessage("done");
});

/** A busy or full disk is no reason to stop: the log keeps what it has, and the next round tries again. */
function checkpoint(): void {
  try {
    raw.pragma("wal_checkpoint(PASSIVE)");
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}
