import { describe, expect, it } from "vitest";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { listJobItems, readJob } from "../../app/jobs/read-jobs.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aTask, aWorker, job, shopA, testClock } from "./support.ts";

describe("a worker", () => {
  it("does every item and finishes the job", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const seen: string[] = [];
    const task = aTask(async (context, _payload, item) => {
      seen.push(`${context.seq}:${String(item)}`);
      return { outcome: "done", result: { n: context.seq } };
    });
    const jobId = await enqueueJob({ db, clock }, job({ items: ["a", "b", "c"] }));
    const worker = aWorker({ db, clock, tasks: [task] });

    expect(await worker.tick()).toBe(3);

    expect(seen).toEqual(["0:a", "1:b", "2:c"]);
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "completed", done: 3, total: 3 });
    const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
    expect(rows.map((row) => [row.status, row.attempts, row.result])).toEqual([
      ["done", 1, { n: 0 }],
      ["done", 1, { n: 1 }],
      ["done", 1, { n: 2 }],
    ]);
    expect(await worker.tick()).toBe(0);
  });
});
