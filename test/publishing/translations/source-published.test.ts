import { expect, test } from "vitest";
import { refreshTranslations } from "../../../app/catalog/translations/refresh-translations.ts";
import { keepShopTranslations, shopTranslationsOf } from "../../../app/catalog/translations/shop-translations.ts";
import type { Target } from "../../../app/texts/target.ts";
import { shop } from "../../shopify/open-store.ts";
import { inGerman, openTranslationWorld, type TranslationWorld } from "./translation-world.ts";

const inGermanMarket: Target = { ...inGerman, market: "41" };

async function outdatedIn(world: TranslationWorld, target: Target = inGerman): Promise<string[]> {
  const held = await world.db.do(shopTranslationsOf({ shop, owner: world.productId, target }));
  return Object.entries(held).flatMap(([name, { outdated }]) => (outdated ? [name] : []));
}

/** With a German title and key points, as a market of its own has them too. */
async function translated(): Promise<TranslationWorld> {
  const world = await openTranslationWorld();
  const { db, productId: owner } = world;
  await world.refresh();
  for (const name of ["title", "bullets"]) await world.approveFor(name);
  await world.publishFor();
  const texts = await db.do(shopTranslationsOf({ shop, owner, target: inGerman }));
  const readAt = world.clock.now();
  await db.transact({ shop }, () => keepShopTranslations({ shop, owner, target: inGermanMarket, texts, readAt }));
  return world;
}

test("our own publish of a source outdates its translations at once, and no other text's", async () => {
  const world = await translated();
  expect(await outdatedIn(world)).toEqual([]);
  await world.approve("title", "An apron of washed linen");
  await world.publish();
  expect(await outdatedIn(world)).toEqual(["title"]);
  expect(await outdatedIn(world, inGermanMarket)).toEqual(["title"]);
  await world.approve("bullets", ["Linen", "Four pockets"]);
  await world.publish();
  expect((await outdatedIn(world)).toSorted()).toEqual(["bullets", "title"]);
});

test("an undo that brings the source back to the letter makes its translation right again", async () => {
  const world = await translated();
  await world.approve("title", "An apron of washed linen");
  await world.publish();
  expect(await outdatedIn(world)).toEqual(["title"]);
  const [write] = await world.writeBacks();
  await world.undo(write?.id ?? "");
  expect(await outdatedIn(world)).toEqual([]);
});

test("an edit of the source in Shopify outdates them when the product is read, before they are", async () => {
  const world = await translated();
  world.edit({ title: "An apron, as somebody else calls it" });
  expect(await world.refresh()).toBe("changed");
  expect(await outdatedIn(world)).toEqual(["title"]);
});

test("a translation made of an alt text is outdated by another one for the same image", async () => {
  const world = await openTranslationWorld();
  const [alt = ""] = world.alts;
  await world.refresh();
  await world.approveFor(alt, { body: "Eine Schürze" });
  await world.publishFor();
  await world.approve(alt, "An apron on a hook");
  await world.publish();
  expect(await outdatedIn(world)).toEqual([alt]);
});

test("a translation whose source was emptied is not outdated, until there is a source again", async () => {
  const world = await openTranslationWorld();
  const { db, clock, productId } = world;
  const read = () =>
    refreshTranslations({ db, clock, admin: world.admin(shop) }, { shop, productId, targets: [inGerman] });
  await world.refresh();
  await world.approveFor("seo_desc");
  await world.publishFor();
  world.edit({ seo: { title: "An apron", description: "" } });
  await world.refresh();
  expect(await outdatedIn(world)).toEqual([]);
  await read();
  expect(world.held("seo_desc")).not.toBeNull();
  expect(await outdatedIn(world)).toEqual([]);
  world.edit({ seo: { title: "An apron", description: "An apron for guests." } });
  await world.refresh();
  expect(await outdatedIn(world)).toEqual(["seo_desc"]);
  await read();
  expect(await outdatedIn(world)).toEqual(["seo_desc"]);
});
