import { describe, expect, it } from "vitest";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { readFailedWork } from "../../app/jobs/read-failed-work.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aTask, aWorker, job, shopA, shopB, testClock } from "./support.ts";

describe("the operator's view of failed work", () => {
  it("the operator's view of failed work counts what gave up by kind over all shops, and no longer when it is tried again", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    let broken = true;
    const run = async (_context: unknown, _payload: unknown, item: unknown) =>
      broken && String(item).startsWith("bad")
        ? ({ outcome: "failed", code: "broken", message: "m" } as const)
        : ({ outcome: "done" } as const);
    const worker = aWorker({ db, clock, tasks: [aTask(run), aTask(run, { kind: "other" })] });
    const first = await enqueueJob({ db, clock }, job({ items: ["bad 1", "bad 2", "fine"] }));
    await worker.tick();
    clock.advance(60_000);
    await enqueueJob({ db, clock }, job({ shop: shopB, items: ["bad 3"] }));
    await enqueueJob({ db, clock }, job({ kind: "other", items: ["bad 4"] }));
    await worker.tick();
    const read = () => db.do(readFailedWork({ kinds: ["test"], now: clock.now() }));
    expect(await read()).toEqual([{ kind: "test", jobs: 2, items: 3, oldestAgeMs: 60_000 }]);
    broken = false;
    await retryFailedItems({ db, clock }, { shop: shopA, jobId: first });
    await worker.tick();
    expect(await read()).toEqual([{ kind: "test", jobs: 1, items: 1, oldestAgeMs: 0 }]);
  });
});
