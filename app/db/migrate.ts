import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";

/** What `drizzle-orm` keeps its own record in: databases of every release have it. */
const recordSql = `CREATE TABLE IF NOT EXISTS __drizzle_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, hash text NOT NULL, created_at numeric)`;

/** Backups before a migration that are kept: the newest ones. */
const keptBackups = 3;

export interface Migrated {
  /** how many migrations were applied now */
  applied: number;
  /** the copy made before them; null when the database was new or nothing was to do */
  backup: string | null;
}

/** A database that this version must not touch or cannot read, in words for the operator. */
export class DatabaseRefused extends Error {
  /**
   * EX_CONFIG of sysexits.h: starting again does not help, a person has to. `deploy/shelfwright.service` does not loop on it.
   */
  readonly exitCode = 78;

  constructor(words: string) {
    super(words);
    this.name = "DatabaseRefused";
  }
}

/**
 * Brings a database to this version's schema, in one transaction that other processes wait for: of web and worker, which
 * start together, one migrates and the other finds nothing to do. A crash leaves the old schema or the new one. Before an
 * existing file is changed it is copied to `<file>.before-<n>`.
 * @param file its path, or `:memory:`
 * @throws DatabaseRefused when a newer version made it, or there is no room for the copy
 */
export function migrateDatabase(raw: Database.Database, options: { file: string; folder: string }): Migrated {
  const migrations = readMigrationFiles({ migrationsFolder: options.folder });
  if (pendingOf(raw, migrations).length === 0) return { applied: 0, backup: null };
  // A table that is rebuilt is dropped first; with keys enforced that would delete what refers to it.
  raw.pragma("foreign_keys = OFF");
  // Another process may be copying and migrating a large file.
  const busyTimeoutMs = raw.pragma("busy_timeout", { simple: true }) as number;
  raw.pragma("busy_timeout = 600000");
  try {
    return raw.transaction(() => applyPending(raw, migrations, options.file)).immediate();
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === "SQLITE_FULL") {
      throw new DatabaseRefused(
        "The database was left as it is: the disk is full, and bringing it to this version needs room for a second copy of it. " +
          "Make room on the disk, or set DATABASE_FILE to where there is some.",
      );
    }
    throw error;
  } finally {
    raw.pragma(`busy_timeout = ${busyTimeoutMs}`);
    raw.pragma("foreign_keys = ON");
  }
}

type Migration = ReturnType<typeof readMigrationFiles>[number];

/** The migrations that the database lacks. @throws DatabaseRefused when it has one that this version does not know */
export function pendingOf(raw: Database.Database, migrations: readonly Migration[]): Migration[] {
  const done = appliedTo(raw);
  const newest = Math.max(0, ...migrations.map(({ folderMillis }) => folderMillis));
  const unknown = done.filter((at) => at > newest);
  if (unknown.length > 0) {
    throw new DatabaseRefused(
      `This database was made by a newer version of Shelfwright (${unknown.length} change(s) that this one does not know). ` +
        "Run that version or a later one, or restore a backup from before it: npm run db -- restore FILE.",
    );
  }
  const last = Math.max(0, ...done);
  return migrations.filter(({ folderMillis }) => folderMillis > last);
}

/** When each of its migrations was made; empty for a file that is no database of ours. */
export function appliedTo(raw: Database.Database): number[] {
  const there = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!there) return [];
  return raw.prepare("SELECT created_at FROM __drizzle_migrations").pluck().all().map(Number);
}

function applyPending(raw: Database.Database, migrations: readonly Migration[], file: string): Migrated {
  // Asked again under the lock: another process may have been here.
  const pending = pendingOf(raw, migrations);
  if (pending.length === 0) return { applied: 0, backup: null };
  const before = migrations.length - pending.length;
  const backup = before > 0 && file !== ":memory:" ? backUp(file, before) : null;
  const orphansBefore = countOrphans(raw);
  raw.exec(recordSql);
  const note = raw.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)");
  for (const { sql, hash, folderMillis } of pending) {
    for (const statement of sql) raw.exec(statement);
    note.run(hash, folderMillis);
  }
  const orphans = countOrphans(raw) - orphansBefore;
  if (orphans > 0) {
    throw new DatabaseRefused(
      `The database was left as it is: after the change ${orphans} row(s) would refer to rows that are not there. ` +
        "Look at it with npm run db -- check, and report this.",
    );
  }
  return { applied: pending.length, backup };
}

function countOrphans(raw: Database.Database): number {
  return (raw.pragma("foreign_key_check") as unknown[]).length;
}

/**
 * Copies the file as it is now by a second connection, which reads while ours holds the write lock. The copy gets its name
 * when it is whole, so a crash leaves none that is not.
 */
function backUp(file: string, before: number): string {
  const target = `${file}.before-${before}`;
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  const reader = new Database(file, { readonly: true });
  try {
    reader.prepare("VACUUM INTO ?").run(unfinished);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw new DatabaseRefused(
      `The database was left as it is: no copy could be made beside it before bringing it to this version (${describe(cause)}). ` +
        "Make room on the disk, or set DATABASE_FILE to where there is some.",
    );
  } finally {
    reader.close();
  }
  renameSync(unfinished, target);
  for (const old of backupsOf(file).slice(0, -keptBackups)) rmSync(old);
  return target;
}

/** The copies made before migrations, oldest first. */
function backupsOf(file: string): string[] {
  const prefix = `${basename(file)}.before-`;
  const folder = dirname(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .sort((a, b) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)))
    .map((name) => join(folder, name));
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : "unknown reason";
}
