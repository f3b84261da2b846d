import { describe, expect, test } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import { refreshTranslations } from "../../../app/catalog/translations/refresh-translations.ts";
import { decideConflict } from "../../../app/commands/texts/decide-conflict.ts";
import { editTexts } from "../../../app/commands/texts/edit-texts.ts";
import { restoreText } from "../../../app/commands/texts/restore-text.ts";
import { writeText } from "../../../app/commands/texts/write-text.ts";
import { english } from "../../../app/i18n/words-of.server.ts";
import { localeSchema } from "../../../app/lib/brand.ts";
import { readTranslations } from "../../../app/pages/languages/read-translations.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { shop } from "../../shopify/open-store.ts";
import { german, inGerman, openTranslationWorld, type TranslationWorld } from "./translation-world.ts";

const person = { shop, by: "user:1" };
const locale = localeSchema.parse("de");

/** The title as the editor shows it. */
async function shownTitle({ db, productId }: TranslationWorld) {
  const product = await readProduct({ db }, shop, productId);
  if (!product) throw new Error("the product is gone");
  const texts = await readTranslations({ db }, { shop, product, target: inGerman, words: await english() });
  const title = texts.find(({ type }) => type.name === "title");
  if (!title) throw new Error("there is no title");
  return title;
}

async function readAgain(world: TranslationWorld): Promise<void> {
  await world.refresh();
  const { db, clock, productId } = world;
  const targets = [{ locale: "de", market: "" }];
  await refreshTranslations({ db, clock, admin: world.admin(shop) }, { shop, productId, targets });
}

async function write(world: TranslationWorld, body: string, seen: Awaited<ReturnType<typeof shownTitle>>) {
  const { productId } = world;
  const sitting = { continues: false, ends: true };
  const saved = await writeText.run(world, person, {
    ...{ productId, contentType: "title", locale, body, sitting },
    ...{ seen: seen.newest?.id ?? null, shown: seen.shown },
  });
  if (saved.kind !== "saved") throw new Error(saved.kind);
  return saved.draft;
}

async function approve({ db, clock }: TranslationWorld, id: string): Promise<void> {
  await approveVersions({ db, clock }, { shop, versionIds: [id], by: "user:2", onlyClean: false, override: true });
}

describe("what a person writes in the editor of translations", () => {
  test("counts as made from the original that they saw: outdated at once where that changed meanwhile", async () => {
    const world = await openTranslationWorld();
    const seen = await shownTitle(world);
    const before = world.source("title").digest;
    world.edit({ title: "Another apron" });
    await readAgain(world);
    const draft = await write(world, "Eine Schürze aus Leinen", seen);
    expect(draft.factsDigest).toBe(before);
    expect(await shownTitle(world)).toMatchObject({ stale: true, newest: { id: draft.id } });
    await approve(world, draft.id);
    expect(await world.publishFor()).toMatchObject({ published: [], sourceChanged: ["title"] });
    // Over the new original it is current.
    const again = await write(world, "Eine andere Schürze", await shownTitle(world));
    expect(await shownTitle(world)).toMatchObject({ stale: false, newest: { id: again.id } });
  });

  test("is based on the translation that they saw: one that came meanwhile is a conflict", async () => {
    const world = await openTranslationWorld();
    world.translate("title", "Gesehen");
    await readAgain(world);
    const seen = await shownTitle(world);
    world.translate("title", "Von Hand");
    await readAgain(world);
    const draft = await write(world, "Eine Schürze aus Leinen", seen);
    await approve(world, draft.id);
    expect(await world.publishFor()).toMatchObject({ published: [], conflicts: ["title"] });
    expect(world.held("title")).toBe("Von Hand");
  });

  test("knows that base where a version holds it", async () => {
    const world = await openTranslationWorld();
    await world.approveFor("title");
    await world.publishFor();
    const seen = await shownTitle(world);
    world.translate("title", "Von Hand");
    await readAgain(world);
    expect((await write(world, "Eine Schürze aus Leinen", seen)).base).toBe(german.title);
    expect((await write(world, "Noch eine Schürze", await shownTitle(world))).base).toBe(german.title);
  });

  test("decides no conflict that was found after the page was read", async () => {
    const world = await openTranslationWorld();
    await world.approveFor("title");
    const seen = await shownTitle(world);
    world.translate("title", "Von Hand");
    await world.publishFor();
    const edit = { contentType: "title", body: "Eine Schürze aus Leinen", seen: seen.newest?.id ?? null };
    const save = (shown: typeof seen.shown, body: string, over: string | null) =>
      editTexts.run(world, person, {
        productId: world.productId,
        locale,
        edits: [{ ...edit, body, seen: over, shown }],
      });
    expect(await save(seen.shown, edit.body, edit.seen)).toEqual({ kind: "saved" });
    const now = await shownTitle(world);
    expect(now.conflict).toMatchObject({ theirs: "Von Hand" });
    expect(await save(now.shown, "Eine dritte Schürze", now.newest?.id ?? null)).toEqual({ kind: "saved" });
    expect((await shownTitle(world)).conflict).toBeNull();
  });
});

test("a version that is restored counts as made from what it was made from", async () => {
  const world = await openTranslationWorld();
  const first = await write(world, "Eine Schürze aus Leinen", await shownTitle(world));
  world.edit({ title: "Another apron" });
  await readAgain(world);
  const second = await write(world, "Eine andere Schürze", await shownTitle(world));
  expect(await shownTitle(world)).toMatchObject({ stale: false });
  const { shown } = await shownTitle(world);
  const { productId } = world;
  const asked = { productId, versionId: first.id, seen: second.id, shown, locale };
  expect(await restoreText.run(world, person, asked)).toEqual({ kind: "restored" });
  const restored = await shownTitle(world);
  expect(restored).toMatchObject({ stale: true, newest: { body: first.body, factsDigest: first.factsDigest } });
});

test("our text that is kept over a changed original counts as made from the one that was shown", async () => {
  const world = await openTranslationWorld();
  await world.approveFor("title");
  world.edit({ title: "Another apron" });
  expect(await world.publishFor()).toMatchObject({ sourceChanged: ["title"] });
  await readAgain(world);
  const { conflict, shown } = await shownTitle(world);
  world.edit({ title: "A third apron" });
  await readAgain(world);
  const { productId } = world;
  const decision = { productId, contentType: "title", locale, keep: "ours" as const };
  const detectedAt = conflict?.detectedAt;
  expect(await decideConflict.run(world, person, { ...decision, detectedAt, shown })).toEqual({ kind: "decided" });
  expect(await shownTitle(world)).toMatchObject({ stale: true });
  expect(await world.publishFor()).toMatchObject({ published: [], sourceChanged: ["title"] });
});
