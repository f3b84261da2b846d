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
/**
 * While somebody writes all the time, PASSIVE never reaches the end of the log, which then grows with all that is written.
 * From here on writers wait while the last frames are copied, so that the next one starts the log over.
 */
const startOverBytes = 32 * 1_024 * 1_024;
/** For how long at most readers can keep the writers waiting. */
const startOverPatienceMs = 50;

const raw = new Database(file, { timeout: startOverPatienceMs });
raw.pragma("synchronous = FULL");
const pageBytes = Number(raw.pragma("page_size", { simple: true }));

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
    const [after] = raw.pragma("wal_checkpoint(PASSIVE)") as { log: number }[];
    if (after && after.log * pageBytes > startOverBytes) raw.pragma("wal_checkpoint(RESTART)");
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}
