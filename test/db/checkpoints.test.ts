import { statSync } from "node:fs";
import { expect, it } from "vitest";
import { openDatabase } from "../../app/db/open.ts";
import { workers } from "../../app/db/schema/index.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

/** Writes about a megabyte into a row of its own. */
function writeMegabyte(raw: ReturnType<typeof openDatabase>["raw"], n: number): void {
  raw.prepare("INSERT INTO workers (id, started_at, seen_at) VALUES (?, ?, 0)").run(`${n}${"x".repeat(1_000_000)}`, n);
}

it("a thread copies the log of a long writer, which starts over instead of growing with all that is written", async () => {
  const { file } = testDatabaseFile();
  const db = openDatabase({ file, checkpoints: "thread" });
  let largest = 0;
  for (let n = 0; n < 160; n++) {
    writeMegabyte(db.raw, n);
    await db.keepUp();
    largest = Math.max(largest, statSync(`${file}-wal`).size);
  }
  expect(largest).toBeLessThan(100_000_000);
  expect(await db.orm.$count(workers)).toBe(160);
  db.close();
  const again = openDatabase({ file });
  expect(again.raw.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(await again.orm.$count(workers)).toBe(160);
  again.close();
});
