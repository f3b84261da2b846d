import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../app/db/open.ts";

it("a database is closed in good order while another process writes to it", () => {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-close-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const db = openDatabase({ file: join(folder, "a.sqlite"), busyTimeoutMs: 0 });
  db.raw.exec("CREATE TABLE numbers (n integer); CREATE INDEX numbers_n ON numbers (n)");
  db.raw.exec(
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 5000) INSERT INTO numbers SELECT n FROM c",
  );
  db.raw.prepare("SELECT count(*) FROM numbers WHERE n = 3").get();
  const other = new Database(join(folder, "a.sqlite"));
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  db.close();
  expect(db.raw.open).toBe(false);
});
