import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { keepShopTranslations, shopTranslationsOf } from "../../../app/catalog/translations/shop-translations.ts";
import { shopMarkets } from "../../../app/db/schema/index.ts";
import { listConflicts } from "../../../app/publishing/list-conflicts.ts";
import type { Target } from "../../../app/texts/target.ts";
import { shop } from "../../shopify/open-store.ts";
import {
  europeanMarket,
  german,
  inFrench,
  inGerman,
  openTranslationWorld,
  stateOf,
  type TranslationWorld,
} from "./translation-world.ts";

const names = Object.keys(german);

async function approveAll(world: TranslationWorld): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of names) ids.set(name, await world.approveFor(name));
  return ids;
}

/** A market that one inherits from has a title of its own, as far as the app knows. */
/** Another market of the store, which the app knows as the one above. */
async function openAbove(world: TranslationWorld, target: Target): Promise<Target> {
  const europe = world.store.state.addMarket(shop, europeanMarket);
  const above = { ...target, market: String(europe.id) };
  const market = { shop, handle: "m", active: true, locales: [], position: 0 };
  await world.db.orm.delete(shopMarkets).where(eq(shopMarkets.shop, shop));
  await world.db.orm.insert(shopMarkets).values([
    { ...market, id: target.market, name: "Switzerland", parents: [above.market], countries: ["CH"] },
    { ...market, id: above.market, name: "Europe", parents: [], countries: ["CH", "DE"] },
  ]);
  return above;
}

/** What the last import read there. */
async function keepMirrored({ db, productId: owner }: TranslationWorld, target: Target, value: string): Promise<void> {
  const texts = { title: { value, outdated: false, updatedAt: null } };
  await db.transact({ shop }, () => keepShopTranslations({ shop, owner, target, texts, readAt: 1 }));
}

const sorted = (list: readonly string[]) => [...list].sort();

describe("approved translations of a product", () => {
  test("are what a shopper in that language reads, in one call a resource, and the mirror says so", async () => {
    const world = await openTranslationWorld();
    const [alt = ""] = world.alts;
    const ids = await approveAll(world);
    ids.set(alt, await world.approveFor(alt, { body: "Eine Schürze auf einem Tisch" }));
    await world.approveFor("title", { target: inFrench, body: "Tablier en lin" });
    const report = await world.publishFor();
    expect(report).toMatchObject({ kind: "done", conflicts: [], problem: null, withoutSource: [], lost: [] });
    expect(report.kind === "done" && sorted(report.published)).toEqual(sorted([...names, alt]));
    expect(world.calls()).toEqual(
      expect.arrayContaining([
        { name: "RegisterTranslations", rows: 4 },
        { name: "RegisterTranslations", rows: 1 },
        { name: "RegisterTranslations", rows: 1 },
      ]),
    );
    expect(world.shopper("DE", "de")).toMatchObject({ title: german.title, body_html: german.desc });
    expect(world.held("bullets")).toBe(JSON.stringify(german.bullets));
    expect(world.held("title", inFrench)).toBeNull();
    for (const id of ids.values()) expect(await stateOf(world, id)).toBe("published");
    const mirror = await world.db.do(shopTranslationsOf({ shop, owner: world.productId, target: inGerman }));
    expect(mirror.title).toEqual({
      ...{ value: german.title, outdated: false, updatedAt: expect.any(Number) },
      of: world.source("title").digest,
    });
    expect(Object.keys(mirror).sort()).toEqual(sorted([...names, alt]));
    expect(await world.writeBacks()).toMatchObject([{ writer: "translation", state: "verified", createdBy: "user:1" }]);
    expect(await world.publishFor()).toMatchObject({ published: [], alreadyLive: [], conflicts: [] });
  });

  test("replace the live translation that they were made from, and leave others as they are", async () => {
    const world = await openTranslationWorld();
    world.translate("title", "Alter Titel");
    world.translate("seo_title", "Suchtitel");
    await world.approveFor("title", { base: "Alter Titel" });
    expect(await world.publishFor()).toMatchObject({ published: ["title"] });
    expect([world.held("title"), world.held("seo_title")]).toEqual([german.title, "Suchtitel"]);
    await world.approveFor("title", { body: "Noch ein Titel", base: "Alter Titel" });
    expect(await world.publishFor()).toMatchObject({ published: ["title"], conflicts: [] });
  });

  test("are not written over what somebody edited in Translate & Adapt since: three sides", async () => {
    const world = await openTranslationWorld();
    const ids = await approveAll(world);
    world.translate("title", "Von Hand");
    expect(await world.publishFor()).toMatchObject({ conflicts: ["title"], sourceChanged: [], problem: null });
    expect(world.held("title")).toBe("Von Hand");
    expect(await stateOf(world, ids.get("title") ?? "")).toBe("approved");
    expect(await stateOf(world, ids.get("desc") ?? "")).toBe("published");
    const { rows } = await listConflicts(world, { shop, target: inGerman });
    expect(rows).toMatchObject([{ contentType: "title", base: null, theirs: "Von Hand", ours: german.title }]);
  });

  test("of an original that changed after they were made are a conflict, whoever changed it", async () => {
    const world = await openTranslationWorld();
    await approveAll(world);
    world.edit({ title: "Another apron" });
    expect(await world.publishFor()).toMatchObject({ conflicts: ["title"], sourceChanged: ["title"] });
    expect(world.held("title")).toBeNull();
    expect(world.held("seo_title")).toBe(german.seo_title);
    expect((await listConflicts(world, { shop, target: inGerman })).rows).toMatchObject([{ reason: "source_changed" }]);
  });

  test("whose original changes between reading and writing: four of the product's five are stored, none with a fresh digest", async () => {
    const world = await openTranslationWorld();
    await approveAll(world);
    const guards = {
      *assertLease() {},
      async assertStillWanted() {
        world.edit({ title: "Another apron" });
      },
    };
    expect(await world.publishFor(inGerman, { guards })).toMatchObject({
      conflicts: ["title"],
      sourceChanged: ["title"],
      problem: null,
    });
    expect(world.held("title")).toBeNull();
    for (const name of names.filter((one) => one !== "title")) expect(world.held(name)).not.toBeNull();
    expect(world.calls().filter(({ name }) => name === "RegisterTranslations")).toHaveLength(2);
    const { rows } = await listConflicts(world, { shop, target: inGerman });
    expect(rows).toMatchObject([{ contentType: "title", theirs: null, reason: "source_changed" }]);
  });

  test("without an original in the shop are told, and the others are published", async () => {
    const world = await openTranslationWorld();
    world.edit({ seo: { title: "", description: "An apron for the house." } });
    await approveAll(world);
    expect(await world.publishFor()).toMatchObject({ withoutSource: ["seo_title"], problem: null });
    expect([world.held("seo_title"), world.held("title")]).toEqual([null, german.title]);
  });

  test("for a language that the shop has no more stay approved, and it is said", async () => {
    const world = await openTranslationWorld();
    const id = await world.approveFor("title");
    world.store.state.shop(shop).locales.delete("de");
    const report = await world.publishFor();
    expect(report).toMatchObject({
      published: [],
      problem: expect.stringContaining("does not have this language any more"),
    });
    expect(await stateOf(world, id)).toBe("approved");
    expect(await world.writeBacks()).toMatchObject([{ state: "failed" }]);
  });

  test("into a metafield that cannot be translated are kept, and that is said, not that it is empty", async () => {
    const world = await openTranslationWorld();
    world.store.state.shop(shop).definitions.clear();
    const id = await world.approveFor("bullets");
    expect(await world.publishFor()).toMatchObject({
      ...{ notTranslatable: ["bullets"], withoutSource: [], problem: null },
    });
    expect(await stateOf(world, id)).toBe("approved");
  });

  test("of a handle are never written", async () => {
    const world = await openTranslationWorld();
    const handle = world.held("handle");
    await world.approveFor("handle", { body: "schuerze" });
    expect(await world.publishFor()).toMatchObject({ published: [] });
    expect(world.held("handle")).toBe(handle);
    expect(world.calls()).toEqual([]);
  });
});

describe("a market's text", () => {
  const marketOf = (world: TranslationWorld, locale = "de"): Target => {
    const [market] = [...world.store.state.shop(shop).markets.values()];
    return { ...inGerman, locale: locale as Target["locale"], market: String(market?.id) };
  };

  test("is written for that market alone, and one that says what is said everywhere is removed", async () => {
    const world = await openTranslationWorld();
    const target = marketOf(world);
    world.translate("title", "Überall");
    await world.approveFor("title", { target, body: "Nur hier" });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"], problem: null });
    expect([world.held("title", target), world.held("title")]).toEqual(["Nur hier", "Überall"]);
    const id = await world.approveFor("title", { target, body: "Überall", base: "Nur hier" });
    expect(await world.publishFor(target)).toMatchObject({
      ...{ published: ["title"], sameAsGeneral: ["title"], shadowed: [], problem: null },
    });
    expect(world.held("title", target)).toBeNull();
    expect(await stateOf(world, id)).toBe("published");
    expect(world.calls().at(-1)).toEqual({ name: "RemoveTranslations", rows: 1 });
  });

  test("in the shop's own language that says what the original says is removed, too", async () => {
    const world = await openTranslationWorld();
    const target = marketOf(world, "en");
    const title = world.source("title").value;
    await world.approveFor("title", { target, body: "Only here" });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"] });
    await world.approveFor("title", { target, body: title, base: "Only here" });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"], problem: null });
    expect(world.held("title", target)).toBeNull();
  });

  test("that says what is said everywhere needs no call where there is none, and it is told", async () => {
    const world = await openTranslationWorld();
    const target = marketOf(world);
    world.translate("title", "Überall");
    const id = await world.approveFor("title", { target, body: "Überall" });
    expect(await world.publishFor(target)).toMatchObject({ alreadyLive: ["title"], sameAsGeneral: ["title"] });
    expect(await stateOf(world, id)).toBe("published");
    expect(world.calls()).toEqual([]);
  });

  test("that says what is said everywhere stays, and is told, where the market above says something else", async () => {
    const world = await openTranslationWorld();
    const target = marketOf(world);
    world.translate("title", "Weiter oben", await openAbove(world, target));
    world.translate("title", "Überall");
    world.translate("title", "Nur hier", target);
    const id = await world.approveFor("title", { target, body: "Überall", base: "Nur hier" });
    expect(await world.publishFor(target)).toMatchObject({ published: [], sameAsGeneral: [], shadowed: ["title"] });
    expect(world.held("title", target)).toBe("Nur hier");
    expect(await stateOf(world, id)).toBe("approved");
  });
  test("that says what a market above says, or the original where nothing is translated, is removed, and kept where it must be", async () => {
    const world = await openTranslationWorld();
    const target = marketOf(world);
    const source = world.source("title").value;
    world.translate("title", "Nur hier", target);
    await world.approveFor("title", { target, body: source, base: "Nur hier" });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"], sameAsGeneral: ["title"] });
    expect(world.held("title", target)).toBeNull();
    world.translate("title", "Weiter oben", await openAbove(world, target));
    await world.approveFor("title", { target, body: source });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"], sameAsGeneral: [], shadowed: [] });
    expect(world.held("title", target)).toBe(source);
    await world.approveFor("title", { target, body: "Weiter oben", base: source });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"], sameAsGeneral: ["title"] });
    expect(world.held("title", target)).toBeNull();
  });

  test("is compared with what the markets above say now, not with what was read of them once", async () => {
    const world = await openTranslationWorld();
    const target = marketOf(world);
    const above = await openAbove(world, target);
    await keepMirrored(world, above, "War weiter oben");
    world.translate("title", "Überall");
    await world.approveFor("title", { target, body: "War weiter oben" });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"], sameAsGeneral: [] });
    expect(world.held("title", target)).toBe("War weiter oben");
    world.translate("title", "Jetzt weiter oben", above);
    await world.approveFor("title", { target, body: "Jetzt weiter oben", base: "War weiter oben" });
    expect(await world.publishFor(target)).toMatchObject({ published: ["title"], sameAsGeneral: ["title"] });
    expect(world.held("title", target)).toBeNull();
  });

  test("is compared with the nearest of many markets above, also in the shop's own language", async () => {
    const world = await openTranslationWorld();
    for (const locale of ["de", "en"]) {
      const target = marketOf(world, locale);
      const above = await openAbove(world, target);
      const parents = ["71", "72", "73", "74", "75", "76", above.market];
      await world.db.orm
        .update(shopMarkets)
        .set({ parents })
        .where(and(eq(shopMarkets.shop, shop), eq(shopMarkets.id, target.market)));
      world.translate("title", "Weiter oben", above);
      world.translate("title", "Nur hier", target);
      await world.approveFor("title", { target, body: "Weiter oben", base: "Nur hier" });
      expect(await world.publishFor(target)).toMatchObject({ published: ["title"], sameAsGeneral: ["title"] });
      expect(world.held("title", target)).toBeNull();
    }
  });
});
