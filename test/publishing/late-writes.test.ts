import { describe, expect, test } from "vitest";
import { checkOpenWrites } from "../../app/publishing/check-open-writes.ts";
import { shop } from "../shopify/open-store.ts";
import { openWorld, ours, type World } from "./publishing-world.ts";

const minuteMs = 60_000;
const rich = `<p>An <b>apron</b>\n of <i>linen</i>.</p><ul><li>A</li></ul>`;
const richAsSaved = `<p>An <strong>apron</strong> of <em>linen</em>.</p><ul data-mce-fragment="1"><li>A</li></ul>`;

const toShop = { operation: "UpdateProductTexts|UpdateImageAlts" };

/** Runs `write`, which never reaches the shop, and gives it up. */
async function giveUpUnreceived(world: World, write: () => Promise<unknown>): Promise<void> {
  world.store.state.faults.set({ rules: [{ kind: "reset", match: toShop }] });
  await giveUpUnanswered(world, write);
}

/** Runs `write` so that its answer is lost, and gives it up because the copies that are read lag behind. */
async function giveUp(world: World, write: () => Promise<unknown>): Promise<void> {
  world.clock.advance(10 * minuteMs);
  const lost = { kind: "lost_answer", match: toShop, times: 1 };
  world.store.state.faults.set({ rules: [lost, { kind: "lag", ms: 5 * minuteMs }] });
  await giveUpUnanswered(world, write);
}

async function giveUpUnanswered(world: World, write: () => Promise<unknown>): Promise<void> {
  await expect(write()).rejects.toMatchObject({ retryable: true });
  expect(await checkOpenWrites(world.deps, { shop, productId: world.productId })).toEqual([]);
  const message = "Shopify did not receive this write.";
  expect((await world.writeBacks())[0]).toMatchObject({ state: "failed", message });
  world.store.state.faults.clear();
}

async function openRewriting(): Promise<World> {
  const world = await openWorld();
  world.store.state.setHabits({ normalise: "html" });
  return world;
}

/** A product whose description was published, and its undo given up although Shopify brought the earlier text back. */
async function undoneUnseen() {
  const world = await openWorld();
  world.edit({ descriptionHtml: rich });
  const version = await world.approve("desc");
  await world.publish();
  const [row] = await world.writeBacks();
  const id = row?.id ?? "";
  world.store.state.setHabits({ normalise: "html" });
  await giveUp(world, () => world.undo(id));
  expect((await world.live()).texts.desc).toBe(richAsSaved);
  return { world, version, id };
}

describe("a publication that was given up although Shopify had received it", () => {
  test("is published once the shop shows it, in the form that Shopify saved: no conflict, no second write", async () => {
    const world = await openRewriting();
    const before = (await world.live()).texts.desc;
    const version = await world.approve("desc", rich);
    await giveUp(world, () => world.publish());
    expect(await world.publish()).toMatchObject({ published: ["desc"], altered: ["desc"], conflicts: [] });
    expect((await world.version(version)).state).toBe("published");
    expect(await world.conflicts()).toEqual([]);
    expect(world.writes()).toHaveLength(1);
    const [row] = await world.writeBacks();
    expect(row).toMatchObject({ state: "verified", message: null, fields: [{ before, answered: richAsSaved }] });
    expect(await world.undo(row?.id ?? "")).toMatchObject({ restored: ["desc"], conflicts: [] });
  });

  test("is published when it is an alt text", async () => {
    const world = await openWorld({ fewestImages: 1 });
    const [alt = ""] = world.alts;
    const version = await world.approve(alt, "A linen apron\non a hook");
    await giveUp(world, () => world.publish());
    // The sandbox saves alt texts as they are; this is how a shop may show it.
    world.editAlt(alt, "A linen apron on a hook");
    expect(await world.publish()).toMatchObject({ published: [alt], conflicts: [] });
    expect((await world.version(version)).state).toBe("published");
    expect(world.writes()).toHaveLength(1);
  });

  test("is no conflict of the text that was approved since", async () => {
    const world = await openRewriting();
    const earlier = await world.approve("desc", rich);
    await giveUp(world, () => world.publish());
    const later = await world.approve("desc", "<p>Another</p>", { base: "what the shop showed before" });
    expect(await world.publish()).toMatchObject({ conflicts: [], problem: null });
    expect((await world.live()).texts.desc).toBe("<p>Another</p>");
    expect((await world.version(earlier)).state).toBe("superseded");
    expect((await world.version(later)).state).toBe("published");
  });

  test("is not taken for what somebody else wrote in the shop meanwhile", async () => {
    const world = await openRewriting();
    await world.approve("desc", rich);
    await giveUp(world, () => world.publish());
    world.edit({ descriptionHtml: `${richAsSaved}<p>Theirs</p>` });
    expect(await world.publish()).toMatchObject({ published: [], conflicts: ["desc"] });
    expect((await world.live()).texts.desc).toBe(`${richAsSaved}<p>Theirs</p>`);
  });

  test("is over when another text was published after it: who brings its words back has edited the shop", async () => {
    const world = await openRewriting();
    const version = await world.approve("desc", rich);
    await giveUpUnreceived(world, () => world.publish());
    await world.approve("desc", "<p>Another</p>");
    await world.publish();
    world.edit({ descriptionHtml: richAsSaved });
    world.clock.advance(10 * minuteMs);
    await world.approve("desc", "<p>A third</p>", { base: "<p>Another</p>" });
    expect(await world.publish()).toMatchObject({ published: [], conflicts: ["desc"] });
    expect((await world.version(version)).state).toBe("superseded");
    expect((await world.live()).texts.desc).toBe(richAsSaved);
  });
});

describe("an undo that was given up although Shopify had received it", () => {
  test("is done once the shop shows the earlier text, in the form that Shopify saved", async () => {
    const { world, version, id } = await undoneUnseen();
    const writes = world.writes().length;
    expect(await world.undo(id)).toMatchObject({ restored: ["desc"], conflicts: [], problem: null });
    expect((await world.writeBacks()).find((row) => row.id === id)?.state).toBe("undone");
    expect((await world.version(version)).state).toBe("superseded");
    expect((await world.versionsOf("desc"))[0]).toMatchObject({ state: "published", origin: "undo" });
    expect(world.writes()).toHaveLength(writes);
  });

  test("is no conflict of the text that is published next", async () => {
    const { world } = await undoneUnseen();
    await world.approve("desc", "<p>Another</p>", { base: ours.desc ?? "" });
    expect(await world.publish()).toMatchObject({ published: ["desc"], conflicts: [] });
    expect((await world.live()).texts.desc).toBe("<p>Another</p>");
  });

  test("is done when it is of an alt text", async () => {
    const world = await openWorld({ fewestImages: 1 });
    const [alt = ""] = world.alts;
    world.editAlt(alt, "An apron\non a hook");
    const version = await world.approve(alt, "A linen apron");
    await world.publish();
    const [row] = await world.writeBacks();
    await giveUp(world, () => world.undo(row?.id ?? ""));
    world.editAlt(alt, "An apron on a hook");
    expect(await world.undo(row?.id ?? "")).toMatchObject({ restored: [alt], conflicts: [] });
    expect((await world.version(version)).state).toBe("superseded");
  });

  test("is not believed from a copy that has not heard of the publication yet", async () => {
    const world = await openWorld();
    await world.approve("desc", rich);
    world.clock.advance(10 * minuteMs);
    await world.publish();
    const [row] = await world.writeBacks();
    const id = row?.id ?? "";
    await giveUpUnreceived(world, () => world.undo(id));
    const { faults } = world.store.state;
    faults.set({ rules: [{ kind: "lag", ms: minuteMs }] });
    await expect(world.undo(id)).rejects.toMatchObject({ code: "shopify_lag" });
    expect((await world.writeBacks()).find((one) => one.id === id)?.state).toBe("verified");
    faults.clear();
    expect(await world.undo(id)).toMatchObject({ restored: ["desc"] });
  });
});
