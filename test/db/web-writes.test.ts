import { expect, it } from "vitest";
import { applyGrant } from "../../app/credits/apply-grant.ts";
import { reserveRetry } from "../../app/credits/reserve-run.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { wakeItems } from "../../app/jobs/wake-items.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { shop, testClock } from "../support/content/shop.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

const jobId = jobIdSchema.parse("00000000-0000-4000-8000-000000000001");

/** What a request of a page or an action writes. */
const writes: [string, (db: SqliteDb) => Promise<unknown>][] = [
  ["a shop's grant", (db) => applyGrant({ db, clock: testClock() }, { shop, grant: 10 })],
  ["the credits of a retry", (db) => reserveRetry({ db }, { shop, jobId, items: 1 })],
  ["a carrier's waking", (db) => wakeItems({ db, clock: testClock() }, { shop, jobId, seqs: [0] })],
  ["a job's cancelling", (db) => cancelJob({ db, clock: testClock() }, { shop, jobId })],
];

it.each(writes)("%s waits for another process's lock beside the event loop", async (_, write) => {
  const { open } = testDatabaseFile();
  const [web, worker] = [open(), open()];
  web.raw.pragma("busy_timeout = 50");
  worker.raw.exec("BEGIN IMMEDIATE");
  // Who waited inside of the call would have given up before the lock is let go.
  const asked = write(web);
  worker.raw.exec("COMMIT");
  await asked;
  expect(web.raw.inTransaction).toBe(false);
});
