import { expect, test } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import { refreshTranslations } from "../../../app/catalog/translations/refresh-translations.ts";
import { shopTranslationsOf } from "../../../app/catalog/translations/shop-translations.ts";
import { shopLocales } from "../../../app/db/schema/index.ts";
import { chooseCells } from "../../../app/generation/translate/choose-cells.ts";
import { english } from "../../../app/i18n/words-of.server.ts";
import { readTranslations } from "../../../app/pages/languages/read-translations.ts";
import { shop } from "../../shopify/open-store.ts";
import { inGerman, openTranslationWorld, type TranslationWorld } from "./translation-world.ts";

const before = "Die alte Schürze";

/** A German title that Shopify holds, ours published over it, and what became of the English one meanwhile. */
async function published({ editedBefore, editedAfter }: { editedBefore?: string; editedAfter?: string }) {
  const world = await openTranslationWorld();
  const shown = { shop, published: true, reachable: true };
  await world.db.orm.insert(shopLocales).values([
    { ...shown, locale: "en", isPrimary: true, position: 0 },
    { ...shown, locale: "de", isPrimary: false, position: 1 },
  ]);
  world.translate("title", before);
  await readAgain(world);
  const madeFrom = world.source("title").digest;
  if (editedBefore !== undefined) world.edit({ title: editedBefore });
  await readAgain(world);
  await world.approveFor("title", { base: before });
  expect(await world.publishFor()).toMatchObject({ published: ["title"] });
  if (editedAfter !== undefined) world.edit({ title: editedAfter });
  await readAgain(world);
  const [writeBack] = await world.writeBacks();
  return { world, madeFrom, writeBackId: writeBack?.id ?? "" };
}

async function readAgain(world: TranslationWorld): Promise<void> {
  await world.refresh();
  const { db, clock, productId } = world;
  const targets = [{ locale: "de", market: "" }];
  await refreshTranslations({ db, clock, admin: world.admin(shop) }, { shop, productId, targets });
}

/** What the mirror, the page and a run take the title for. */
async function judged(world: TranslationWorld) {
  const { db, productId } = world;
  const product = await readProduct({ db }, shop, productId);
  if (!product) throw new Error("the product is gone");
  const mirror = await db.do(shopTranslationsOf({ shop, owner: productId, target: inGerman }));
  const texts = await readTranslations({ db }, { shop, product, target: inGerman, words: await english() });
  const wish = {
    locales: [inGerman.locale],
    contentTypes: ["title"],
    which: "missing_or_outdated" as const,
    includeEdited: true,
  };
  const { cells } = await db.do(chooseCells({ product, sourceLocale: "en", wish }));
  return {
    mirror: mirror.title?.outdated,
    page: texts.find(({ type }) => type.name === "title")?.stale,
    run: cells.length > 0,
  };
}

const outdated = { mirror: true, page: true, run: true };
const current = { mirror: false, page: false, run: false };

test("a translation that was outdated already comes back outdated, also once it is read again, until it is translated anew", async () => {
  const { world, madeFrom, writeBackId } = await published({ editedBefore: "Another apron" });
  expect(await judged(world)).toEqual(current);
  expect(await world.undo(writeBackId)).toMatchObject({ restored: ["title"], outdated: ["title"] });
  expect(world.held("title")).toBe(before);
  expect(await judged(world)).toEqual(outdated);
  const [restored] = await world.versionsOf("title");
  expect(restored).toMatchObject({ origin: "undo", state: "published", body: before, factsDigest: madeFrom });
  await readAgain(world);
  expect(await judged(world)).toEqual(outdated);
  await world.approveFor("title", { body: "Eine andere Schürze", base: before });
  expect(await world.publishFor()).toMatchObject({ published: ["title"] });
  expect(await judged(world)).toEqual(current);
});

test("a translation whose original changed after ours was published comes back outdated", async () => {
  const { world, writeBackId } = await published({ editedAfter: "Another apron" });
  expect(await world.undo(writeBackId)).toMatchObject({ restored: ["title"], outdated: ["title"] });
  await readAgain(world);
  expect(await judged(world)).toEqual(outdated);
});

test("what was put back over a changed original and is approved for it to the letter is current", async () => {
  const { world, writeBackId } = await published({ editedBefore: "Another apron" });
  await world.undo(writeBackId);
  await world.approveFor("title", { body: before, base: before });
  expect(await world.publishFor()).toMatchObject({ alreadyLive: ["title"] });
  await readAgain(world);
  expect(await judged(world)).toEqual(current);
});

test("what was put back and then saved by somebody in Shopify is what Shopify says of it", async () => {
  const { world, writeBackId } = await published({ editedAfter: "Another apron" });
  await world.undo(writeBackId);
  const { id, key } = world.place("title");
  const { translations } = world.store.state.shop(shop);
  const row = translations.find(id, { key, locale: "de", marketId: null });
  if (!row) throw new Error("nothing was put back");
  translations.put(id, { ...row, updatedAt: row.updatedAt + 60_000 });
  await readAgain(world);
  expect(await judged(world)).toMatchObject({ mirror: false, page: false });
});

test("a translation of an original that did not change comes back current", async () => {
  const { world, writeBackId } = await published({});
  expect(await world.undo(writeBackId)).toMatchObject({ restored: ["title"], outdated: [] });
  await readAgain(world);
  expect(await judged(world)).toEqual(current);
});

test("what somebody wrote in Shopify for the changed original is current for pages and runs, whatever ours was made from", async () => {
  const { world } = await published({ editedAfter: "Another apron" });
  expect(await judged(world)).toEqual(outdated);
  world.translate("title", "Eine andere Schürze");
  await readAgain(world);
  expect(await judged(world)).toEqual(current);
});
