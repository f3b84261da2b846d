import { copyFileSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { backUpDatabase } from "../../app/db/look-after-file.ts";
import { migrationsFolder, openDatabase } from "../../app/db/open.ts";
import { restoreDatabase } from "../../app/db/restore-database.ts";
import { holdWorkerLock } from "../../app/jobs/worker-lock.ts";

const options = { now: 0, folder: migrationsFolder() };
const [release = ""] = globSync("test/db/releases/*.sqlite.gz").sort().slice(-1);

/** A database, and a backup of it that was made when it held one text more in `feedback`. */
async function aDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-restore-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "shelfwright.sqlite");
  writeFileSync(file, gunzipSync(readFileSync(release)));
  const backup = join(folder, "backup.sqlite");
  await backUpDatabase(file, backup);
  return { folder, file, backup };
}

function countProducts(file: string): number {
  const raw = new Database(file, { readonly: true });
  try {
    return Number(raw.prepare("SELECT count(*) FROM products").pluck().get());
  } finally {
    raw.close();
  }
}

/** What a process that was killed leaves: commits in a log beside the file, and nobody who has it open. */
function killedWhileWriting(file: string, sql: string): void {
  const raw = new Database(file);
  raw.pragma("journal_mode = WAL");
  raw.pragma("wal_autocheckpoint = 0");
  raw.exec(sql);
  for (const suffix of ["", "-wal", "-shm"]) copyFileSync(`${file}${suffix}`, `${file}.dead${suffix}`);
  raw.close();
  for (const suffix of ["", "-wal", "-shm"]) {
    copyFileSync(`${file}.dead${suffix}`, `${file}${suffix}`);
    rmSync(`${file}.dead${suffix}`);
  }
}

/** Each file of the folder with its bytes. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "base64")]));
}

it("a restored database is the backup alone: the log of a process that died is kept with the former file", async () => {
  const { file, backup, folder } = await aDatabase();
  const meant = countProducts(backup);
  killedWhileWriting(file, "PRAGMA foreign_keys = OFF; DELETE FROM products");
  writeFileSync(`${file}-journal`, "");
  const { former } = await restoreDatabase(file, backup, options);
  expect([meant > 0, countProducts(file), countProducts(former ?? "")]).toEqual([true, meant, 0]);
  expect(readdirSync(folder).filter((name) => /restoring|unfinished|probe/.test(name))).toEqual([]);
});

it.each([
  ["its first page", 0],
  ["a page in the middle", 40_960],
])("a database with damage in %s is replaced, and kept as it was", async (_where, at) => {
  const { file, backup } = await aDatabase();
  const bytes = readFileSync(file).fill(7, at, at + 8_192);
  writeFileSync(file, bytes);
  const { former } = await restoreDatabase(file, backup, options);
  expect(countProducts(file)).toBe(countProducts(backup));
  expect(readFileSync(former ?? "").equals(bytes)).toBe(true);
});

it("a log left without its database file does not get into the restored one", async () => {
  const { file, backup } = await aDatabase();
  killedWhileWriting(file, "PRAGMA foreign_keys = OFF; DELETE FROM products");
  rmSync(file);
  const { former } = await restoreDatabase(file, backup, options);
  expect(countProducts(file)).toBe(countProducts(backup));
  expect(readFileSync(`${former}-wal`).length).toBeGreaterThan(0);
});

it("a try that is refused changes nothing, also beside the log of a process that died", async () => {
  const { file, backup, folder } = await aDatabase();
  killedWhileWriting(file, "PRAGMA foreign_keys = OFF; DELETE FROM products");
  writeFileSync(backup, readFileSync(backup).fill(7, 40_960, 400_000));
  const before = filesOf(folder);
  await expect(restoreDatabase(file, backup, options)).rejects.toThrow(/damaged|malformed/);
  await expect(restoreDatabase(file, file, options)).rejects.toThrow(/the database itself/);
  expect(filesOf(folder)).toEqual(before);
});

it("a database in use is refused as such, by a page that is open on it or a worker, damaged or not", async () => {
  const { file, backup } = await aDatabase();
  const db = openDatabase({ file });
  onTestFinished(() => db.close());
  const refused = /is running on this database/;
  await expect(restoreDatabase(file, backup, options)).rejects.toThrow(refused);
  const lock = holdWorkerLock(db, "worker_1");
  onTestFinished(() => lock?.release());
  db.close();
  writeFileSync(file, "no database");
  await expect(restoreDatabase(file, backup, options)).rejects.toThrow(refused);
  lock?.release();
  await restoreDatabase(file, backup, options);
  expect(countProducts(file)).toBe(countProducts(backup));
});

it.each([0, 100])(
  "a start on a database that is damaged at byte %i throws an error with what a person has to do",
  async (at) => {
    const { file } = await aDatabase();
    const bytes = readFileSync(file).fill(7, at, 8_192);
    writeFileSync(file, bytes);
    expect(() => openDatabase({ file })).toThrow(
      expect.objectContaining({
        exitCode: 78,
        message: expect.stringMatching(/is damaged.*npm run db -- restore FILE/),
      }),
    );
    expect(readFileSync(file).equals(bytes)).toBe(true);
  },
);
