import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import { translationSources } from "../../../app/catalog/translations/translation-sources.ts";
import { missingBit, shopMarkets, shopTranslations, versions } from "../../../app/db/schema/index.ts";
import { estimateTranslation } from "../../../app/generation/translate/estimate-translation.ts";
import { planTranslation } from "../../../app/generation/translate/plan-translation.ts";
import { readJob } from "../../../app/jobs/read-jobs.ts";
import { localeSchema, productIdSchema } from "../../../app/lib/brand.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { missingFor } from "../../../app/versions/missing-for-target.ts";
import { shop, startAt } from "../../support/content/shop.ts";
import { type Atelier, atelier, firstOf, putLive, start, translate } from "./translate-world.ts";

const de = localeSchema.parse("de");
const ja = localeSchema.parse("ja");
const swiss = { markets: ["31"], locales: ["de"], contentTypes: ["title"] };

/** German and Japanese, with a market for German and one for Japanese. */
async function openMarkets(meanwhile?: (body: string) => Promise<void>): Promise<Atelier> {
  const world = await atelier({ locales: ["de", "ja"], ...(meanwhile ? { meanwhile } : {}) });
  const row = { shop, active: true, parents: [] };
  await world.db.orm.insert(shopMarkets).values([
    { ...row, id: "31", handle: "ch", name: "Switzerland", countries: ["CH"], locales: ["de"], position: 0 },
    { ...row, id: "33", handle: "jp", name: "Japan", countries: ["JP"], locales: ["ja"], position: 1 },
  ]);
  return world;
}

const draftsOf = ({ db }: Atelier) =>
  db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, "draft")));

describe("a run for markets", () => {
  it("writes texts of a market's own beside those for everywhere, and tells the model who reads them and what is said everywhere", async () => {
    const sent: string[] = [];
    const world = await openMarkets(async (body) => {
      sent.push(body);
    });
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello" } });
    const { jobId, items } = await translate(world, swiss);
    expect(items).toMatchObject([{ status: "done", message: "1 text translated into 1 language" }]);
    expect(await draftsOf(world)).toMatchObject([{ locale: "de", market: "31", contentType: "title", base: null }]);
    expect(sent.join()).toContain("German, for readers in Switzerland alone");
    expect(sent.join()).toContain("Leinenhemd Ravello");
    expect((await readJob(world, { shop, jobId }))?.title).toBe("Translate 1 product into de for Switzerland");
  });

  it("takes a market only in the languages that are offered there, and everywhere only where it was asked for", async () => {
    const world = await openMarkets();
    const wish = { locales: [de, ja], contentTypes: ["title"], which: "missing" as const, includeEdited: false };
    const plan = (markets?: string[]) =>
      planTranslation(world, { shop, productIds: world.productIds, wish: { ...wish, markets } });
    expect(await plan()).toMatchObject({ asked: 2, byMarket: { "": 2 } });
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello" } });
    expect(await plan(["", "31"])).toMatchObject({ asked: 2, byLocale: { de: 1, ja: 1 }, byMarket: { "": 1, 31: 1 } });
    expect(await plan(["33"])).toMatchObject({ asked: 1, byLocale: { ja: 1 }, byMarket: { 33: 1 } });
    const estimate = {
      shop,
      productIds: world.productIds,
      wish: { ...wish, markets: ["31", "33"] },
      productCredits: 1,
    };
    expect(await estimateTranslation(world, estimate)).toMatchObject({ asked: 2, byMarket: { 31: 1, 33: 1 } });
  });

  it("translates the general text alone where that is missing, outdated or waits: a market has nothing to say otherwise yet", async () => {
    const world = await openMarkets();
    const wish = { locales: [de], markets: ["", "31"], contentTypes: ["title"], includeEdited: true };
    const plan = (which: "missing" | "missing_or_outdated" | "all") =>
      planTranslation(world, { shop, productIds: world.productIds, wish: { ...wish, which } });
    const generalAlone = { asked: 1, byMarket: { "": 1 }, leftOut: { reads_general: 1 } };
    expect(await plan("missing")).toMatchObject(generalAlone);
    expect((await plan("missing")).byMarket).toEqual({ "": 1 });
    const { items } = await translate(world, wish);
    expect(items).toMatchObject([{ status: "done", message: "1 text translated into 1 language" }]);
    expect(await start(world, wish)).toBeNull();
    expect((await plan("missing")).leftOut).toMatchObject({ waits: 1, reads_general: 1 });
    await world.db.orm.delete(versions).where(eq(versions.shop, shop));
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello", outdated: true } });
    expect(await plan("missing_or_outdated")).toMatchObject(generalAlone);
    expect(await plan("missing")).toMatchObject({ asked: 0, leftOut: { translated: 1, reads_general: 1 } });
    await world.db.orm.delete(shopTranslations).where(eq(shopTranslations.shop, shop));
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello" } });
    expect(await plan("all")).toMatchObject({ asked: 2, byMarket: { "": 1, 31: 1 }, leftOut: { reads_general: 0 } });
  });

  it("keeps nothing of what says the same as is said everywhere, and takes no credits for it", async () => {
    const world = await openMarkets();
    await translate(world, { locales: ["de"], contentTypes: ["title"] });
    const [general] = await draftsOf(world);
    await putLive(world, "de", { title: { value: String(general?.body) } });
    const { items } = await translate(world, swiss);
    expect(items).toMatchObject([
      { status: "done", message: "Nothing to keep for the markets: 1 text says the same as the general text." },
    ]);
    expect((await draftsOf(world)).map(({ market }) => market)).toEqual([""]);
  });

  it("leaves a market's text that is there, and what waits for it", async () => {
    const world = await openMarkets();
    await world.db.orm.insert(shopTranslations).values({
      ...{ shop, owner: "1001", locale: "de", market: "31", readAt: startAt },
      texts: { title: { value: "Schweizer Hemd", outdated: false, updatedAt: startAt } },
    });
    expect(await start(world, swiss)).toBeNull();
    await translate(world, { ...swiss, contentTypes: ["desc"] });
    expect(await start(world, { ...swiss, contentTypes: ["desc"] })).toBeNull();
  });

  it("translates a market's text again whose general text changed since, and none that waits to be given up", async () => {
    const world = await openMarkets();
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello", updatedAt: startAt + 1 } });
    await world.db.orm.insert(shopTranslations).values({
      ...{ shop, owner: "1001", locale: "de", market: "31", readAt: startAt },
      texts: { title: { value: "Schweizer Hemd", outdated: false, updatedAt: startAt } },
    });
    const wish = { locales: [de], markets: ["31"], contentTypes: ["title"], includeEdited: true };
    const plan = () =>
      planTranslation(world, {
        ...{ shop, productIds: world.productIds },
        wish: { ...wish, which: "missing_or_outdated" },
      });
    expect(await plan()).toMatchObject({ asked: 1, byMarket: { 31: 1 } });
    await world.db.orm.insert(versions).values({
      ...{ id: "ver_1", shop, productId: "1001", contentType: "title", locale: "de", market: "31", state: "approved" },
      ...{ origin: "given_up", body: "Hemd", warnings: [], blocked: false, evidence: [], base: null },
      ...{ baseDigest: "base", factsDigest: "another source", configDigest: "config", createdAt: startAt },
    });
    expect(await plan()).toMatchObject({ asked: 0, leftOut: { waits: 1 } });
  });

  it("leaves a market that a person gave up while the model was at work", async () => {
    const world: Atelier = await openMarkets(async () => {
      const target = { locale: de, market: "31", channel: "store" as const };
      const edit = { shop, productId: firstOf(world), target, contentType: "title", by: "user:1" };
      await editVersion(world, { ...edit, body: "Leinenhemd Ravello", givesUp: true });
    });
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello" } });
    const { items } = await translate(world, swiss);
    expect(items).toMatchObject([{ status: "done", result: { texts: 1, aside: 1 } }]);
    expect(await draftsOf(world)).toMatchObject([{ market: "31", origin: "given_up" }]);
  });

  it("counts a market that was given up to the general text as done, not as missing", async () => {
    const world = await openMarkets();
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello" } });
    const putVersion = (id: string, change: Partial<typeof versions.$inferInsert>) =>
      world.db.orm.insert(versions).values({
        ...{ id, shop, productId: "1001", contentType: "title", locale: "de", market: "31", state: "published" },
        ...{ origin: "given_up", body: "Hemd", warnings: [], blocked: false, evidence: [], base: null },
        ...{ baseDigest: "base", factsDigest: "facts", configDigest: "config", createdAt: startAt },
        ...change,
      });
    await putVersion("ver_1", {});
    expect(await start(world, swiss)).toBeNull();
    const target = { locale: "de", market: "31", channel: "store" };
    const lacking = await world.db.do(missingFor({ shop, productId: "1001", target, images: [] }));
    expect(lacking & (missingBit.title | missingBit.desc)).toBe(missingBit.desc);
    await putVersion("ver_2", { origin: "generated", body: "Leinenhemd Ravello", createdAt: startAt + 1 });
    expect(await start(world, swiss)).toBeNull();
    await putVersion("ver_3", { origin: "generated", body: "Nur in der Schweiz", createdAt: startAt + 2 });
    expect(await start(world, swiss)).not.toBeNull();
  });

  it("takes no text that a market gave up for a translation of another product", async () => {
    const world = await openMarkets();
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello" } });
    const product = await readProduct(world, shop, productIdSchema.parse("1001"));
    if (!product) throw new Error("the product is gone");
    const source = (await world.db.do(translationSources(product))).find(({ name }) => name === "title");
    await world.db.orm.insert(versions).values({
      ...{ id: "ver_1", shop, productId: "9", contentType: "title", locale: "de", market: "31", state: "published" },
      ...{ origin: "given_up", body: "Hemd wie sonst", warnings: [], blocked: false, evidence: [], base: null },
      ...{ baseDigest: "base", factsDigest: source?.digest ?? "", configDigest: "config", createdAt: startAt },
      ...{ decidedAt: startAt },
    });
    const wish = { ...swiss, locales: [de], which: "missing" as const, includeEdited: false };
    const plan = await planTranslation(world, { shop, productIds: world.productIds, wish });
    expect(plan).toMatchObject({ asked: 1, reused: 0 });
  });
});
