import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { backUpDatabase, checkDatabase } from "../../app/db/look-after-file.ts";
import { migrationsFolder, openDatabase } from "../../app/db/open.ts";
import { startWriting } from "./writing-thread.ts";

/** A database of 4 MB: a copy in steps of some pages would have many. */
function aDatabase(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-copy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "shelf.sqlite");
  openDatabase({ file }).close();
  const raw = new Database(file);
  raw.exec("CREATE TABLE ballast (bytes BLOB); INSERT INTO ballast VALUES (zeroblob(4000000))");
  raw.close();
  return { folder, file };
}

it("a backup ends while another connection commits without a pause, and is sound", async () => {
  const { folder, file } = aDatabase();
  const writer = await startWriting(file, 200_000);
  const before = writer.commits();
  const to = join(folder, "copies", "one.sqlite");
  await backUpDatabase(file, to);
  expect([writer.goesOn(), writer.commits() > before]).toEqual([true, true]);
  expect(checkDatabase(to, migrationsFolder()).findings).toEqual([]);
  const copy = new Database(to, { readonly: true });
  onTestFinished(() => void copy.close());
  expect(Number(copy.prepare("SELECT count(*) FROM noise").pluck().get())).toBeGreaterThanOrEqual(before);
  expect(copy.pragma("journal_mode", { simple: true })).toBe("delete");
});

it("a backup is not begun anew by commits between its steps", async () => {
  const { folder, file } = aDatabase();
  const writer = new Database(file);
  onTestFinished(() => void writer.close());
  writer.exec("CREATE TABLE noise (n INTEGER PRIMARY KEY)");
  let commits = 0;
  let copied = false;
  const most = 300;
  const commit = () => {
    if (copied || commits === most) return;
    writer.exec("INSERT INTO noise DEFAULT VALUES");
    commits += 1;
    setImmediate(commit);
  };
  commit();
  await backUpDatabase(file, join(folder, "copy.sqlite"));
  copied = true;
  expect(commits).toBeLessThan(most);
});

it("a backup removes what a broken off one left, and nothing that another process makes or that is not ours", async () => {
  const { folder, file } = aDatabase();
  const gone = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
  const left = [`shelf-old.sqlite.unfinished-${gone}`, `shelf-old.sqlite.unfinished-${gone}-journal`];
  const kept = [`shelf-old.sqlite.unfinished-${process.ppid}`, `other.unfinished-${gone}`, "shelf-older.sqlite"];
  for (const name of [...left, ...kept]) writeFileSync(join(folder, name), "");
  await backUpDatabase(file, join(folder, "shelf-new.sqlite"));
  expect(left.filter((name) => existsSync(join(folder, name)))).toEqual([]);
  expect(kept.filter((name) => existsSync(join(folder, name)))).toEqual(kept);
});

it("a backup that fails leaves nothing behind", async () => {
  const { folder, file } = aDatabase();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(7, 60_000, 1_000_000));
  await expect(backUpDatabase(file, join(folder, "copy.sqlite"))).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual([]);
});
