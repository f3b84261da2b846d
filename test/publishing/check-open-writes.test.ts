import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { jobItems, jobs } from "../../app/db/schema/index.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { createWorker } from "../../app/jobs/create-worker.ts";
import type { JobId } from "../../app/lib/brand.ts";
import { startWriteChecks } from "../../app/publishing/check-open-writes.ts";
import { checkWritesJob } from "../../app/publishing/jobs.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { createCheckTask } from "../../app/tasks/check-writes.ts";
import { createPublishTask } from "../../app/tasks/publish.ts";
import { shop, silent } from "../shopify/open-store.ts";
import { impatient, openWorld, ours, type World } from "./publishing-world.ts";

const minuteMs = 60_000;

/** A publish job whose only write was sent and never answered; the old text is still live. */
async function unanswered(): Promise<{ world: World; jobId: JobId; work(): Promise<void> }> {
  const world = await openWorld();
  await world.approve("title");
  world.store.state.faults.set({ rules: [{ match: { operation: "UpdateProductTexts" }, kind: "stall", times: 1 }] });
  const { admin } = impatient(world);
  const tasks = [createPublishTask({ ...world, admin }), createCheckTask(world)];
  const worker = createWorker({ ...world, logger: silent, tasks, slots: 4, leaseMs: 600_000, random: () => 0 });
  const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
  await worker.tick();
  expect(await world.writeBacks()).toMatchObject([{ state: "writing" }]);
  return { world, jobId, work: async () => void (await worker.tick()) };
}

async function checkJobs(world: World) {
  return world.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.kind, checkWritesJob.kind)));
}

describe("a write without an answer, of a job that was cancelled", () => {
  test("is closed as not received when the shop still shows the old text; nothing is written", async () => {
    const { world, jobId, work } = await unanswered();
    await cancelJob(world, { shop, jobId });
    world.clock.advance(6 * minuteMs);
    const sent = world.writes();
    expect(await startWriteChecks(world)).toBe(1);
    await work();
    expect(await world.writeBacks()).toMatchObject([
      { state: "failed", message: "Shopify did not receive this write." },
    ]);
    expect(world.writes()).toEqual(sent);
    expect((await world.versionsOf("title"))[0]?.state).toBe("approved");
  });

  test("is found to have been published when it arrived late, and can be undone", async () => {
    const { world, jobId, work } = await unanswered();
    const before = (await world.live()).texts.title;
    await cancelJob(world, { shop, jobId });
    world.edit({ title: String(ours.title) });
    world.clock.advance(6 * minuteMs);
    await startWriteChecks(world);
    await work();
    const [row] = await world.writeBacks();
    expect(row).toMatchObject({ state: "verified", fields: [{ before, answered: ours.title }] });
    expect((await world.versionsOf("title"))[0]?.state).toBe("published");
    await world.undo(row?.id ?? "");
    expect((await world.live()).texts.title).toBe(before);
  });

  test("is closed when the product is gone by then", async () => {
    const { world, jobId, work } = await unanswered();
    await cancelJob(world, { shop, jobId });
    world.store.state.deleteProduct(shop, world.productId);
    world.clock.advance(6 * minuteMs);
    await startWriteChecks(world);
    await work();
    expect(await world.writeBacks()).toMatchObject([
      { state: "failed", message: "The product is no longer in the shop." },
    ]);
  });

  test("is left alone while it may still be on its way", async () => {
    const { world, jobId } = await unanswered();
    await cancelJob(world, { shop, jobId });
    world.clock.advance(4 * minuteMs);
    expect(await startWriteChecks(world)).toBe(0);
  });

  test("is looked at by one job at a time, which waits as long as the shop cannot be asked", async () => {
    const { world, jobId, work } = await unanswered();
    await cancelJob(world, { shop, jobId });
    world.clock.advance(6 * minuteMs);
    expect(await startWriteChecks(world)).toBe(1);
    expect(await startWriteChecks(world)).toBe(0);
    world.store.state.faults.set({ rules: [{ match: { operation: "ReadProductTexts" }, kind: "http_503" }] });
    for (let round = 0; round < 8; round++) {
      await work();
      world.clock.advance(5 * minuteMs);
    }
    expect(await checkJobs(world)).toMatchObject([{ status: "processing" }]);
    expect(await startWriteChecks(world)).toBe(0);
    world.store.state.faults.clear();
    world.clock.advance(30 * minuteMs);
    await work();
    expect(await checkJobs(world)).toMatchObject([{ status: "completed" }]);
    expect(await world.writeBacks()).toMatchObject([{ state: "failed" }]);
  });
});

test("a write of a job that will come back to it is left to that job", async () => {
  const { world, jobId, work } = await unanswered();
  world.clock.advance(60 * minuteMs);
  expect(await startWriteChecks(world)).toBe(0);
  await work();
  const [item] = await world.db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  expect(item).toMatchObject({ status: "done", message: "Published: Title." });
});
