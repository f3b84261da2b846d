import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type CommitTogether, createCommitTogether } from "../../app/db/commit-together.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

let raw: Database.Database;
let together: CommitTogether;
let commits: number;

beforeEach(() => {
  raw = new Database(":memory:", { verbose: (sql) => (commits += String(sql) === "COMMIT" ? 1 : 0) });
  raw.exec("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)");
  together = createCommitTogether(raw);
  commits = 0;
});
afterEach(() => raw.close());

function note(text: string) {
  return () => raw.prepare("INSERT INTO notes (text) VALUES (?)").run(text).lastInsertRowid;
}
function notes(): unknown[] {
  return raw.prepare("SELECT text FROM notes ORDER BY id").pluck().all();
}

describe("commitTogether", () => {
  it("commitTogether commits what is ready at once in one transaction and answers each", async () => {
    expect(await Promise.all([together(note("a")), together(note("b")), together(note("c"))])).toEqual([1, 2, 3]);
    expect(notes()).toEqual(["a", "b", "c"]);
    expect(commits).toBe(1);
  });

  it("commitTogether keeps no promise before the commit", async () => {
    let settled = false;
    const kept = together(note("a")).then(() => {
      settled = true;
    });
    expect(settled).toBe(false);
    expect(notes()).toEqual([]);
    await kept;
    expect(raw.inTransaction).toBe(false);
  });

  it("commitTogether rolls a piece that throws back alone", async () => {
    const failing = together(() => {
      note("half")();
      throw new Error("no");
    });
    const results = await Promise.allSettled([together(note("a")), failing, together(note("b"))]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(notes()).toEqual(["a", "b"]);
  });

  it("commitTogether fails every piece when the transaction cannot begin", async () => {
    raw.exec("BEGIN");
    raw.close();
    const results = await Promise.allSettled([together(note("a")), together(note("b"))]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    raw = new Database(":memory:");
  });

  it("commitTogether holds the lock for a short time: much work is spread over several commits", async () => {
    const slow = (text: string) => () => {
      const until = performance.now() + 4;
      while (performance.now() < until);
      return note(text)();
    };
    await Promise.all(["a", "b", "c", "d", "e", "f", "g", "h"].map((text) => together(slow(text))));
    expect(notes()).toHaveLength(8);
    expect(commits).toBeGreaterThan(1);
  });

  it("commitTogether counts commits and what they held", async () => {
    await Promise.all([together(note("a")), together(note("b")), together(note("c"))]);
    await together(note("d"));
    expect(together.counts).toEqual({ commits: 2, pieces: 4 });
  });
});

describe("commitTogether, while another connection holds the lock", () => {
  const open = (patienceMs: number) => {
    const { file } = testDatabaseFile();
    const other = new Database(file);
    const own = new Database(file);
    onTestFinished(() => {
      other.close();
      own.close();
    });
    other.pragma("journal_mode = WAL");
    other.exec("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)");
    other.exec("BEGIN IMMEDIATE");
    const write = createCommitTogether(own, { patienceMs });
    const put = (text: string) => write(() => own.prepare("INSERT INTO notes (text) VALUES (?)").run(text).changes);
    return { other, write, put };
  };

  it("commitTogether, while another connection holds the lock, leaves the event loop alone, gathers what comes, and commits it together afterwards", async () => {
    const { other, write, put } = open(60_000);
    const kept = [put("a")];
    // Each turn tries the lock at most once, and waits for it never.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
    kept.push(put("b"));
    expect(write.counts.commits).toBe(0);
    other.exec("COMMIT");
    expect(await Promise.all(kept)).toEqual([1, 1]);
    expect(write.counts).toEqual({ commits: 1, pieces: 2 });
  });

  it("commitTogether, while another connection holds the lock, rejects pieces that waited too long, and writes nothing of theirs", async () => {
    const { other, write, put } = open(0);
    await expect(put("a")).rejects.toMatchObject({ code: "SQLITE_BUSY" });
    other.exec("COMMIT");
    expect(await put("b")).toBe(1);
    expect(write.counts.pieces).toBe(1);
  });
});
