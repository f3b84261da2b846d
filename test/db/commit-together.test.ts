import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CommitTogether, createCommitTogether } from "../../app/db/commit-together.ts";

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
  it("commits what is ready at once in one transaction and answers each", async () => {
    expect(await Promise.all([together(note("a")), together(note("b")), together(note("c"))])).toEqual([1, 2, 3]);
    expect(notes()).toEqual(["a", "b", "c"]);
    expect(commits).toBe(1);
  });

  it("keeps no promise before the commit", async () => {
    let settled = false;
    const kept = together(note("a")).then(() => {
      settled = true;
    });
    expect(settled).toBe(false);
    expect(notes()).toEqual([]);
    await kept;
    expect(raw.inTransaction).toBe(false);
  });

  it("rolls a piece that throws back alone", async () => {
    const failing = together(() => {
      note("half")();
      throw new Error("no");
    });
    const results = await Promise.allSettled([together(note("a")), failing, together(note("b"))]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(notes()).toEqual(["a", "b"]);
  });

  it("fails every piece when the transaction cannot begin", async () => {
    raw.exec("BEGIN");
    raw.close();
    const results = await Promise.allSettled([together(note("a")), together(note("b"))]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    raw = new Database(":memory:");
  });

  it("holds the lock for a short time: much work is spread over several commits", async () => {
    const slow = (text: string) => () => {
      const until = performance.now() + 4;
      while (performance.now() < until);
      return note(text)();
    };
    await Promise.all(["a", "b", "c", "d", "e", "f", "g", "h"].map((text) => together(slow(text))));
    expect(notes()).toHaveLength(8);
    expect(commits).toBeGreaterThan(1);
  });
});
