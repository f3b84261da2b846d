import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { isInUse } from "./is-in-use.ts";
import { appliedTo, DatabaseRefused, pendingOf } from "./migrate.ts";
import { copyInOneGo, removeUnfinished, unfinishedName } from "./unfinished-copies.ts";

/** What a look at a database file found. */
export interface FileReport {
  /** one sentence a finding; empty when all is well */
  findings: string[];
  bytes: number;
  products: number;
  /** room inside the file that is written again before it grows */
  emptyBytes: number;
  /** changes of the schema that the next start applies */
  pending: number;
}

/**
 * Copies a database while the app may be running and writing: the copy is the state of one moment, checked before it gets its
 * name. Holds the event loop: it is for commands.
 * @throws Error when the file is not there, the copy exists already, or it cannot be written or read back
 */
export async function backUpDatabase(file: string, to: string): Promise<{ bytes: number }> {
  assertThere(file);
  if (existsSync(to)) throw new Error(`${to} exists already. Name another file.`);
  mkdirSync(dirname(to), { recursive: true });
  removeUnfinished(to, basename(file, ".sqlite"));
  const unfinished = unfinishedName(to);
  try {
    copyInOneGo(file, unfinished);
    assertCopied(unfinished);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  renameSync(unfinished, to);
  return { bytes: statSync(to).size };
}

function assertCopied(unfinished: string): void {
  const copy = new Database(unfinished);
  try {
    // One file, that can be moved without its log.
    copy.pragma("journal_mode = DELETE");
    assertSound(copy, unfinished);
  } finally {
    copy.close();
  }
}

/** Reads the whole file for damage. The app may be running. @throws Error when it is not there or no database */
export function checkDatabase(file: string, folder: string): FileReport {
  assertThere(file);
  assertOursOrNewer(file, folder);
  const raw = openToRead(file);
  try {
    const findings = soundness(raw);
    const orphans = (raw.pragma("foreign_key_check") as unknown[]).length;
    if (orphans > 0) findings.push(`${orphans} row(s) refer to rows that are not there.`);
    let pending = 0;
    try {
      pending = pendingOf(raw, readMigrationFiles({ migrationsFolder: folder })).length;
    } catch (error) {
      if (!(error instanceof DatabaseRefused)) throw error;
      findings.push(error.message);
    }
    const products = raw.prepare("SELECT count(*) FROM products /* all shops: how large the file is */").pluck().get();
    const emptyBytes =
      Number(raw.pragma("freelist_count", { simple: true })) * Number(raw.pragma("page_size", { simple: true }));
    return { findings, bytes: statSync(file).size, products: Number(products), emptyBytes, pending };
  } finally {
    raw.close();
  }
}

/**
 * For commands that work on the database beside a running app: they must not bring it to another schema.
 * @throws Error in words when the file is not there, not ours, or of another version
 */
export function assertOfThisVersion(file: string, folder: string): void {
  assertThere(file);
  assertOurs(file, folder);
  const raw = openToRead(file);
  try {
    if (pendingOf(raw, readMigrationFiles({ migrationsFolder: folder })).length === 0) return;
    throw new Error(`${file} is of an earlier version. Start this version of Shelfwright on it first.`);
  } finally {
    raw.close();
  }
}

/**
 * Writes the file anew without its empty room. A crash leaves it as it was. Refuses while the app runs.
 * @returns its size before and after. @throws Error when there is no such database, it is in use, or there is no room for a copy
 * @see https://www.sqlite.org/lang_vacuum.html
 */
export function compactDatabase(file: string, { folder }: { folder: string }): { before: number; after: number } {
  assertThere(file);
  assertOurs(file, folder);
  assertIdle(file);
  const before = statSync(file).size;
  const raw = new Database(file, { timeout: 0 });
  try {
    // Ends the log, so that the file alone is the database.
    raw.pragma("journal_mode = DELETE");
    raw.exec("VACUUM");
  } catch (cause) {
    throw new Error("The database was left as it is: make room on the disk for a second copy of it.", { cause });
  } finally {
    raw.close();
  }
  return { before, after: statSync(file).size };
}

/** Changes nothing. @throws Error when another process has the database open, whether it is damaged or not */
export function assertIdle(file: string): void {
  if (isInUse(file)) throw new Error("Shelfwright is running on this database. Stop it first, then try again.");
}

/** @throws Error in words when the file is another program's, damaged, or made by a newer version */
export function assertOurs(file: string, folder: string): void {
  const raw = openToRead(file);
  try {
    const known = new Set(readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis));
    if (!appliedTo(raw).some((at) => known.has(at))) throw new Error(`${file} is no database of Shelfwright.`);
    pendingOf(raw, readMigrationFiles({ migrationsFolder: folder }));
  } catch (error) {
    throw isSqliteError(error) ? new Error(`${file} is damaged: ${error.message}`) : error;
  } finally {
    raw.close();
  }
}

/** A database of a newer version is looked at as well; what keeps this version from it is one of the findings. */
function assertOursOrNewer(file: string, folder: string): void {
  try {
    assertOurs(file, folder);
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
  }
}

function isSqliteError(error: unknown): error is Error {
  return error instanceof Database.SqliteError;
}

function openToRead(file: string): Database.Database {
  try {
    return new Database(file, { readonly: true });
  } catch (cause) {
    throw new Error(`${file} cannot be opened as a database.`, { cause });
  }
}

/** @throws Error when there is nothing to read */
export function assertThere(file: string): void {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (statSync(file).size === 0) throw new Error(`${file} is empty: no database of Shelfwright.`);
}

function assertSound(raw: Database.Database, file: string): void {
  const [finding] = soundness(raw);
  if (finding !== undefined) throw new Error(`${file} is damaged: ${finding}`);
}

function soundness(raw: Database.Database): string[] {
  const rows = raw.pragma("integrity_check") as { integrity_check: string }[];
  return rows.map(({ integrity_check }) => integrity_check).filter((line) => line !== "ok");
}
