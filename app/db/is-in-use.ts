import { existsSync, linkSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";

/**
 * Whether another process has a database open. Looks at locks alone, so it works on a damaged file as well, and it
 * changes nothing: no log is copied into the file.
 */
export function isInUse(file: string): boolean {
  return existsSync(file) && (hasLivingWorker(file) || isLocked(file));
}

/** A worker holds a file of its own beside the database, whatever state the database is in. */
function hasLivingWorker(file: string): boolean {
  const prefix = `${basename(file)}-worker_`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(prefix) && name.endsWith(".lock"))
    .some((name) => isRefusedTheLock(join(dirname(file), name)));
}

/**
 * Locks belong to the file and not to its name. Under a second name, without its log, it can be locked and let go of: a
 * connection that closes the database by its own name as the last one copies the log into the file.
 */
function isLocked(file: string): boolean {
  const folder = mkdtempSync(`${file}.probe-`);
  try {
    const second = join(folder, "probe");
    linkSync(file, second);
    return isRefusedTheLock(second);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that is no database at all, or cannot be opened, is locked by nobody who works with it. */
function isRefusedTheLock(file: string): boolean {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(file, { fileMustExist: true, timeout: 0 });
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("BEGIN EXCLUSIVE; ROLLBACK");
    return false;
  } catch (error) {
    return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)(_|$)/.test(error.code);
  } finally {
    connection?.close();
  }
}
