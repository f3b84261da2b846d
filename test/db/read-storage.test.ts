import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { readStorage } from "../../app/db/read-storage.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";

describe("readStorage", () => {
  it("readStorage returns the size of the file, of its log and what is left on the disk", async () => {
    const { file, open } = testDatabaseFile();
    const db = open();
    db.raw.exec("CREATE TABLE filler (body BLOB); INSERT INTO filler VALUES (zeroblob(200000))");
    const { fileBytes, logBytes, diskFreeBytes } = await readStorage(db, { minFreeBytes: 0 });
    expect([fileBytes, logBytes]).toEqual([statSync(file).size, statSync(`${file}-wal`).size]);
    expect(logBytes).toBeGreaterThan(200_000);
    const { bavail, bsize } = statfsSync(dirname(file));
    expect(Math.abs((diskFreeBytes ?? 0) - bavail * bsize)).toBeLessThan(1_000_000_000);
  });

  it("readStorage calls a disk low while there is still room, as soon as less is left than is wanted", async () => {
    const db = testDatabaseFile().open();
    expect((await readStorage(db, { minFreeBytes: 1 })).low).toBe(false);
    expect((await readStorage(db, { minFreeBytes: Number.MAX_SAFE_INTEGER })).low).toBe(true);
  });

  it("readStorage counts pages that deleted rows left behind as room in the file", async () => {
    const db = testDatabaseFile().open();
    db.raw.exec("CREATE TABLE filler (body BLOB); INSERT INTO filler VALUES (zeroblob(200000))");
    const before = (await readStorage(db, { minFreeBytes: 0 })).reusableBytes;
    db.raw.exec("DELETE FROM filler");
    expect((await readStorage(db, { minFreeBytes: 0 })).reusableBytes - before).toBeGreaterThan(190_000);
  });

  it("readStorage returns null for the disk of a database in memory", async () => {
    const storage = await readStorage(openTestDatabase(), { minFreeBytes: Number.MAX_SAFE_INTEGER });
    expect(storage).toMatchObject({ diskFreeBytes: null, low: false, logBytes: 0 });
  });
});
