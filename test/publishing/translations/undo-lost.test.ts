import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobItems, writeBacks } from "../../../app/db/schema/index.ts";
import { createWorker } from "../../../app/jobs/create-worker.ts";
import type { JobId } from "../../../app/lib/brand.ts";
import { newId } from "../../../app/lib/id.ts";
import { startUndo } from "../../../app/publishing/start-undo.ts";
import { createUndoTask } from "../../../app/tasks/undo.ts";
import { shop, silent } from "../../shopify/open-store.ts";
import { german, openTranslationWorld, stateOf, type TranslationWorld } from "./translation-world.ts";

async function undo(world: TranslationWorld, writeBackId: string): Promise<JobId> {
  const jobId = await startUndo(world, { shop, writeBackIds: [writeBackId] });
  const worker = createWorker({
    ...{ ...world, logger: silent, tasks: [createUndoTask(world)], slots: 1, leaseMs: 600_000 },
    random: () => 0,
  });
  for (let round = 0; round < 60; round++) {
    world.clock.advance(20_000);
    if ((await worker.tick()) === 0 && round > 5) break;
  }
  return jobId;
}

async function itemOf(world: TranslationWorld, jobId: JobId) {
  const [item] = await world.db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  return item;
}

test("an undo that Shopify accepts and does not keep ends as not confirmed, and can be asked for again", async () => {
  const world = await openTranslationWorld();
  world.translate("title", "Vorher");
  const id = await world.approveFor("title", { base: "Vorher" });
  await world.publishFor();
  const [published] = await world.writeBacks();
  const before = world.calls().length;
  const lost = { match: { operation: "translationsRegister .* title de" }, kind: "translation_lost" };
  world.store.state.faults.set({ rules: [lost] });
  const item = await itemOf(world, await undo(world, published?.id ?? ""));
  expect(item).toMatchObject({ status: "failed", code: "undo_not_confirmed" });
  expect(item?.message).toContain("Not confirmed: Title.");
  expect(world.calls().length - before).toBe(2);
  expect([world.held("title"), await stateOf(world, id)]).toEqual([german.title, "published"]);
  world.store.state.faults.set({ rules: [] });
  expect(await itemOf(world, await undo(world, published?.id ?? ""))).toMatchObject({ status: "done" });
  expect(world.held("title")).toBe("Vorher");
});

test("an undo that did not arrive is not done because a later reading is about other texts", async () => {
  const world = await openTranslationWorld();
  const id = await world.approveFor("bullets");
  await world.publishFor();
  const [published] = await world.writeBacks();
  const [field] = published?.fields ?? [];
  if (!published || !field) throw new Error("nothing was published");
  const { jobId: _, ...columns } = published;
  await world.db.orm.insert(writeBacks).values({
    ...{ ...columns, id: newId("wb", world.clock.now()), undoes: published.id, state: "failed" },
    ...{ createdAt: world.clock.now(), message: "Shopify did not receive this write." },
    fields: [{ ...field, before: field.sent, sent: null, answered: null, acceptedAt: undefined }],
  });
  await world.approveFor("title");
  expect(await world.publishFor()).toMatchObject({ published: ["title"] });
  expect(await stateOf(world, id)).toBe("published");
  const rows = await world.writeBacks();
  expect(rows.find((row) => row.id === published.id)).toMatchObject({ state: "verified" });
});
