import { describe, expect, test } from "vitest";
import { JobCancelled } from "../../app/jobs/task.ts";
import type { UndoReport } from "../../app/publishing/undo-write-back.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { shop } from "../shopify/open-store.ts";
import { at, inEnglish } from "../support/places.ts";
import { free, mortal, openWorld, ours, ProcessDied, type World } from "./publishing-world.ts";

const allTypes = (Object.keys(ours) as string[]).sort();

async function published(): Promise<{ world: World; before: Awaited<ReturnType<World["live"]>>["texts"]; id: string }> {
  const world = await openWorld();
  // As a product nobody cared for: what is not there has to be gone again afterwards.
  world.edit({ seo: { title: "", description: "An older SEO description" } });
  const before = (await world.live()).texts;
  expect(before).toMatchObject({ seo_title: null, bullets: null });
  await world.approveAll();
  await world.publish();
  const [row] = await world.writeBacks();
  if (!row) throw new Error("nothing was published");
  return { world, before, id: row.id };
}

function done(report: UndoReport) {
  if (report.kind !== "done") throw new Error(`the report is ${report.kind}`);
  return { restored: [...report.restored].sort(), conflicts: report.conflicts, problem: report.problem };
}

describe("the undo of a publication", () => {
  test("brings back every text from before, also that there was none", async () => {
    const { world, before, id } = await published();
    expect(done(await world.undo(id))).toEqual({ restored: allTypes, conflicts: [], problem: null });
    expect((await world.live()).texts).toEqual(before);
    expect(world.writes().slice(2)).toEqual(["DeleteMetafields", "UpdateProductTexts"]);
    expect((await world.product()).title).toBe(before.title);
    expect(await world.refresh()).toBe("unchanged");
  });

  test("leaves no product that is called published, nor one that looks as if nothing had been written", async () => {
    const { world, id } = await published();
    expect((await world.product()).contentState).toBe("published");
    await world.undo(id);
    expect((await world.product()).contentState).toBe("put_back");
    await world.approve("title", "A third title");
    await world.publish();
    expect((await world.product()).contentState).toBe("published");
  });

  test("is recorded: the write-back is undone, its versions superseded, the text from before a version of origin undo", async () => {
    const { world, before, id } = await published();
    await world.undo(id);
    const [undo, original] = await world.writeBacks();
    expect(original).toMatchObject({ id, state: "undone" });
    expect(undo).toMatchObject({ state: "verified", undoes: id });
    const titles = await world.versionsOf("title");
    expect(titles.map((version) => [version.origin, version.state, version.body])).toEqual([
      ["undo", "published", before.title],
      ["generated", "superseded", ours.title],
    ]);
    // What was published and taken back again stays in reach on the product's page.
    const texts = await readProductTexts(world, { shop, productId: world.productId, target: inEnglish });
    const shown = texts?.find(({ contentType }) => contentType === "title");
    expect(shown?.newest).toMatchObject({ origin: "undo" });
    expect(shown?.history.map(({ body }) => body)).toEqual([before.title, ours.title]);
    const bullets = await world.versionsOf("bullets");
    expect(bullets.map((version) => [version.origin, version.state])).toEqual([["generated", "superseded"]]);
  });

  test("leaves a field that somebody changed since our write, and restores the others", async () => {
    const { world, before, id } = await published();
    world.edit({ title: "Theirs" });
    expect(done(await world.undo(id))).toEqual({
      restored: allTypes.filter((type) => type !== "title"),
      conflicts: ["title"],
      problem: null,
    });
    expect((await world.live()).texts).toEqual({ ...before, title: "Theirs" });
    const original = (await world.writeBacks()).find((row) => row.id === id);
    expect(original).toMatchObject({ state: "verified", fields: [at("title")] });
  });

  test("leaves bullets that somebody changed since our write", async () => {
    const { world, id } = await published();
    world.editBullets(["Theirs"]);
    expect(done(await world.undo(id)).conflicts).toEqual(["bullets"]);
    expect((await world.live()).texts.bullets).toEqual(["Theirs"]);
  });

  test("of a text that was published over is a conflict: the later one is to be undone first", async () => {
    const { world, before, id } = await published();
    await world.approve("title", "A later title of ours");
    await world.publish();
    expect(done(await world.undo(id)).conflicts).toEqual(["title"]);
    const [later] = (await world.writeBacks()).filter((row) => row.undoes === null);
    if (!later) throw new Error("there is no later one");
    await world.undo(later.id);
    expect((await world.live()).texts.title).toBe(ours.title);
    expect(done(await world.undo(id)).restored).toEqual(["title"]);
    expect((await world.live()).texts).toEqual(before);
  });

  test("where the shop shows the text from before already writes nothing", async () => {
    const world = await openWorld();
    const before = String((await world.live()).texts.title);
    await world.approve("title");
    await world.publish();
    world.edit({ title: before });
    world.clock.advance(3 * 60_000);
    const [row] = await world.writeBacks();
    expect(done(await world.undo(row?.id ?? "")).restored).toEqual(["title"]);
    expect(world.writes()).toHaveLength(1);
    expect((await world.writeBacks()).map((one) => one.state)).toEqual(["undone"]);
  });

  test("asked for twice is done once", async () => {
    const { world, id } = await published();
    await world.undo(id);
    const count = world.writes().length;
    expect(done(await world.undo(id)).restored).toEqual(allTypes);
    expect(world.writes()).toHaveLength(count);
  });

  test("can itself be undone", async () => {
    const { world, id } = await published();
    await world.undo(id);
    const [undo] = await world.writeBacks();
    expect(done(await world.undo(undo?.id ?? "")).restored).toEqual(allTypes);
    expect((await world.live()).texts).toEqual(ours);
  });

  test("of something unknown, of another product or of what never reached the shop does nothing", async () => {
    const world = await openWorld();
    await world.approve("title", "x".repeat(256));
    await world.publish();
    const [failed] = await world.writeBacks();
    for (const id of ["wb_unknown", failed?.id ?? ""]) {
      expect(await world.undo(id)).toEqual({ kind: "nothing_to_undo" });
    }
    expect(world.writes()).toHaveLength(1);
  });

  test("of a product that is gone does nothing", async () => {
    const { world, id } = await published();
    world.store.state.deleteProduct(shop, world.productId);
    expect(await world.undo(id)).toEqual({ kind: "gone" });
  });

  test("a text published afterwards is compared with its own base again", async () => {
    const { world, id } = await published();
    await world.undo(id);
    await world.approve("title", "A third title");
    await world.publish();
    expect((await world.live()).texts.title).toBe("A third title");
    expect((await world.versionsOf("title")).map((version) => version.state)).toEqual([
      "published",
      "superseded",
      "superseded",
    ]);
  });
});

describe("an undo that is cut short", () => {
  test("by a lost answer is found to have happened", async () => {
    const { world, before, id } = await published();
    world.store.state.faults.set({
      rules: [{ match: { operation: "UpdateProductTexts|DeleteMetafields" }, kind: "lost_answer", times: 1 }],
    });
    for (let attempt = 0; attempt < 3; attempt++) await world.undo(id).catch(() => {});
    expect((await world.live()).texts).toEqual(before);
    expect((await world.writeBacks()).find((row) => row.id === id)?.state).toBe("undone");
  });

  test("by the death of its process, at any step, is ended by the next one", async () => {
    const whole = await published();
    const counted = mortal(whole.world.deps, 0);
    await whole.world.undo(whole.id, { deps: counted.deps });
    expect(counted.steps()).toBeGreaterThan(8);
    for (let dieAt = 1; dieAt <= counted.steps(); dieAt++) {
      const { world, before, id } = await published();
      const dying = mortal(world.deps, dieAt);
      await expect(world.undo(id, { deps: dying.deps }), `step ${dieAt}`).rejects.toThrow(ProcessDied);
      expect(done(await world.undo(id)).conflicts, `step ${dieAt}`).toEqual([]);
      expect((await world.live()).texts, `step ${dieAt}`).toEqual(before);
      const rows = await world.writeBacks();
      expect(rows.find((row) => row.id === id)?.state, `step ${dieAt}`).toBe("undone");
      expect(rows.filter((row) => row.state === "writing")).toEqual([]);
      const titles = await world.versionsOf("title");
      expect(titles.filter((version) => version.state === "published")).toMatchObject([{ origin: "undo" }]);
    }
  });

  test("by a cancellation writes nothing more", async () => {
    const { world, id } = await published();
    const count = world.writes().length;
    const guards = {
      ...free,
      async assertStillWanted() {
        throw new JobCancelled();
      },
    };
    await expect(world.undo(id, { guards })).rejects.toBeInstanceOf(JobCancelled);
    expect(world.writes()).toHaveLength(count);
    expect((await world.live()).texts).toEqual(ours);
  });
});
