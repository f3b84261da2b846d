import { beforeEach, expect, it } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { type ClaimedItem, claimItems } from "../../app/jobs/claim-items.ts";
import { completeItems } from "../../app/jobs/complete-items.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { goOnWithJob, holdJob } from "../../app/jobs/hold-job.ts";
import { pauseShop, resumeShop } from "../../app/jobs/pause.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import { recoverItems } from "../../app/jobs/recover-items.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import type { JobId } from "../../app/lib/brand.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aClaim, job, names, shopA, shopB, subjects, type TestClock, testClock } from "./support.ts";

let deps: { db: SqliteDb; clock: TestClock };
let jobId: JobId;
const claim = (limit = 10): Promise<ClaimedItem[]> => claimItems(deps, aClaim({ limit }));
const hold = () => holdJob(deps, { shop: shopA, jobId });
const goOn = () => goOnWithJob(deps, { shop: shopA, jobId });
const end = (items: readonly ClaimedItem[], ending: Parameters<typeof completeItems>[1][number]["ending"]) =>
  completeItems(
    deps,
    items.map((lease) => ({ lease, ending })),
  );

beforeEach(async () => {
  deps = { db: openTestDatabase(), clock: testClock() };
  jobId = await enqueueJob(deps, job({ items: names(6) }));
});

it("of a held job nothing is claimed, of another one beside it is; it goes on with what is left", async () => {
  const first = await claim(2);
  expect(await hold()).toBe(true);
  expect(await hold()).toBe(false);
  const other = await enqueueJob(deps, job({ items: ["x"] }));
  expect((await claim()).map((item) => item.jobId)).toEqual([other]);
  // What was under way ends as it would.
  expect(await end(first, { status: "done" })).toEqual([true, true]);
  expect(await claim()).toEqual([]);
  expect(await goOn()).toBe(true);
  expect(await goOn()).toBe(false);
  expect(subjects(await claim())).toEqual(["p2", "p3", "p4", "p5"]);
});

it("nothing opens a held job but the person: no retry, no item that goes back, no other pause that ends", async () => {
  const [again, fails, waits, ...rest] = await claim(4);
  if (!again || !fails || !waits) throw new Error("four were claimed");
  await hold();
  const now = deps.clock.now();
  await end([again], { status: "queued", runAt: now, refund: false, code: null, message: null });
  await end([fails], { status: "failed", code: "x", message: "x" });
  await retryFailedItems(deps, { shop: shopA, jobId });
  await pauseShop(deps, { shop: shopA, reason: "billing", message: "m" });
  await end([waits], { status: "paused", reason: "billing", message: "m" });
  await resumeShop(deps, { shop: shopA, reason: "billing" });
  await end(rest, { status: "done" });
  deps.clock.advance(3_600_000);
  expect(await claim()).toEqual([]);
  await goOn();
  expect(subjects(await claim()).sort()).toEqual(["p0", "p1", "p2", "p4", "p5"]);
});

it("a job that waits for another reason as well waits for that one when it goes on", async () => {
  const [waits] = await claim(1);
  if (!waits) throw new Error("one was claimed");
  await hold();
  await end([waits], { status: "paused", reason: "billing", message: "m" });
  await goOn();
  expect(await claim()).toEqual([]);
  await resumeShop(deps, { shop: shopA, reason: "billing" });
  expect(await claim()).toHaveLength(6);
});

it("stays held, and loses nothing, when the worker that had its items dies", async () => {
  await claim(2);
  await hold();
  deps.clock.advance(60_000);
  expect(await recoverItems(deps, () => 5)).toMatchObject({ requeued: 2 });
  deps.clock.advance(60_000);
  expect(await claim()).toEqual([]);
  await goOn();
  expect(subjects(await claim()).sort()).toEqual(names(6));
});

it("can be stopped while it is held; one that ended, or another shop's, is not held", async () => {
  await hold();
  expect(await cancelJob(deps, { shop: shopA, jobId })).toBe(true);
  expect(await readJob(deps, { shop: shopA, jobId })).toMatchObject({
    status: "cancelled",
    cancelled: 6,
    heldAt: null,
  });
  expect(await goOn()).toBe(false);
  expect(await hold()).toBe(false);
  jobId = await enqueueJob(deps, job({ items: ["p"] }));
  expect(await holdJob(deps, { shop: shopB, jobId })).toBe(false);
});
