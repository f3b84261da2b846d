import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { liveAlts } from "../../app/catalog/image-alts.ts";
import { refreshProduct } from "../../app/catalog/refresh-product.ts";
import { keepShopTranslations, shopTranslationsOf } from "../../app/catalog/translations/shop-translations.ts";
import { sourceDigest } from "../../app/catalog/translations/source-digest.ts";
import { jobItems, products, versions } from "../../app/db/schema/index.ts";
import { createWorker } from "../../app/jobs/create-worker.ts";
import { type ProductId, productIdSchema } from "../../app/lib/brand.ts";
import { listConflicts } from "../../app/publishing/list-conflicts.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { createPublishTask } from "../../app/tasks/publish.ts";
import { imageGidOf } from "../../app/texts/slot.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { isOfSlot } from "../../app/versions/conditions.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { shop, silent } from "../shopify/open-store.ts";
import { inEnglish } from "../support/places.ts";
import { free, openWorld, type World } from "./publishing-world.ts";

interface Shared extends World {
  /** the alt text of the image that both products show */
  image: string;
  other: ProductId;
}

/** Two mirrored products that show one image. */
async function openShared(): Promise<Shared> {
  const world = await openWorld({ fewestImages: 2, catalogue: "sample" });
  const [image] = world.alts;
  const second = world.store.state.listProducts(shop, { first: 50 }).products.find(({ id }) => id !== world.gid);
  if (!image || !second) throw new Error("the store has too little");
  const { data } = world.store.state.graphql(
    shop,
    "mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }",
    { files: [{ id: imageGidOf(image), referencesToAdd: [second.id] }] },
  );
  expect(data).toEqual({ fileUpdate: { userErrors: [] } });
  const other = productIdSchema.parse(String(second.numericId));
  for (const id of [world.productId, other]) {
    await refreshProduct({ ...world.deps, admin: world.admin(shop) }, { shop, id });
  }
  return { ...world, image, other };
}

async function mirrored(world: Shared, productId: ProductId): Promise<string | null | undefined> {
  const [row] = await world.db.orm
    .select()
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.id, productId)));
  return row && liveAlts(row.facts.images)[world.image];
}

async function published(world: Shared): Promise<[string, unknown][]> {
  const rows = await world.db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), isOfSlot(versions, world.image), eq(versions.state, "published")));
  return rows.map(({ productId, body }) => [productId, body]);
}

const lastWrite = async (world: World, productId: ProductId) =>
  (await world.writeBacks()).find((row) => row.productId === productId)?.id ?? "";

describe("the alt text of an image that two products show", () => {
  test("published from one is in the other's mirror, and is the base of its next text", async () => {
    const world = await openShared();
    const { image, other, productId } = world;
    await world.approve(image, "A draft, replaced", { productId: other });
    await world.approve(image, "Apron on a hook");
    await world.publish();
    expect(await mirrored(world, productId)).toBe("Apron on a hook");
    expect(await mirrored(world, other)).toBe("Apron on a hook");
    await world.approve(image, "Apron on a brass hook", { productId: other });
    expect(await world.publish({ productId: other })).toMatchObject({ published: [image], conflicts: [] });
    expect(await mirrored(world, productId)).toBe("Apron on a brass hook");
    expect(await published(world)).toEqual([[other, "Apron on a brass hook"]]);
  });

  test("published from one outdates what the other holds of its translations", async () => {
    const world = await openShared();
    const { db, image, other } = world;
    const target = storeTarget("de");
    const of = sourceDigest(world.alt(image) ?? "");
    const texts = { [image]: { value: "Schürze", outdated: false, updatedAt: null, of } };
    await db.transact({ shop }, () => keepShopTranslations({ shop, owner: other, target, texts, readAt: 1 }));
    await world.approve(image, "A draft of the other", { productId: other });
    await world.approve(image, "Apron on a hook");
    await world.publish();
    const held = await db.do(shopTranslationsOf({ shop, owner: other, target }));
    expect(held[image]).toMatchObject({ value: "Schürze", outdated: true });
  });

  test("that both had a draft for is not overwritten by the second: a person decides", async () => {
    const world = await openShared();
    const { image, other, productId } = world;
    const before = world.alt(image);
    await world.approve(image, "Apron on a hook");
    await world.approve(image, "The second product's words", { productId: other });
    await world.publish();
    const { title } = await world.product();
    const product = { productId, title };
    expect(await world.publish({ productId: other })).toMatchObject({
      published: [],
      conflicts: [image],
      ofOthers: [{ contentType: image, product }],
    });
    expect(world.alt(image)).toBe("Apron on a hook");
    expect(await world.conflicts()).toMatchObject([{ productId: other, base: before, theirs: "Apron on a hook" }]);
    expect(await listConflicts(world, { shop })).toMatchObject({ rows: [{ productId: other, ofOther: product }] });
    expect(await published(world)).toEqual([[productId, "Apron on a hook"]]);
  });

  test("is called the other product's in the job's words, and somebody else's text is not", async () => {
    const world = await openShared();
    const { image, other } = world;
    await world.approve(image, "Apron on a hook");
    await world.approve(image, "The second product's words", { productId: other });
    await world.publish();
    const itemOf = async () => {
      await startPublishing(world, { shop, productIds: [other] });
      await createWorker({
        ...world,
        logger: silent,
        tasks: [createPublishTask(world)],
        slots: 1,
        leaseMs: 600_000,
      }).tick();
      const items = await world.db.orm.select().from(jobItems).where(eq(jobItems.shop, shop));
      return items.at(-1);
    };
    const { title } = await world.product();
    expect(await itemOf()).toMatchObject({
      status: "conflict",
      message: `At an image that this product shares stands the alt text that you published with “${title}”. None of these was overwritten; open the product and choose a text.`,
    });
    world.clock.advance(180_000);
    world.editAlt(image, "Somebody's own words");
    expect((await itemOf())?.message).toMatch(/^Changed in the shop since the text was written: /);
    expect(await world.publish({ productId: other })).toMatchObject({ conflicts: [image], ofOthers: [] });
  });

  test("that the other published already is taken as live, without a write", async () => {
    const world = await openShared();
    await world.approve(world.image, "Apron on a hook");
    await world.approve(world.image, "Apron on a hook", { productId: world.other });
    await world.publish();
    expect(await world.publish({ productId: world.other })).toMatchObject({
      alreadyLive: [world.image],
      conflicts: [],
    });
    expect(world.writes()).toHaveLength(1);
    expect(await published(world)).toEqual([[world.other, "Apron on a hook"]]);
  });

  test("is not undone from the first after the second wrote; undone from the second, then from the first, it is as before", async () => {
    const world = await openShared();
    const { image, other, productId } = world;
    const before = world.alt(image);
    await world.approve(image, "Apron on a hook");
    await world.publish();
    await world.approve(image, "The second product's words", { productId: other });
    await world.publish({ productId: other });
    const [first, second] = [await lastWrite(world, productId), await lastWrite(world, other)];
    expect(await world.undo(first)).toMatchObject({ restored: [], conflicts: [image] });
    expect(world.alt(image)).toBe("The second product's words");
    expect(await world.undo(second, { productId: other })).toMatchObject({ restored: [image], conflicts: [] });
    expect([world.alt(image), await mirrored(world, productId)]).toEqual(["Apron on a hook", "Apron on a hook"]);
    expect(await world.undo(first)).toMatchObject({ restored: [image], conflicts: [] });
    expect([world.alt(image), await mirrored(world, other)]).toEqual([before, before]);
  });

  test("has one history: each product's page shows what was published from the other, and no draft of it", async () => {
    const world = await openShared();
    const { image, other, productId } = world;
    await world.approve(image, "Apron on a hook");
    await world.publish();
    await world.approve(image, "Never published", { base: "nothing" });
    // Without texts of its own for the image it hears of the change by its webhook.
    await refreshProduct({ ...world.deps, admin: world.admin(shop) }, { shop, id: other });
    const textOf = async (id: ProductId) =>
      (await readProductTexts(world, { shop, productId: id, target: inEnglish }))?.find(
        ({ contentType }) => contentType === image,
      );
    expect(await textOf(other)).toMatchObject({
      live: "Apron on a hook",
      newest: null,
      approved: null,
      history: [{ body: "Apron on a hook", productId }],
    });
    expect((await textOf(productId))?.history.map((version) => version.productId)).toEqual([undefined, undefined]);
  });

  test("is written by one product at a time: the other comes back and sees what the first wrote", async () => {
    const world = await openShared();
    const { image, other } = world;
    await world.approve(image, "Apron on a hook");
    await world.approve(image, "The second product's words", { productId: other });
    let met: unknown;
    const guards = {
      ...free,
      // Between our reading and our call.
      async assertStillWanted() {
        met ??= await world.publish({ productId: other }).catch((error: unknown) => error);
      },
    };
    await world.publish({ guards });
    expect(met).toMatchObject({ code: "image_busy", retryable: true });
    expect(await world.publish({ productId: other })).toMatchObject({ conflicts: [image] });
    expect(world.alt(image)).toBe("Apron on a hook");
  });

  test("read by a copy that lags behind is read again: the first product's text is not overwritten", async () => {
    const world = await openShared();
    const { image, other } = world;
    world.clock.advance(120_000);
    await world.approve(image, "Apron on a hook");
    await world.approve(image, "The second product's words", { productId: other });
    await world.publish();
    world.store.state.faults.set({ rules: [{ kind: "lag", ms: 60_000, match: { operation: "ReadImageAlts" } }] });
    await expect(world.publish({ productId: other })).rejects.toMatchObject({ code: "shopify_lag" });
    world.clock.advance(61_000);
    expect(await world.publish({ productId: other })).toMatchObject({ published: [], conflicts: [image] });
    expect(world.alt(image)).toBe("Apron on a hook");
  });
});
