import { expect, it } from "vitest";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { pauseShop, resumeShop } from "../../app/jobs/pause.ts";
import type { ItemOutcome } from "../../app/jobs/task.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aTask, aWorker, job, keepingLogger, names, shopA, testClock } from "./support.ts";

function world(run: () => Promise<ItemOutcome>) {
  const db = openTestDatabase();
  const clock = testClock();
  const logger = keepingLogger();
  const worker = aWorker({ db, clock, logger, tasks: [aTask(run, { needs: ["shopify"] })] });
  const linesOf = (message: string) =>
    logger.lines.filter((line) => line.message === message).map(({ level, fields }) => ({ level, ...fields }));
  return { deps: { db, clock, logger }, clock, worker, linesOf };
}

it("a provider that stops answering and answers again is logged once each, with the shop", async () => {
  let away = true;
  const { deps, clock, worker, linesOf } = world(async () => {
    if (!away) return { outcome: "done" };
    throw new OperationalError("no answer", {
      code: "shopify_unavailable",
      retryable: true,
      outageOf: "shopify",
      merchantMessage: "No answer.",
    });
  });
  await enqueueJob(deps, job({ items: names(20) }));
  for (let n = 0; n < 60; n++) {
    if (n === 30) away = false;
    await worker.tick();
    clock.advance(10_000);
  }
  const about = { shop: shopA, provider: "shopify" };
  expect(linesOf("a provider does not answer; a shop's work waits for it")).toEqual([{ level: "warn", ...about }]);
  expect(linesOf("a provider answers again; a shop's work goes on")).toEqual([{ level: "info", ...about }]);
});

it("work that waits for a person, and that is resumed, is logged with its reason and amount", async () => {
  const { deps, worker, linesOf } = world(async () => ({
    outcome: "paused",
    reason: "billing",
    message: "Add credit.",
  }));
  await enqueueJob(deps, job({ items: names(3) }));
  const pause = { shop: shopA, reason: "billing" as const };
  await pauseShop(deps, { ...pause, message: "Add credit." });
  await pauseShop(deps, { ...pause, message: "Add credit." });
  await worker.tick();
  expect(linesOf("a shop's work waits for a person").filter(({ jobId }) => jobId === undefined)).toEqual([
    { level: "warn", ...pause },
  ]);
  await resumeShop(deps, pause);
  await resumeShop(deps, pause);
  expect(linesOf("a shop's work goes on")).toEqual([{ level: "info", ...pause, count: 3 }]);
});
