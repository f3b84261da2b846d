import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { versions } from "../../../app/db/schema/index.ts";
import { listJobItems } from "../../../app/jobs/read-jobs.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { shop } from "../../support/content/shop.ts";
import { type Atelier, atelier, draftsIn, firstOf, start, started, translate } from "./translate-world.ts";

function write(world: Atelier, body: string) {
  const target = storeTarget("de");
  const edit = { shop, productId: firstOf(world), target, by: "user:1", contentType: "title" };
  return editVersion(world, { ...edit, body });
}

/** A person writes a German title while the model is at work. */
async function atelierWhere(body: string): Promise<Atelier> {
  const world: Atelier = await atelier({
    locales: ["de"],
    meanwhile: async () => {
      await write(world, body);
    },
  });
  return world;
}

it("what a person wrote while a run was on its way stays the draft, and the run's text is in its history", async () => {
  const world = await atelierWhere("Hemd aus Leinen");
  const { items } = await translate(world);
  const drafts = await draftsIn(world);
  expect(drafts.get("de title")).toMatchObject({ origin: "edited", body: "Hemd aus Leinen" });
  expect(drafts.get("de desc")).toMatchObject({ origin: "generated" });
  expect(items[0]).toMatchObject({ status: "done", result: { texts: 2, aside: 1 } });
  expect(items[0]?.message).toBe(
    "1 text translated into 1 language, 1 written by a person meanwhile: theirs stays, the run's is in the text's history",
  );
  const [ours] = await world.db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.contentType, "title"), eq(versions.origin, "generated")));
  expect(ours).toMatchObject({ state: "superseded", decidedAt: expect.any(Number) });
});

it("also where the run was to write over what people wrote: that they wrote later was not asked for", async () => {
  const world = await atelierWhere("Hemd aus Leinen");
  await write(world, "Leinenhemd von Hand");
  await translate(world, { which: "all", includeEdited: true });
  expect((await draftsIn(world)).get("de title")).toMatchObject({ origin: "edited", body: "Hemd aus Leinen" });
});

it("what they wrote before is written over where that was asked for", async () => {
  const world = await atelier({ locales: ["de"] });
  await write(world, "Leinenhemd von Hand");
  await translate(world, { which: "all", includeEdited: true });
  expect((await draftsIn(world)).get("de title")).toMatchObject({ origin: "generated" });
});

it("what they wrote between two tries of an item stays, too, whatever the run was to write over", async () => {
  const world = await atelier({ locales: ["de"] });
  world.sandbox.state.faults.set({ rules: [{ kind: "http_503" }] });
  const jobId = started(await start(world, { which: "all", includeEdited: true }));
  await world.worker.tick();
  const ofJob = { shop, jobId };
  expect((await listJobItems(world, ofJob)).rows).toMatchObject([{ status: "queued" }]);
  world.sandbox.state.faults.set({ rules: [] });
  world.clock.advance(3_600_000);
  await write(world, "Hemd aus Leinen");
  for (let round = 0; round < 3; round++) await world.worker.tick();
  expect((await listJobItems(world, ofJob)).rows).toMatchObject([{ status: "done", result: { texts: 2, aside: 1 } }]);
  expect((await draftsIn(world)).get("de title")).toMatchObject({ origin: "edited", body: "Hemd aus Leinen" });
});
