import { fork } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../app/config.ts";
import { createContext } from "../../app/context.server.ts";
import { backUpDatabase, checkDatabase } from "../../app/db/look-after-file.ts";
import { DatabaseRefused } from "../../app/db/migrate.ts";
import { migrationsFolder, openDatabase } from "../../app/db/open.ts";
import { restoreDatabase } from "../../app/db/restore-database.ts";
import { keepingLogger } from "../jobs/support.ts";

const releases = globSync("test/db/releases/*.sqlite.gz").sort();

/** A database as that release left it: a catalogue, texts in all states, publications, finished and waiting jobs. */
function unpack(release: string): string {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-upgrade-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "shelfwright.sqlite");
  writeFileSync(file, gunzipSync(readFileSync(release)));
  return file;
}

const options = { now: 0, folder: migrationsFolder() };

const [newest = ""] = releases.slice(-1);

/** Rows by table, without what migrations and SQLite keep for themselves. */
function countRows(file: string): Map<string, number> {
  const raw = new Database(file, { readonly: true });
  const tables = raw
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  const counts = tables.map(
    (name) => [name, Number(raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())] as const,
  );
  raw.close();
  return new Map(counts);
}

/** Tables that got another name since. */
const renamed = new Map([
  ["parks", "pauses"],
  ["text_marks", "fingerprints"],
]);

describe.each(releases)("the database of a release (%s)", (release) => {
  it("the database of a release is brought to this version with all its rows, after a copy of it was made", () => {
    const file = unpack(release);
    const before = countRows(file);
    openDatabase({ file }).close();
    const after = countRows(file);
    for (const [table, rows] of before) expect([table, after.get(renamed.get(table) ?? table)]).toEqual([table, rows]);
    expect(checkDatabase(file, migrationsFolder())).toMatchObject({ findings: [], pending: 0 });
    const copies = readdirSync(join(file, "..")).filter((name) => name.includes(".before-"));
    expect(copies).toHaveLength(1);
    expect(countRows(join(file, "..", copies[0] ?? ""))).toEqual(before);
  });

  it("an upgrade of a release's database is logged, with the path of its copy", async () => {
    const file = unpack(release);
    const logger = keepingLogger();
    const config = readConfig({
      SHOPIFY_API_KEY: "key",
      SHOPIFY_API_SECRET: "a-secret-that-is-long",
      SHOPIFY_APP_URL: "https://app.example.com/",
      ENCRYPTION_KEYS: Buffer.alloc(32).toString("base64"),
      DATABASE_FILE: file,
    });
    for (let start = 0; start < 2; start++) await createContext({ config, role: "worker", logger }).close();
    const [line, ...more] = logger.lines.filter(({ message }) => message.includes("brought to this version"));
    expect(line).toMatchObject({ level: "info", fields: { count: expect.any(Number) } });
    expect(line?.fields.path).toMatch(/shelfwright\.sqlite\.before-\d+$/);
    expect(readdirSync(join(file, ".."))).toContain(basename(line?.fields.path ?? ""));
    expect(more).toEqual([]);
  });

  it("the database of a release is brought to this version by one of two processes that start together", async () => {
    const file = unpack(release);
    const opener = new URL("./open-database-process.ts", import.meta.url);
    const children = [1, 2, 3].map(() => fork(opener, [file], { stdio: ["ignore", "pipe", "pipe", "ipc"] }));
    const ended = children.map(async (child) => (await once(child, "exit"))[0]);
    await Promise.all(children.map((child) => once(child, "message")));
    for (const child of children) child.send("go");
    const codes = await Promise.all(ended);
    expect(codes).toEqual([0, 0, 0]);
    expect(checkDatabase(file, migrationsFolder())).toMatchObject({ findings: [], pending: 0 });
  });

  it("the database of a release can be put back: the copy made before is restored, and upgraded again", async () => {
    const file = unpack(release);
    const before = countRows(file);
    openDatabase({ file }).close();
    const copy = readdirSync(join(file, "..")).find((name) => name.includes(".before-")) ?? "";
    await restoreDatabase(file, join(file, "..", copy), options);
    expect(countRows(file)).toEqual(before);
    openDatabase({ file }).close();
    expect(checkDatabase(file, migrationsFolder()).findings).toEqual([]);
  });
});

describe("a migration", () => {
  it("a migration that fails leaves the database as it was", () => {
    const file = unpack(newest);
    const before = countRows(file);
    const folder = migrationsWith(file, ["CREATE TABLE half_done (id integer);", "INSERT INTO nowhere VALUES (1);"]);
    expect(() => openDatabase({ file, migrationsFolder: folder })).toThrow(/nowhere/);
    expect(countRows(file)).toEqual(before);
  });

  it("a migration that the disk has no room for leaves the database as it was, and says what to do", () => {
    const file = unpack(newest);
    const before = countRows(file);
    const folder = migrationsWith(file, [
      "PRAGMA max_page_count = 1;",
      "CREATE TABLE large AS SELECT zeroblob(9000000) AS room;",
    ]);
    expect(() => openDatabase({ file, migrationsFolder: folder })).toThrow(DatabaseRefused);
    expect(() => openDatabase({ file, migrationsFolder: folder })).toThrow(/disk is full.*Make room/);
    expect(countRows(file)).toEqual(before);
  });

  it("a migration that rebuilds a table keeps the rows that refer to it", () => {
    const file = unpack(newest);
    const before = countRows(file).get("job_items");
    const folder = migrationsWith(file, [
      "PRAGMA foreign_keys=OFF;",
      "CREATE TABLE new_jobs AS SELECT * FROM jobs;",
      "DROP TABLE jobs;",
      "ALTER TABLE new_jobs RENAME TO jobs;",
      "CREATE UNIQUE INDEX jobs_pk ON jobs (id);",
    ]);
    openDatabase({ file, migrationsFolder: folder }).close();
    expect(before).toBeGreaterThan(0);
    expect(countRows(file).get("job_items")).toBe(before);
  });

  it("a migration is made in the order of its number: none is older than the one before it", () => {
    for (const dialect of ["sqlite", "postgres"]) {
      const journal = JSON.parse(readFileSync(`drizzle/${dialect}/meta/_journal.json`, "utf8")) as {
        entries: { when: number }[];
      };
      const times = journal.entries.map(({ when }) => when);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it("a migration keeps the copies of the last three upgrades", () => {
    const file = unpack(newest);
    for (const n of [97, 98, 99]) writeFileSync(`${file}.before-${n}`, "");
    openDatabase({ file }).close();
    const copies = readdirSync(join(file, "..")).filter((name) => name.includes(".before-"));
    expect(copies).toHaveLength(3);
    expect(copies).not.toContain(`${basename(file)}.before-1`);
  });
});

describe("a database from the future", () => {
  it("a database from the future is refused with words, and left alone", () => {
    const file = unpack(newest);
    const raw = new Database(file);
    raw.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', ?)").run(4_000_000_000_000);
    raw.close();
    const before = countRows(file);
    expect(() => openDatabase({ file })).toThrow(DatabaseRefused);
    expect(() => openDatabase({ file })).toThrow(/made by a newer version.*npm run db -- restore/s);
    expect(countRows(file)).toEqual(before);
    expect(checkDatabase(file, migrationsFolder()).findings).toHaveLength(1);
  });
});

describe("looking after the file", () => {
  it("npm run db copies the file while it is written to, as it was at one moment", async () => {
    const file = unpack(newest);
    const db = openDatabase({ file });
    onTestFinished(() => db.close());
    const to = join(file, "..", "copy.sqlite");
    const copying = backUpDatabase(file, to);
    db.raw.exec("DELETE FROM feedback WHERE shop IS NOT NULL");
    await copying;
    expect(checkDatabase(to, migrationsFolder())).toMatchObject({ findings: [] });
    await expect(backUpDatabase(file, to)).rejects.toThrow(/exists already/);
  });

  it("npm run db refuses to restore under a running app, and a damaged backup at all", async () => {
    const file = unpack(newest);
    const backup = unpack(newest);
    const db = openDatabase({ file });
    await expect(restoreDatabase(file, backup, options)).rejects.toThrow(/is running/);
    db.close();
    const bytes = readFileSync(backup);
    bytes.fill(7, 200_000, 400_000);
    writeFileSync(backup, bytes);
    const before = countRows(file);
    await expect(restoreDatabase(file, backup, options)).rejects.toThrow(/damaged|malformed/);
    expect(countRows(file)).toEqual(before);
    await expect(restoreDatabase(file, `${backup}.none`, options)).rejects.toThrow(/There is no file/);
  });

  it("npm run db takes no other program's file, no empty one and none of a newer version", async () => {
    const file = unpack(newest);
    const before = countRows(file);
    const other = join(file, "..", "other.sqlite");
    const raw = new Database(other);
    raw.exec("CREATE TABLE products (id integer)");
    raw.close();
    const empty = join(file, "..", "empty.sqlite");
    writeFileSync(empty, "");
    const newer = unpack(newest);
    const ofNewer = new Database(newer);
    ofNewer.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', ?)").run(4_000_000_000_000);
    ofNewer.close();
    const words = join(file, "..", "words.txt");
    writeFileSync(words, "not a database at all ".repeat(100));
    for (const [from, expected] of [
      [other, /no database of Shelfwright/],
      [empty, /no database of Shelfwright/],
      [newer, /newer version/],
      [words, /damaged|cannot be opened/],
      [join(file, ".."), /cannot be opened/],
    ] as const) {
      await expect(restoreDatabase(file, from, options)).rejects.toThrow(expected);
      expect(countRows(file)).toEqual(before);
    }
    expect(() => checkDatabase(other, migrationsFolder())).toThrow(/no database of Shelfwright/);
    expect(() => checkDatabase(words, migrationsFolder())).toThrow(/words\.txt/);
  });

  it("npm run db finds damage and missing rows", () => {
    const file = unpack(newest);
    openDatabase({ file }).close();
    const raw = new Database(file);
    raw.pragma("foreign_keys = OFF");
    raw.exec("DELETE FROM jobs");
    raw.close();
    expect(checkDatabase(file, migrationsFolder()).findings).toEqual([
      expect.stringMatching(/row\(s\) refer to rows that are not there/),
    ]);
  });
});

/** The committed migrations and one more, in a folder of their own. */
function migrationsWith(file: string, statements: string[]): string {
  const folder = join(file, "..", "migrations");
  mkdirSync(join(folder, "meta"), { recursive: true });
  const from = migrationsFolder();
  const journal = JSON.parse(readFileSync(join(from, "meta/_journal.json"), "utf8")) as { entries: object[] };
  const next = {
    idx: journal.entries.length,
    version: "6",
    when: 3_000_000_000_000,
    tag: "9999_next",
    breakpoints: true,
  };
  for (const name of globSync("*.sql", { cwd: from }))
    writeFileSync(join(folder, name), readFileSync(join(from, name), "utf8"));
  writeFileSync(join(folder, "9999_next.sql"), statements.join("\n--> statement-breakpoint\n"));
  writeFileSync(
    join(folder, "meta/_journal.json"),
    JSON.stringify({ ...journal, entries: [...journal.entries, next] }),
  );
  return folder;
}
