import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { jobItems } from "../../../app/db/schema/index.ts";
import { createWorker } from "../../../app/jobs/create-worker.ts";
import type { JobId } from "../../../app/lib/brand.ts";
import { checkOpenWrites } from "../../../app/publishing/check-open-writes.ts";
import { listConflicts } from "../../../app/publishing/list-conflicts.ts";
import { listWriteBacks } from "../../../app/publishing/list-write-backs.ts";
import { readPublicationSince, readUndoPreview } from "../../../app/publishing/read-undo.ts";
import { resolveConflict } from "../../../app/publishing/resolve-conflict.ts";
import { startPublishing } from "../../../app/publishing/start-publishing.ts";
import { startUndo } from "../../../app/publishing/start-undo.ts";
import { createPublishTask } from "../../../app/tasks/publish.ts";
import { createUndoTask } from "../../../app/tasks/undo.ts";
import { shop, silent } from "../../shopify/open-store.ts";
import { mortal, ProcessDied } from "../publishing-world.ts";
import {
  german,
  inFrench,
  inGerman,
  openTranslationWorld,
  stateOf,
  type TranslationWorld,
} from "./translation-world.ts";

const names = Object.keys(german);
const lostTitle = { match: { operation: "translationsRegister .* title de" }, kind: "translation_lost" };

async function approveAll(world: TranslationWorld): Promise<void> {
  for (const name of names) await world.approveFor(name);
}

async function runAll(world: TranslationWorld, atMost = 60): Promise<void> {
  const tasks = [createPublishTask(world), createUndoTask(world)];
  const worker = createWorker({ ...world, logger: silent, tasks, slots: 1, leaseMs: 600_000, random: () => 0 });
  for (let round = 0; round < atMost; round++) {
    world.clock.advance(20_000);
    if ((await worker.tick()) === 0 && round > 5) return;
  }
}

async function itemOf(world: TranslationWorld, jobId: JobId) {
  const [item] = await world.db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  return item;
}

describe("a translation that Shopify accepts and does not keep", () => {
  test("is not done: the others are published at once, and it is sent again", async () => {
    const world = await openTranslationWorld();
    await approveAll(world);
    world.store.state.faults.set({ rules: [{ ...lostTitle, times: 1 }] });
    await expect(world.publishFor()).rejects.toMatchObject({ code: "shopify_lag", retryable: true });
    expect([world.held("title"), world.held("seo_title")]).toEqual([null, german.seo_title]);
    expect((await world.versionsOf("title"))[0]?.state).toBe("approved");
    expect((await world.versionsOf("seo_title"))[0]?.state).toBe("published");
    await expect(world.publishFor()).rejects.toMatchObject({ code: "shopify_lag" });
    world.clock.advance(60_000);
    expect(await world.publishFor()).toMatchObject({ published: ["title"], problem: null });
    expect(world.held("title")).toBe(german.title);
  });

  test("again and again ends as not confirmed, and the text stays approved", async () => {
    const world = await openTranslationWorld();
    await approveAll(world);
    world.store.state.faults.set({ rules: [lostTitle] });
    const { productId } = world;
    const jobId = await startPublishing(world, { shop, productIds: [productId], targets: [inGerman] });
    await runAll(world);
    const item = await itemOf(world, jobId);
    expect(item).toMatchObject({ status: "failed", code: "not_confirmed" });
    expect(item?.message).toContain("Not confirmed: Title.");
    expect((await world.versionsOf("title"))[0]?.state).toBe("approved");
    expect((await world.versionsOf("desc"))[0]?.state).toBe("published");
  });
});

test("a process that dies anywhere loses nothing and overwrites nothing: the next attempt finishes", async () => {
  for (let dieAt = 1; ; dieAt += 1) {
    const world = await openTranslationWorld();
    await world.approveFor("title");
    await world.approveFor("desc");
    const dying = mortal(world.deps, dieAt);
    const died = await world.publishFor(inGerman, { deps: dying.deps }).then(
      () => false,
      (error: unknown) => error instanceof ProcessDied,
    );
    await world.publishFor();
    expect([world.held("title"), world.held("desc")]).toEqual([german.title, german.desc]);
    const rows = await world.writeBacks();
    expect(rows.filter(({ state }) => state === "verified").flatMap(({ fields }) => fields)).toHaveLength(2);
    expect(rows.filter(({ state }) => state === "writing")).toEqual([]);
    expect(world.calls(), `died at ${dieAt}`).toHaveLength(1);
    for (const name of ["title", "desc"]) expect((await world.versionsOf(name))[0]?.state).toBe("published");
    if (!died) return;
  }
});

test("a write without an answer is settled by what the shop shows", async () => {
  const world = await openTranslationWorld();
  const id = await world.approveFor("title");
  // Reading and its answer, two transactions' ends …: the step after the shop has the text.
  for (let dieAt = 3; world.held("title") === null; dieAt += 1) {
    await world.publishFor(inGerman, { deps: mortal(world.deps, dieAt).deps }).catch(() => {});
  }
  expect(await checkOpenWrites(world.deps, { shop, productId: world.productId })).toEqual(["title"]);
  expect(await stateOf(world, id)).toBe("published");
});

describe("the undo of translations", () => {
  test("brings back what was there, also nothing, for each language of a run, and leaves what was edited since", async () => {
    const world = await openTranslationWorld();
    world.translate("title", "Vorher");
    await world.approveFor("title", { base: "Vorher" });
    await world.approveFor("desc");
    await world.approveFor("seo_title");
    await world.approveFor("title", { target: inFrench, body: "Tablier" });
    const { productId } = world;
    const targets = [inGerman, inFrench];
    const jobId = await startPublishing(world, { shop, productIds: [productId], targets });
    await runAll(world);
    const item = await itemOf(world, jobId);
    expect(item).toMatchObject({ status: "done" });
    expect(item?.message).toContain("German: Published: Title, Description, SEO title. French: Published: Title.");
    world.translate("seo_title", "Von Hand");
    expect(await listWriteBacks(world, { shop, productId, target: inFrench })).toMatchObject([{ canUndo: true }]);
    expect(await listWriteBacks(world, { shop, productId })).toEqual([]);
    const preview = { back: 1, stays: { count: 0, titles: [] } };
    expect(await world.db.do(readUndoPreview({ shop, jobId }))).toEqual(preview);
    expect(await world.db.do(readPublicationSince({ shop, jobId }))).toMatchObject({ undone: 0, open: 0, standing: 1 });
    const undoing = await startUndo(world, { shop, jobId });
    await runAll(world);
    expect([world.held("title"), world.held("desc"), world.held("title", inFrench)]).toEqual(["Vorher", null, null]);
    expect(world.held("seo_title")).toBe("Von Hand");
    expect(await world.db.do(readPublicationSince({ shop, jobId }))).toMatchObject({ undone: 1, open: 0, standing: 1 });
    const left = await world.db.orm
      .select({ status: jobItems.status })
      .from(jobItems)
      .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, undoing)));
    expect(left.map(({ status }) => status).sort()).toEqual(["conflict", "done"]);
  });
});

test("a translation that a person keeps although its original changed is published with the original as it is now", async () => {
  const world = await openTranslationWorld();
  const id = await world.approveFor("title");
  world.edit({ title: "Another apron" });
  expect(await world.publishFor()).toMatchObject({ sourceChanged: ["title"] });
  await world.refresh();
  const { productId } = world;
  const decision = { kind: "ours" } as const;
  await resolveConflict(world, { shop, productId, contentType: "title", target: inGerman, decision, by: "user:1" });
  expect(await world.publishFor()).toMatchObject({ published: ["title"], conflicts: [] });
  expect([world.held("title"), await stateOf(world, id)]).toEqual([german.title, "published"]);
  expect((await listConflicts(world, { shop, target: inGerman })).rows).toEqual([]);
});
