import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";

/**
 * Copies a database beside which another connection may commit: reads it in one go, as it is at one moment. SQLite's stepped
 * backup would begin anew at every commit of another connection.
 * @see https://www.sqlite.org/c3ref/backup_finish.html and https://www.sqlite.org/lang_vacuum.html#vacuuminto
 */
export function copyInOneGo(file: string, to: string): void {
  const reader = new Database(file, { readonly: true });
  try {
    reader.prepare("VACUUM INTO ?").run(to);
  } finally {
    reader.close();
  }
}

/** What a copy is called until it is whole: with the process that makes it. */
export function unfinishedName(to: string): string {
  return `${to}.unfinished-${process.pid}`;
}

/**
 * Removes what copies left that were broken off: those of processes that are gone, whose names begin alike.
 * @param to the file that is going to be made
 * @param stem how the names of copies made before begin
 */
export function removeUnfinished(to: string, stem: string): void {
  const folder = dirname(to);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(stem) && !name.startsWith(basename(to))) continue;
    const [, pid] = /\.unfinished-(\d+)(?:-journal|-wal|-shm)?$/.exec(name) ?? [];
    if (pid !== undefined && !isOfAnother(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether another process of that number is at work. One of ours has not begun yet. */
function isOfAnother(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
