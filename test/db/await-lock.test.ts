import { expect, it } from "vitest";
import { whenUnlocked } from "../../app/db/await-lock.ts";
import { workers } from "../../app/db/schema/index.ts";
import { q } from "../../app/db/steps.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

function twoConnections() {
  const { open } = testDatabaseFile();
  const [own, other] = [open(), open()];
  const row = (id: string) => own.orm.insert(workers).values({ id, startedAt: 0, seenAt: 0 });
  return { own, other, row };
}

it("a transaction that waits for another process's lock does not block the event loop", async () => {
  const { own, other, row } = twoConnections();
  other.raw.exec("BEGIN IMMEDIATE");
  let longestMs = Number.POSITIVE_INFINITY;
  let done = false;
  const written = own
    .transact("all shops", function* () {
      yield* q(row("a"));
    })
    .then(() => {
      done = true;
    });
  // A busy machine may hold a turn of a round once; a call that blocks would hold one in each.
  for (let round = 0; round < 5 && longestMs > 900; round++) {
    longestMs = 0;
    for (let turn = 0, from = performance.now(); turn < 20; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      longestMs = Math.max(longestMs, performance.now() - from);
      from = performance.now();
    }
  }
  expect(done).toBe(false);
  // The connection's own patience is a second, and SQLite would spend it inside of the call.
  expect(longestMs).toBeLessThan(900);
  other.raw.exec("COMMIT");
  await written;
  expect(await other.orm.$count(workers)).toBe(1);
});

it("work that never got the lock has not run, and fails with an error that the database is locked", async () => {
  const { own, other } = twoConnections();
  other.raw.exec("BEGIN IMMEDIATE");
  let ran = 0;
  await expect(whenUnlocked(own.raw, () => ran++, 0)).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  expect(ran).toBe(0);
  expect(own.raw.pragma("busy_timeout", { simple: true })).toBe(1_000);
  other.raw.exec("COMMIT");
});

it("work that fails is not tried again", async () => {
  const { own } = twoConnections();
  let runs = 0;
  const failing = whenUnlocked(own.raw, () => {
    runs++;
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(runs).toBe(1);
});
