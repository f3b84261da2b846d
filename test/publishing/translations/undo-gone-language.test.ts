import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobItems } from "../../../app/db/schema/index.ts";
import { startUndo } from "../../../app/publishing/start-undo.ts";
import { createUndoTask } from "../../../app/tasks/undo.ts";
import { aWorker } from "../../jobs/support.ts";
import { shop } from "../../shopify/open-store.ts";
import { german, openTranslationWorld } from "./translation-world.ts";

test.each([
  ["a text", "Vorher"],
  ["nothing", null],
])(
  "an undo that would put back %s in a language that the shop no longer has says so, and writes nothing",
  async (_, base) => {
    const world = await openTranslationWorld();
    if (base !== null) world.translate("title", base);
    await world.approveFor("title", { base });
    await world.publishFor();
    expect(world.held("title")).toBe(german.title);
    const [published] = await world.writeBacks();
    world.store.state.graphql(shop, 'mutation { shopLocaleDisable(locale: "de") { locale } }', {}, ["write_locales"]);
    const before = world.calls().length;
    const jobId = await startUndo(world, { shop, writeBackIds: [published?.id ?? ""] });
    const worker = aWorker({ ...world, tasks: [createUndoTask(world)] });
    for (let round = 0; round < 5; round++) {
      await worker.tick();
      world.clock.advance(200_000);
    }
    const [item] = await world.db.orm
      .select()
      .from(jobItems)
      .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
    expect(item).toMatchObject({ status: "failed", code: "language_gone" });
    expect(item?.message).toMatch(/does not have this language/);
    expect(world.calls()).toHaveLength(before);
    expect(await world.writeBacks()).toMatchObject([{ state: "verified" }]);
  },
);

test("a text that somebody took away in a language that is there is a conflict still", async () => {
  const world = await openTranslationWorld();
  world.translate("title", "Vorher");
  await world.approveFor("title", { base: "Vorher" });
  await world.publishFor();
  const [published] = await world.writeBacks();
  world.translate("title", "");
  expect(await world.undo(published?.id ?? "")).toMatchObject({ kind: "done", conflicts: ["title"] });
});
