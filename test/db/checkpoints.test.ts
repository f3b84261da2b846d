import { closeSync, openSync, readSync, statSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { openDatabase } from "../../app/db/open.ts";
import { workers } from "../../app/db/schema/index.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

/** Writes about a megabyte into a row of its own. */
function writeMegabyte(raw: ReturnType<typeof openDatabase>["raw"], n: number): void {
  raw
    .prepare("INSERT OR REPLACE INTO workers (id, started_at, seen_at) VALUES (?, ?, 0)")
    .run(`${n}${"x".repeat(1_000_000)}`, n);
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

/** How often the log has started over. @see https://www.sqlite.org/fileformat2.html#walformat */
function timesStartedOver(file: string): number {
  const log = openSync(`${file}-wal`, "r");
  const header = Buffer.alloc(32);
  readSync(log, header);
  closeSync(log);
  return header.readUInt32BE(12);
}

it("the log starts over as well when those who write all the time never wait for the thread", async () => {
  const { file } = testDatabaseFile();
  const db = openDatabase({ file, checkpoints: "thread" });
  writeMegabyte(db.raw, 0);
  const before = timesStartedOver(file);
  for (let n = 1; n < 500 && timesStartedOver(file) === before; n++) {
    writeMegabyte(db.raw, n % 20);
    await turn();
  }
  expect(timesStartedOver(file)).toBeGreaterThan(before);
  db.close();
});
