import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDatabase, type SqliteDb } from "../../app/db/open.ts";
import { recordStatement } from "./portability/record-statements.ts";

/** A migrated database of its own for one test, in memory, closed when the test ends. */
export function openTestDatabase(): SqliteDb {
  const db = openDatabase({ file: ":memory:", tenantGuard: true, onStatement: recordStatement });
  onTestFinished(() => db.close());
  return db;
}

/** A migrated database file, for tests with several connections or processes. Call `open()` once per connection. */
export function testDatabaseFile(): { file: string; open(): SqliteDb } {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-"));
  const opened: SqliteDb[] = [];
  onTestFinished(() => {
    for (const db of opened) db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, "test.sqlite");
  return {
    file,
    open() {
      const db = openDatabase({ file, tenantGuard: true, onStatement: recordStatement });
      opened.push(db);
      return db;
    },
  };
}
