import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { conflicts, jobItems, jobs } from "../../app/db/schema/index.ts";
import { createWorker, type Worker } from "../../app/jobs/create-worker.ts";
import { type JobId, jobIdSchema } from "../../app/lib/brand.ts";
import { countUndecided } from "../../app/publishing/count-undecided.ts";
import { listWriteBacks } from "../../app/publishing/list-write-backs.ts";
import { resolveConflict } from "../../app/publishing/resolve-conflict.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { startUndo } from "../../app/publishing/start-undo.ts";
import { createPublishTask } from "../../app/tasks/publish.ts";
import { createUndoTask } from "../../app/tasks/undo.ts";
import { installShop, shop, silent } from "../shopify/open-store.ts";
import { inEnglish } from "../support/places.ts";
import { openWorld, ours, type World } from "./publishing-world.ts";

function workerOf(world: World): Worker {
  const tasks = [createPublishTask(world), createUndoTask(world)];
  return createWorker({ ...world, logger: silent, tasks, slots: 4, leaseMs: 600_000, random: () => 0 });
}

async function runAll(world: World, worker = workerOf(world)): Promise<void> {
  for (let round = 0; round < 50; round++) {
    world.clock.advance(60_000);
    if ((await worker.tick()) === 0) return;
  }
  throw new Error("the work does not end");
}

async function readItems(world: World, jobId: JobId) {
  return world.db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)))
    .orderBy(asc(jobItems.seq));
}

async function readJob(world: World, jobId: JobId) {
  const [job] = await world.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
  return job;
}

describe("a publish job", () => {
  test("publishes what is approved and reports it", async () => {
    const world = await openWorld();
    await world.approveAll();
    const { productId } = world;
    const jobId = await startPublishing(world, { shop, productIds: [productId, productId], createdBy: "user:1" });
    await runAll(world);
    expect(await readJob(world, jobId)).toMatchObject({
      status: "completed",
      total: 1,
      done: 1,
      title: "Publish approved texts of 1 product",
    });
    const [item] = await readItems(world, jobId);
    expect(item?.message).toBe("Published: Title, Description, Bullets, SEO title, SEO description.");
    expect((await world.live()).texts).toEqual(ours);
    expect(await listWriteBacks(world, { shop, productId })).toMatchObject([
      { jobId, itemSeq: 0, canUndo: true, createdBy: "user:1" },
    ]);
  });

  test("counts a conflict on its own and names what was published besides", async () => {
    const world = await openWorld();
    await world.approve("title");
    await world.approve("seo_title");
    world.edit({ title: "Theirs" });
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    await runAll(world);
    expect(await readJob(world, jobId)).toMatchObject({ conflict: 1, done: 0 });
    const [item] = await readItems(world, jobId);
    expect(item).toMatchObject({ status: "conflict" });
    expect(item?.message).toContain("1 published, 1 conflict. Published: SEO title.");
    expect(item?.message).toContain("Title. None of these was overwritten");
  });

  test("asks for a decision until it was made", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.edit({ title: "Theirs" });
    const { productId } = world;
    const jobId = await startPublishing(world, { shop, productIds: [productId], createdBy: "user:1" });
    await runAll(world);
    expect(await countUndecided(world, { shop, jobId })).toBe(1);
    const decision = { kind: "theirs" } as const;
    await resolveConflict(world, { shop, productId, contentType: "title", target: inEnglish, decision, by: "user:1" });
    expect(await countUndecided(world, { shop, jobId })).toBe(0);
  });

  test("asks for no decision about a text for a language, a market or a channel of its own", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.edit({ title: "Theirs" });
    const { productId } = world;
    const jobId = await startPublishing(world, { shop, productIds: [productId], createdBy: "user:1" });
    await runAll(world);
    for (const other of [{ locale: "de" }, { market: "41" }, { channel: "amazon" }]) {
      await world.db.orm.insert(conflicts).values({
        shop, productId, contentType: "title", ...inEnglish, ...other, versionId: "v", ours: "x", detectedAt: 1,
      }); // biome-ignore format: a row
    }
    const decision = { kind: "theirs" } as const;
    await resolveConflict(world, { shop, productId, contentType: "title", target: inEnglish, decision, by: "user:1" });
    expect(await countUndecided(world, { shop, jobId })).toBe(0);
  });

  test("of one content type sends no other", async () => {
    const world = await openWorld();
    await world.approveAll();
    await startPublishing(world, {
      shop,
      productIds: [world.productId],
      contentTypes: ["seo_desc"],
      createdBy: "user:1",
    });
    await runAll(world);
    expect(world.writes()).toEqual(["UpdateProductTexts"]);
    expect((await world.versionsOf("title"))[0]?.state).toBe("approved");
  });

  test("of another job's texts takes the products that it left approved", async () => {
    const world = await openWorld();
    const id = await world.approve("title");
    const jobId = jobIdSchema.parse("job_of_generation");
    world.db.raw.prepare("UPDATE versions SET job_id = ? WHERE id = ? AND shop = ?").run(jobId, id, shop);
    await startPublishing(world, { shop, jobId, createdBy: "user:1" });
    await runAll(world);
    expect((await world.live()).texts.title).toBe(ours.title);
    await expect(startPublishing(world, { shop, jobId, createdBy: "user:1" })).rejects.toMatchObject({
      code: "nothing_to_publish",
    });
  });

  test("of which all but one text went live has a message with which, why, and what to do", async () => {
    const world = await openWorld();
    await world.approveAll();
    await world.approve("title", "x".repeat(256));
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    await runAll(world);
    expect((await readItems(world, jobId))[0]).toMatchObject({
      status: "failed",
      message:
        "Published: Description, Bullets, SEO title, SEO description. Not published: Title. Shopify refused the text: Title is too long (maximum is 255 characters) Shorten the text and publish it again.",
    });
  });

  test("comes back to an image that Shopify works on, reports that meanwhile, and names all that it published", async () => {
    const world = await openWorld({ fewestImages: 1, catalogue: "sample" });
    const [image = ""] = world.alts;
    await world.approve("title");
    await world.approve(image, "Apron on a hook");
    world.store.state.faults.set({ rules: [{ kind: "file_locked", times: 3 }] });
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    const worker = workerOf(world);
    world.clock.advance(60_000);
    await worker.tick();
    expect((await readItems(world, jobId))[0]).toMatchObject({
      status: "queued",
      attempts: 0,
      message: expect.stringMatching(/^Shopify is still working on this: .*\.$/),
    });
    await runAll(world, worker);
    const [item] = await readItems(world, jobId);
    expect(item).toMatchObject({ status: "done", message: expect.stringMatching(/^Published: Title, .*lt text/) });
    expect(world.alt(image)).toBe("Apron on a hook");
  });

  test("gives up on an image that stays locked after a quarter of an hour, with what to do", async () => {
    const world = await openWorld({ fewestImages: 1, catalogue: "sample" });
    await world.approve(world.alts[0] ?? "", "Apron on a hook");
    world.store.state.faults.set({ rules: [{ kind: "file_locked" }] });
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    const startedAt = world.clock.now();
    await runAll(world);
    expect((await readItems(world, jobId))[0]).toMatchObject({
      status: "failed",
      code: "image_not_ready",
      message: expect.stringContaining("Shopify was still working on it after 15 minutes"),
    });
    expect(world.clock.now() - startedAt).toBeGreaterThan(15 * 60_000);
    expect(await world.writeBacks()).toEqual([]);
  });

  test("waits, as one item that has not failed, while the shop does not show what it accepted", async () => {
    const world = await openWorld();
    world.clock.advance(120_000);
    await world.approveAll();
    world.store.state.faults.set({ rules: [{ kind: "lag", ms: 90_000 }] });
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    const worker = workerOf(world);
    world.clock.advance(1_000);
    await worker.tick();
    expect((await readItems(world, jobId))[0]).toMatchObject({
      status: "queued",
      attempts: 0,
      message: "Shopify accepted the text but does not show it yet.",
    });
    await runAll(world, worker);
    expect((await readItems(world, jobId))[0]).toMatchObject({
      status: "done",
      message: "Published: Title, Description, Bullets, SEO title, SEO description.",
    });
    expect(world.writes()).toHaveLength(2);
  });

  test("fails with Shopify's words when Shopify refuses a text", async () => {
    const world = await openWorld();
    await world.approve("title", "x".repeat(256));
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    await runAll(world);
    const [item] = await readItems(world, jobId);
    expect(item).toMatchObject({ status: "failed", code: "shopify_refused" });
    expect(item?.message).toContain("Title is too long");
  });

  test("waits for the merchant when access is lost, and continues after the app was opened", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.store.state.shop(shop).tokens.expireAccess();
    world.store.state.shop(shop).tokens.revokeRefresh();
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    const worker = workerOf(world);
    await runAll(world, worker);
    expect((await readItems(world, jobId))[0]).toMatchObject({ status: "paused", pauseReason: "reauth" });
    await installShop(world, world.store);
    await expect
      .poll(async () => {
        world.clock.advance(10_000);
        await worker.tick();
        return (await readItems(world, jobId))[0]?.status;
      })
      .toBe("done");
    expect((await world.live()).texts.title).toBe(ours.title);
  });

  test("survives a store that fails in many ways: every text is published once or has a message why not", async () => {
    const world = await openWorld();
    await world.approveAll();
    world.store.state.faults.set({
      rules: [
        { kind: "http_503", rate: 0.2, times: 6 },
        { kind: "lost_answer", rate: 0.2, times: 4 },
        { kind: "throttled", rate: 0.1, times: 2 },
        { kind: "reset", rate: 0.1, times: 3 },
      ],
    });
    const jobId = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    await runAll(world);
    world.store.state.faults.clear();
    const [item] = await readItems(world, jobId);
    if (item?.status !== "done") await world.publish();
    expect((await world.live()).texts).toEqual(ours);
    const verified = (await world.writeBacks()).filter((row) => row.state === "verified");
    expect(verified.flatMap((row) => row.fields.map((field) => field.slot.field)).sort()).toEqual(
      Object.keys(ours).sort(),
    );
  });
});

describe("an undo job", () => {
  test("takes back everything that a publish job wrote, and the second one has nothing to do", async () => {
    const world = await openWorld();
    const before = (await world.live()).texts;
    await world.approveAll();
    const publishing = await startPublishing(world, { shop, productIds: [world.productId], createdBy: "user:1" });
    await runAll(world);
    const jobId = await startUndo(world, { shop, jobId: publishing, createdBy: "user:2" });
    await runAll(world);
    expect(await readJob(world, jobId)).toMatchObject({
      status: "completed",
      title: "Undo the publication of 1 product",
    });
    expect((await readItems(world, jobId))[0]?.message).toBe(
      "Restored: Title, Description, Bullets, SEO title, SEO description.",
    );
    expect((await world.live()).texts).toEqual(before);
    await expect(startUndo(world, { shop, jobId: publishing })).rejects.toMatchObject({ code: "nothing_to_undo" });
  });

  test("of single write-backs leaves other shops' alone", async () => {
    const world = await openWorld();
    await world.approve("title");
    await world.publish();
    const [row] = await world.writeBacks();
    world.db.raw
      .prepare("UPDATE write_backs SET shop = 'second.myshopify.com' WHERE id = ? AND shop = ?")
      .run(row?.id, shop);
    await expect(startUndo(world, { shop, writeBackIds: [row?.id ?? ""] })).rejects.toMatchObject({
      code: "nothing_to_undo",
    });
  });

  test("reports a conflict when the text was changed since", async () => {
    const world = await openWorld();
    await world.approve("title");
    await world.publish();
    world.edit({ title: "Theirs" });
    const [row] = await world.writeBacks();
    const jobId = await startUndo(world, { shop, writeBackIds: [row?.id ?? ""], createdBy: "user:1" });
    await runAll(world);
    const [item] = await readItems(world, jobId);
    expect(item).toMatchObject({ status: "conflict", message: expect.stringContaining("Changed in the shop since") });
    expect((await world.live()).texts.title).toBe("Theirs");
  });
});
