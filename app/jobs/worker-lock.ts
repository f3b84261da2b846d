import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import type { Db } from "../db/open.ts";
import { pathOf } from "../db/path-of.ts";

/** What shows that a worker lives: the system lets go of it when the process ends, however it ends. */
export interface WorkerLock {
  release(): void;
}

/**
 * Holds a lock on a file beside the database for as long as this process lives. A lock rather than a process id: it cannot be
 * mistaken for another process with the same number, and holds across containers that share the database's folder. SQLite
 * takes it, in the same way as it locks the database itself, so it works wherever that does.
 * @returns null for a database in memory, or when the file cannot be made: then only the lease tells
 */
export function holdWorkerLock(db: Db, workerId: string): WorkerLock | null {
  const path = lockPath(db, workerId);
  if (path === null) return null;
  let connection: Database.Database | null = null;
  try {
    connection = new Database(path, { timeout: 0 });
    connection.exec("BEGIN EXCLUSIVE");
  } catch {
    connection?.close();
    return null;
  }
  return {
    release() {
      connection.close();
      rmSync(path, { force: true });
    },
  };
}

/** Whether the worker has certainly ended without letting go in good order. One that is stopped (SIGSTOP) has not. */
export function isWorkerDead(db: Db, workerId: string): boolean {
  const path = lockPath(db, workerId);
  if (path === null) return false;
  let connection: Database.Database | null = null;
  try {
    connection = new Database(path, { fileMustExist: true, timeout: 0 });
    connection.exec("BEGIN EXCLUSIVE; ROLLBACK");
    return true;
  } catch {
    // Locked: it lives. No file: it never had one, or it is on another machine.
    return false;
  } finally {
    connection?.close();
  }
}

/** Takes away what a dead worker left. */
export function removeWorkerLock(db: Db, workerId: string): void {
  const path = lockPath(db, workerId);
  if (path !== null) rmSync(path, { force: true });
}

function lockPath(db: Db, workerId: string): string | null {
  const file = pathOf(db);
  return file === null ? null : `${file}-${workerId}.lock`;
}
