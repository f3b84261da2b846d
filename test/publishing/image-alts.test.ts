import { describe, expect, test } from "vitest";
import { liveAlts } from "../../app/catalog/image-alts.ts";
import { checkOpenWrites } from "../../app/publishing/check-open-writes.ts";
import { resolveConflict } from "../../app/publishing/resolve-conflict.ts";
import { shop } from "../shopify/open-store.ts";
import { at, inEnglish } from "../support/places.ts";
import { impatient, mortal, openWorld, ProcessDied, type World } from "./publishing-world.ts";

async function openImages(): Promise<World & { first: string; second: string }> {
  const world = await openWorld({ fewestImages: 2, catalogue: "sample" });
  const [first, second] = world.alts;
  if (!first || !second) throw new Error("the product has fewer than two images");
  return { ...world, first, second };
}

async function mirrored(world: World): Promise<Record<string, string | null>> {
  return liveAlts((await world.product()).facts.images);
}

/** The product's images as the sandbox holds them, to change what no person can. */
function changeImages(world: World, change: (index: number) => object | null): void {
  const table = world.store.state.shop(shop).products;
  const product = table.get(Number(world.productId));
  if (!product) throw new Error("the product is gone");
  const media = product.media.flatMap((image, i) => {
    const changed = change(i);
    return changed === null ? [] : [{ ...image, ...changed }];
  });
  table.put({ ...product, media });
}

describe("approved alt texts", () => {
  test("are live at their images after publishing, in one call, and in the mirror", async () => {
    const world = await openImages();
    const before = await mirrored(world);
    await world.approve(world.first, "Apron on a hook");
    await world.approve(world.second, "Two pockets, seen close up");
    expect(await world.publish()).toMatchObject({
      published: expect.arrayContaining([world.first, world.second]),
      conflicts: [],
      problem: null,
    });
    expect([world.alt(world.first), world.alt(world.second)]).toEqual([
      "Apron on a hook",
      "Two pockets, seen close up",
    ]);
    expect(world.writes()).toEqual(["UpdateImageAlts"]);
    expect(await mirrored(world)).toEqual({
      ...before,
      [world.first]: "Apron on a hook",
      [world.second]: "Two pockets, seen close up",
    });
    expect(await world.refresh()).toBe("unchanged");
  });

  test("go with the product's other texts into one write-back, and undo brings all of it back", async () => {
    const world = await openImages();
    const before = world.alt(world.first);
    const title = (await world.live()).texts.title;
    await world.approve("title");
    await world.approve(world.first, "Apron on a hook");
    await world.publish();
    const [row] = await world.writeBacks();
    expect(row?.fields).toContainEqual(
      expect.objectContaining({
        ...at(world.first),
        before,
        sent: "Apron on a hook",
        answered: "Apron on a hook",
      }),
    );
    expect(await world.undo(row?.id ?? "")).toMatchObject({ kind: "done", conflicts: [], problem: null });
    expect([world.alt(world.first), (await world.live()).texts.title]).toEqual([before, title]);
    expect((await mirrored(world))[world.first]).toBe(before);
  });

  test("are taken away again where there was none", async () => {
    const world = await openImages();
    world.editAlt(world.first, "");
    await world.refresh();
    await world.approve(world.first, "Apron on a hook");
    await world.publish();
    const [row] = await world.writeBacks();
    await world.undo(row?.id ?? "");
    expect(world.alt(world.first)).toBeNull();
  });

  test("overwrite nothing that somebody else changed: a conflict, decided by a person", async () => {
    const world = await openImages();
    await world.approve(world.first, "Apron on a hook");
    await world.approve(world.second, "Two pockets, seen close up");
    world.editAlt(world.first, "Somebody's words");
    expect(await world.publish()).toMatchObject({ published: [world.second], conflicts: [world.first] });
    expect(world.alt(world.first)).toBe("Somebody's words");
    expect(await world.conflicts()).toMatchObject([
      { contentType: world.first, theirs: "Somebody's words", ours: "Apron on a hook" },
    ]);
    const { productId, first: contentType } = world;
    const target = { shop, productId, contentType, target: inEnglish, by: "user:1" };
    expect(await resolveConflict(world.deps, { ...target, decision: { kind: "ours" } })).toEqual({ kind: "resolved" });
    await world.publish();
    expect(world.alt(world.first)).toBe("Apron on a hook");
  });

  test("are left alone by an undo when somebody changed them since", async () => {
    const world = await openImages();
    await world.approve(world.first, "Apron on a hook");
    await world.publish();
    const [row] = await world.writeBacks();
    world.editAlt(world.first, "Somebody's words");
    expect(await world.undo(row?.id ?? "")).toMatchObject({ restored: [], conflicts: [world.first] });
    expect(world.alt(world.first)).toBe("Somebody's words");
  });

  test("that Shopify refuses do not hold up the others", async () => {
    const world = await openImages();
    await world.approve(world.first, "Apron on a hook");
    await world.approve(world.second, "x".repeat(513));
    const report = await world.publish();
    expect(report).toMatchObject({ published: [world.first], problem: expect.stringContaining("512 characters") });
    expect((await world.versionsOf(world.second))[0]?.state).toBe("approved");
  });

  test.each(["UPLOADED", "PROCESSING"])(
    "of an image that is %s wait for another time, and leave no trace",
    async (status) => {
      const world = await openImages();
      changeImages(world, (i) => (i === 0 ? { status } : {}));
      await world.approve(world.first, "Apron on a hook");
      await world.approve(world.second, "Two pockets, seen close up");
      expect(await world.publish()).toMatchObject({ published: [world.second], later: [world.first], problem: null });
      changeImages(world, () => ({ status: "READY" }));
      expect(await world.publish()).toMatchObject({ published: [world.first], later: [], problem: null });
      expect((await world.writeBacks()).map(({ state }) => state)).toEqual(["verified", "verified"]);
    },
  );

  test("of an image that Shopify could not process are refused with what to do", async () => {
    const world = await openImages();
    changeImages(world, (i) => (i === 0 ? { status: "FAILED" } : {}));
    await world.approve(world.first, "Apron on a hook");
    expect(await world.publish()).toMatchObject({ later: [], problem: expect.stringContaining("upload it again") });
  });

  test("of an image that is gone are closed and not offered again", async () => {
    const world = await openImages();
    const id = await world.approve(world.first, "Apron on a hook");
    await world.approve(world.second, "Two pockets, seen close up");
    changeImages(world, (i) => (i === 0 ? null : {}));
    expect(await world.publish()).toMatchObject({
      published: [world.second],
      problem: "The image of one alt text is no longer in the shop.",
    });
    expect((await world.version(id)).state).toBe("superseded");
    expect(await world.publish()).toMatchObject({ published: [], problem: null });
  });

  test("are asked for together by the name of all images", async () => {
    const world = await openImages();
    await world.approve(world.first, "Apron on a hook");
    await world.approve("title");
    expect(await world.publish({ contentTypes: ["image_alt"] })).toMatchObject({ published: [world.first] });
    expect((await world.versionsOf("title"))[0]?.state).toBe("approved");
  });
});

describe("a write of alt texts whose answer never came", () => {
  test("is found to have happened, by whoever comes next", async () => {
    const world = await openImages();
    await world.approve(world.first, "Apron on a hook");
    world.store.state.faults.set({
      rules: [{ kind: "lost_answer", match: { operation: "UpdateImageAlts" }, times: 1 }],
    });
    expect(await world.publish({ deps: impatient(world) })).toMatchObject({ published: [world.first] });
    expect(world.writes()).toEqual(["UpdateImageAlts"]);
    expect((await world.writeBacks())[0]).toMatchObject({ state: "verified" });
  });

  test("is settled wherever the process dies, with the text written once and the old one kept for undo", async () => {
    for (let dieAt = 1; ; dieAt++) {
      const world = await openImages();
      const earlier = world.alt(world.first);
      await world.approve(world.first, "Apron on a hook");
      const life = mortal(world.deps, dieAt);
      const died = await world.publish({ deps: life.deps }).then(
        () => false,
        (error: unknown) => error instanceof ProcessDied,
      );
      await world.publish();
      expect(world.alt(world.first), `died at step ${dieAt}`).toBe("Apron on a hook");
      const rows = (await world.writeBacks()).filter(({ state }) => state === "verified");
      expect(rows.flatMap(({ fields }) => fields.map((field) => field.before))).toEqual([earlier]);
      if (!died) break;
    }
  });

  test("is closed by maintenance when its job was cancelled", async () => {
    const world = await openImages();
    await world.approve(world.first, "Apron on a hook");
    const life = mortal(world.deps, 10);
    await world.publish({ deps: life.deps }).catch(() => undefined);
    const [open] = await world.writeBacks();
    expect(open?.state).toBe("writing");
    const { productId } = world;
    const published = await checkOpenWrites(world.deps, { shop, productId });
    const applied = world.alt(world.first) === "Apron on a hook";
    expect(published).toEqual(applied ? [world.first] : []);
    expect((await world.writeBacks())[0]?.state).toBe(applied ? "verified" : "failed");
  });
});
