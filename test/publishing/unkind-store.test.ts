import { describe, expect, test } from "vitest";
import { sameRendering } from "../../app/publishing/compare-texts.ts";
import { isSavedDifferently } from "../../app/publishing/judge-write.ts";
import { listConflicts } from "../../app/publishing/list-conflicts.ts";
import { planWriteBack } from "../../app/publishing/plan-write-back.ts";
import type { PublishReport } from "../../app/publishing/publish-product.ts";
import { resolveConflict } from "../../app/publishing/resolve-conflict.ts";
import { undoWriteBack } from "../../app/publishing/undo-write-back.ts";
import { shop } from "../shopify/open-store.ts";
import { inEnglish } from "../support/places.ts";
import { free, mortal, openWorld, ours, ProcessDied, type World } from "./publishing-world.ts";

const minuteMs = 60_000;

/** Texts that a store which rewrites saves in another form, and the form. */
const sent = {
  title: "  Linen apron,\r\nwashed ",
  desc: `<p>An <b>apron</b>\n of <i>linen</i>.<br>For&nbsp;cooks &amp; &quot;bakers&quot;</p><ul><li>A</li></ul>`,
  seo_title: "Linen apron, washed",
};
const saved = {
  title: "Linen apron, washed",
  desc: `<p>An <strong>apron</strong> of <em>linen</em>.<br />For&nbsp;cooks &amp; "bakers"</p><ul data-mce-fragment="1"><li>A</li></ul>`,
  seo_title: null,
};

async function openRewriting(): Promise<World> {
  const world = await openWorld();
  world.store.state.setHabits({ normalise: "html" });
  for (const [contentType, body] of Object.entries(sent)) await world.approve(contentType, body);
  return world;
}

function done(report: PublishReport) {
  if (report.kind !== "done") throw new Error(`the report is ${report.kind}`);
  return { ...report, published: report.published.toSorted(), altered: report.altered.toSorted() };
}

const clean = { conflicts: [], later: [], problem: null };

describe("a text that Shopify saves in another form and reports back", () => {
  test("is published with a notice, and its form is the base of what comes next: no conflict, no second write", async () => {
    const world = await openRewriting();
    expect(done(await world.publish())).toMatchObject({
      ...clean,
      published: ["desc", "seo_title", "title"],
      altered: ["desc", "seo_title", "title"],
    });
    expect((await world.live()).texts).toMatchObject(saved);
    expect(await world.refresh()).toBe("unchanged");
    const [newest = null] = await world.versionsOf("desc");
    const { desc: live = null } = (await world.live()).texts;
    expect(isSavedDifferently(await world.writeBacks(), { live, newest })).toBe(true);
    expect(isSavedDifferently(await world.writeBacks(), { live: "<p>Theirs</p>", newest })).toBe(false);
    await world.approve("desc", sent.desc, { base: "an older base" });
    expect(done(await world.publish())).toMatchObject({ ...clean, published: [], alreadyLive: ["desc"] });
    await world.approve("desc", "<p>Another</p>");
    expect(done(await world.publish())).toMatchObject({ ...clean, published: ["desc"], altered: [] });
    expect(world.writes()).toHaveLength(2);
  });

  test("can be undone, and the undo of the undo as well", async () => {
    const world = await openWorld();
    const { texts: before } = await world.live();
    await world.approve("desc", sent.desc);
    world.store.state.setHabits({ normalise: "html" });
    await world.publish();
    const [row] = await world.writeBacks();
    expect(await world.undo(row?.id ?? "")).toMatchObject({ restored: ["desc"], conflicts: [], problem: null });
    const restored = (await world.live()).texts.desc ?? null;
    expect(String(restored).replaceAll(' data-mce-fragment="1"', "")).toBe(before.desc);
    const [undo] = await world.writeBacks();
    expect(await world.undo(undo?.id ?? "")).toMatchObject({ restored: ["desc"], conflicts: [], problem: null });
    expect((await world.live()).texts.desc).toBe(saved.desc);
  });

  test("and that somebody edits afterwards is a conflict", async () => {
    const world = await openRewriting();
    await world.publish();
    world.edit({ descriptionHtml: `${saved.desc}<p>Theirs</p>` });
    await world.approve("desc", "<p>Another</p>", { base: saved.desc });
    expect(done(await world.publish()).conflicts).toEqual(["desc"]);
  });

  test("is found to be ours wherever the process dies, also when the answer is lost with it", async () => {
    for (let dieAt = 1; dieAt < 30; dieAt++) {
      const world = await openRewriting();
      const life = mortal(world.deps, dieAt);
      const died = await world.publish({ deps: life.deps }).then(
        () => false,
        (error: unknown) => error instanceof ProcessDied,
      );
      expect(done(await world.publish()).conflicts, `died at step ${dieAt}`).toEqual([]);
      expect((await world.live()).texts, `died at step ${dieAt}`).toMatchObject(saved);
      expect((await world.versionsOf("desc"))[0]?.state, `died at step ${dieAt}`).toBe("published");
      expect(world.writes(), `died at step ${dieAt}`).toHaveLength(1);
      if (!died) break;
    }
  });

  test("but answered as the text from before was not taken", async () => {
    const world = await openWorld();
    await world.approve("desc");
    const { admin } = world.deps;
    const before = String((await world.live()).texts.desc);
    const ignoring: typeof admin = (name) => ({
      shop: name,
      async run(operation, variables, options) {
        if (operation.name !== "UpdateProductTexts") return admin(name).run(operation, variables, options);
        return admin(name).run(
          operation,
          { ...variables, product: { id: world.gid, descriptionHtml: before } },
          options,
        );
      },
    });
    expect(done(await world.publish({ deps: { ...world.deps, admin: ignoring } }))).toMatchObject({
      published: [],
      problem: expect.stringContaining("Not published: Description. Shopify kept the earlier text"),
    });
  });
});

describe("a read that lags behind an accepted write", () => {
  const lag = { kind: "lag", ms: minuteMs };

  test("is read again later: no conflict, no second write, nothing shown as failed", async () => {
    const world = await openWorld();
    world.clock.advance(2 * minuteMs);
    await world.approveAll();
    world.store.state.faults.set({ rules: [lag] });
    for (let look = 0; look < 3; look++) {
      await expect(world.publish()).rejects.toMatchObject({ code: "shopify_lag", retryable: true });
      world.clock.advance(1_000);
    }
    expect((await world.writeBacks()).map(({ state }) => state)).toEqual(["writing"]);
    world.clock.advance(minuteMs);
    expect(done(await world.publish())).toMatchObject({ ...clean, published: Object.keys(ours).sort() });
    expect(world.writes()).toEqual(["SetMetafields", "UpdateProductTexts"]);
    expect(await world.conflicts()).toEqual([]);
  });

  test("and shows a third value in the end is somebody's edit: a conflict", async () => {
    const world = await openWorld();
    world.clock.advance(2 * minuteMs);
    await world.approve("title");
    world.store.state.faults.set({ rules: [lag] });
    await expect(world.publish()).rejects.toMatchObject({ code: "shopify_lag" });
    world.edit({ title: "Theirs" });
    world.clock.advance(2 * minuteMs);
    expect(done(await world.publish())).toMatchObject({ published: [], conflicts: ["title"] });
    expect((await world.live()).texts.title).toBe("Theirs");
  });

  test("that does not end is left for a person to decide, who may have put the old text back: never written again by itself", async () => {
    const world = await openWorld();
    const before = String((await world.live()).texts.title);
    world.clock.advance(2 * minuteMs);
    const id = await world.approve("title");
    world.store.state.faults.set({ rules: [{ ...lag, times: 2 }] });
    await expect(world.publish()).rejects.toMatchObject({ code: "shopify_lag" });
    world.store.state.faults.clear();
    world.edit({ title: before });
    world.clock.advance(5 * minuteMs);
    await expect(world.publish()).rejects.toMatchObject({ code: "shopify_lag" });
    world.clock.advance(6 * minuteMs);
    for (let look = 0; look < 3; look++) {
      expect(done(await world.publish())).toMatchObject({ published: [], conflicts: ["title"], notShown: ["title"] });
      world.clock.advance(5 * minuteMs);
    }
    expect((await world.live()).texts.title).toBe(before);
    expect(world.writes()).toHaveLength(1);
    expect(await world.writeBacks()).toMatchObject([
      {
        state: "conflict",
        message: expect.stringContaining("somebody may have put it back. It was not written again."),
      },
    ]);
    const { rows } = await listConflicts(world, { shop, productId: world.productId });
    expect(rows).toMatchObject([
      { base: before, theirs: before, ours: ours.title, reason: "not_shown", ofOther: null },
    ]);
    expect((await world.version(id)).state).toBe("approved");
    expect((await world.product()).contentState).toBe("conflict");

    const asked = { shop, productId: world.productId, contentType: "title", target: inEnglish, by: "user:1" };
    expect(await resolveConflict(world, { ...asked, decision: { kind: "ours" } })).toEqual({ kind: "resolved" });
    expect(done(await world.publish())).toMatchObject({ ...clean, published: ["title"] });
    expect((await world.version(id)).state).toBe("published");
  });

  test("that ends after all is seen to be published, and nothing is left to decide", async () => {
    const world = await openWorld();
    world.clock.advance(2 * minuteMs);
    await world.approve("title");
    world.store.state.faults.set({ rules: [{ ...lag, ms: 30 * minuteMs }] });
    await expect(world.publish()).rejects.toMatchObject({ code: "shopify_lag" });
    world.clock.advance(11 * minuteMs);
    expect(done(await world.publish())).toMatchObject({ published: [], notShown: ["title"] });
    world.clock.advance(30 * minuteMs);
    expect(done(await world.publish())).toMatchObject({ ...clean, alreadyLive: ["title"] });
    expect(await world.conflicts()).toEqual([]);
    expect(world.writes()).toHaveLength(1);
  });

  test("of other texts that applied hides nothing: those are published, the one put back is undecided", async () => {
    const world = await openWorld();
    const before = String((await world.live()).texts.title);
    world.clock.advance(2 * minuteMs);
    await world.approve("title");
    await world.approve("desc");
    world.store.state.faults.set({ rules: [{ ...lag, times: 2 }] });
    await expect(world.publish()).rejects.toMatchObject({ code: "shopify_lag" });
    world.store.state.faults.clear();
    world.edit({ title: before });
    world.clock.advance(11 * minuteMs);
    expect(done(await world.publish())).toMatchObject({
      published: ["desc"],
      conflicts: ["title"],
      notShown: ["title"],
    });
    expect((await world.live()).texts).toMatchObject({ title: before, desc: ours.desc });
  });

  test("of an undo of several texts, of which one was taken back, leaves that one", async () => {
    const world = await openWorld();
    const { texts: before } = await world.live();
    await world.approve("title");
    await world.approve("desc");
    await world.publish();
    world.clock.advance(3 * minuteMs);
    const id = (await world.writeBacks())[0]?.id ?? "";
    world.store.state.faults.set({ rules: [{ ...lag, times: 2 }] });
    await expect(world.undo(id)).rejects.toMatchObject({ code: "shopify_lag" });
    world.store.state.faults.clear();
    world.edit({ title: String(ours.title) });
    world.clock.advance(11 * minuteMs);
    expect(await world.undo(id)).toMatchObject({ conflicts: ["title"], notShown: ["title"] });
    expect((await world.live()).texts).toMatchObject({ title: ours.title, desc: before.desc });
  });

  test("of an undo that somebody took back is not undone again by itself, only when a person asks anew", async () => {
    const world = await openWorld();
    const before = String((await world.live()).texts.title);
    await world.approve("title");
    await world.publish();
    world.clock.advance(3 * minuteMs);
    const id = (await world.writeBacks())[0]?.id ?? "";
    const undo = (jobId: string) =>
      undoWriteBack(world.deps, free, { shop, productId: world.productId, writeBackId: id, jobId, itemSeq: 0 });
    world.store.state.faults.set({ rules: [{ ...lag, times: 2 }] });
    await expect(undo("job_1")).rejects.toMatchObject({ code: "shopify_lag" });
    world.store.state.faults.clear();
    world.edit({ title: String(ours.title) });
    world.clock.advance(11 * minuteMs);
    // The second time as after a crash between the undo and the end of its item.
    for (let look = 0; look < 2; look++) {
      expect(await undo("job_1")).toMatchObject({ restored: [], conflicts: ["title"], notShown: ["title"] });
    }
    expect((await world.live()).texts.title).toBe(ours.title);
    expect(await undo("job_2")).toMatchObject({ restored: ["title"], conflicts: [], notShown: [] });
    expect((await world.live()).texts.title).toBe(before);
  });

  test("sends a later publication back, instead of calling the old text a conflict or overwriting by it", async () => {
    const world = await openWorld();
    world.clock.advance(2 * minuteMs);
    await world.approve("title", "First of ours");
    await world.publish();
    await world.approve("title", "Second of ours");
    world.store.state.faults.set({ rules: [{ ...lag, times: 1 }] });
    await expect(world.publish()).rejects.toMatchObject({ code: "shopify_lag" });
    expect(done(await world.publish())).toMatchObject({ ...clean, published: ["title"] });
    const [last] = await world.writeBacks();
    expect(last?.fields).toMatchObject([{ before: "First of ours" }]);
  });

  test("does not make an undo believe that the old text is back already", async () => {
    const world = await openWorld();
    const { texts: before } = await world.live();
    world.clock.advance(2 * minuteMs);
    await world.approveAll();
    await world.publish();
    const [row] = await world.writeBacks();
    world.store.state.faults.set({ rules: [lag] });
    await expect(world.undo(row?.id ?? "")).rejects.toMatchObject({ code: "shopify_lag" });
    world.clock.advance(minuteMs);
    await expect(world.undo(row?.id ?? "")).rejects.toMatchObject({ code: "shopify_lag" });
    world.clock.advance(2 * minuteMs);
    expect(await world.undo(row?.id ?? "")).toMatchObject({ kind: "done", conflicts: [], problem: null });
    expect((await world.live()).texts).toEqual(before);
    expect((await world.writeBacks()).map(({ state }) => state)).toEqual(["verified", "undone"]);
  });

  test("brings no older text into the mirror", async () => {
    const world = await openWorld();
    world.clock.advance(2 * minuteMs);
    await world.approve("title");
    await world.publish();
    world.store.state.faults.set({ rules: [lag] });
    expect(await world.refresh()).toBe("older");
    expect((await world.product()).title).toBe(ours.title);
  });

  test("after a crash between answer and reading is still distinguished from a write that never arrived", async () => {
    for (let dieAt = 1; dieAt < 40; dieAt++) {
      const world = await openWorld();
      world.clock.advance(2 * minuteMs);
      await world.approveAll();
      world.store.state.faults.set({ rules: [{ ...lag, match: { operation: "ReadProductTexts" } }] });
      const life = mortal(world.deps, dieAt);
      const died = await world.publish({ deps: life.deps }).then(
        () => false,
        (error: unknown) => error instanceof ProcessDied,
      );
      for (let look = 0; look < 6; look++) {
        await world.publish().catch(() => undefined);
        world.clock.advance(minuteMs);
      }
      expect(done(await world.publish()).conflicts, `died at step ${dieAt}`).toEqual([]);
      expect((await world.live()).texts, `died at step ${dieAt}`).toEqual(ours);
      expect(await world.conflicts()).toEqual([]);
      for (const type of Object.keys(ours)) {
        expect((await world.versionsOf(type))[0]?.state, `died at step ${dieAt}: ${type}`).toBe("published");
      }
      if (!died) break;
    }
  });
});

test("texts differ by white space that a reader sees, not by white space between blocks", () => {
  expect(sameRendering("desc", "<p>a <strong>b</strong> c</p>", "<p>a<strong>b</strong>c</p>")).toBe(false);
  expect(sameRendering("desc", "<p>a</p>\n <p>b</p>", "<p>a</p><p>b</p>")).toBe(true);
  const plan = planWriteBack({
    approved: [{ versionId: "v", contentType: "desc", ours: "<p>a <b>b</b></p>", base: "<p>a<b>b</b></p>" }],
    live: { desc: "<p>a<b>b</b></p>" },
    lastWrites: {},
  });
  expect(plan.write).toHaveLength(1);
});
