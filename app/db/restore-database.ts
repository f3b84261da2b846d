import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { assertIdle, assertOurs, assertThere, backUpDatabase } from "./look-after-file.ts";

/** Files beside a database's file that belong to it: SQLite would read them into whatever file has that name. */
const besides = ["-wal", "-shm", "-journal"];

/**
 * Puts a backup in the database's place. What stood there is kept beside it with its logs, also when it is damaged. Refuses
 * while the app runs; a refused try changes nothing. A crash leaves the former file whole under its new name, and the
 * command can be given again.
 * @param options.folder the migrations that this version knows
 * @returns where the former file is now, null when there was none. @throws Error with what to do
 */
export async function restoreDatabase(
  file: string,
  from: string,
  { now, folder }: { now: number; folder: string },
): Promise<{ former: string | null }> {
  assertThere(from);
  if (resolve(from) === resolve(file)) throw new Error(`${from} is the database itself. Name a backup of it.`);
  assertIdle(file);
  assertOurs(from, folder);
  const fresh = `${file}.restoring`;
  remove(fresh);
  try {
    await backUpDatabase(from, fresh);
    syncToDisk(fresh);
  } catch (error) {
    remove(fresh);
    throw error;
  }
  // Copying takes a while.
  assertIdle(file);
  const former = keepFormer(file, `${file}.before-restore-${new Date(now).toISOString().replace(/[:.]/g, "-")}`);
  // Before the new file has the name: a log that is left would be read into it.
  for (const suffix of besides) rmSync(`${file}${suffix}`, { force: true });
  renameSync(fresh, file);
  syncToDisk(dirname(file));
  assertSame(file, from);
  return { former };
}

/** A second name for the former file and all that belongs to it; the first one stays until the new file takes it. */
function keepFormer(file: string, former: string): string | null {
  const there = ["", ...besides].filter((suffix) => existsSync(`${file}${suffix}`));
  for (const suffix of there) {
    try {
      linkSync(`${file}${suffix}`, `${former}${suffix}`);
    } catch {
      // A file system without links.
      copyFileSync(`${file}${suffix}`, `${former}${suffix}`);
      syncToDisk(`${former}${suffix}`);
    }
  }
  syncToDisk(dirname(file));
  return there.length > 0 ? former : null;
}

/** @throws Error when the restored file does not have, table by table, the rows that the backup has */
function assertSame(file: string, from: string): void {
  const [stands, meant] = [contentOf(file), contentOf(from)];
  for (const [what, count] of meant) {
    const found = stands.get(what) ?? 0;
    if (found === count) continue;
    throw new Error(`${file} is not what the backup holds (${what}: ${found} instead of ${count}). Try it again.`);
  }
}

/** Pages, and rows by table, as SQLite reads them together with the files beside it. */
function contentOf(file: string): Map<string, number> {
  const raw = new Database(file, { readonly: true });
  try {
    const names = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").pluck().all();
    const count = (name: string) => raw.prepare(`SELECT count(*) FROM "${name}" /* all shops */`).pluck().get();
    const rows = names.map((name) => [`rows of ${name}`, Number(count(String(name)))] as const);
    return new Map([["pages", Number(raw.pragma("page_count", { simple: true }))], ...rows]);
  } finally {
    raw.close();
  }
}

function remove(file: string): void {
  for (const suffix of ["", ...besides]) rmSync(`${file}${suffix}`, { force: true });
}

function syncToDisk(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
