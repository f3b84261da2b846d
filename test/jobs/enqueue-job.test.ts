import { expect, it } from "vitest";
import { claimItems } from "../../app/jobs/claim-items.ts";
import { enqueueJob, enqueueJobIn } from "../../app/jobs/enqueue-job.ts";
import { listJobs, readJob } from "../../app/jobs/read-jobs.ts";
import { tidyJobs } from "../../app/jobs/tidy-jobs.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aClaim, job, names, shopA, testClock } from "./support.ts";

it("nothing of a large job can be claimed or seen before all of it is stored", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const storing = enqueueJob({ db, clock }, job({ items: names(1_200) }));

  expect(db.raw.prepare("SELECT count(*) FROM job_items WHERE shop = ?").pluck().get(shopA)).toBe(500);
  expect(await claimItems({ db, clock }, aClaim())).toEqual([]);
  expect((await listJobs({ db }, { shop: shopA })).rows).toEqual([]);

  const jobId = await storing;
  expect(await claimItems({ db, clock }, aClaim())).toHaveLength(10);
  expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ total: 1_200, status: "processing" });
});

it("a large job that a crash left half stored is never claimed and is removed later", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const items = names(1_200).map((subject, n) => ({ subject, payload: n === 700 ? 1n : n }));
  await expect(enqueueJob({ db, clock }, { ...job({ items: [] }), items })).rejects.toThrow("BigInt");
  const count = () => db.raw.prepare("SELECT count(*) FROM job_items WHERE shop = ?").pluck().get(shopA);
  expect(count()).toBe(500);

  await tidyJobs({ db, clock });
  expect(count()).toBe(500);
  clock.advance(11 * 60_000);
  expect(await claimItems({ db, clock }, aClaim())).toEqual([]);
  await tidyJobs({ db, clock });

  expect(count()).toBe(0);
  expect(db.raw.prepare("SELECT count(*) FROM jobs WHERE shop = ?").pluck().get(shopA)).toBe(0);
});

it("a job enqueued in a transaction that is rolled back never was", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const failing = db.transact({ shop: shopA }, function* () {
    yield* enqueueJobIn(clock, job({ items: ["a"] }));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await claimItems({ db, clock }, aClaim())).toEqual([]);

  const jobId = await db.transact({ shop: shopA }, function* () {
    return yield* enqueueJobIn(clock, job({ items: ["a", "b"], createdBy: "me" }));
  });
  expect((await claimItems({ db, clock }, aClaim())).map((item) => [item.subject, item.payload])).toEqual([
    ["a", '"a"'],
    ["b", '"b"'],
  ]);
  expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ createdBy: "me", total: 2 });
});

it("more items than one transaction may hold are refused inside another transaction", async () => {
  const db = openTestDatabase();
  const enqueue = db.transact({ shop: shopA }, function* () {
    yield* enqueueJobIn(testClock(), job({ items: names(501) }));
  });
  await expect(enqueue).rejects.toThrow(RangeError);
});

it("a job without items is completed at once", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const first = await enqueueJob({ db, clock }, job({ items: [] }));
  const second = await db.transact({ shop: shopA }, () => enqueueJobIn(clock, job({ items: [] })));
  for (const jobId of [first, second])
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({
      status: "completed",
      total: 0,
      finishedAt: clock.now(),
    });
});
