import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readProduct } from "../../app/catalog/read-product.ts";
import {
  conflicts,
  modelAnswers,
  products,
  shops,
  type TextBody,
  versions,
  writeBacks,
} from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { storeDrafts } from "../../app/generation/store-drafts.ts";
import { formatsOf } from "../../app/i18n/formats.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { type JobId, jobIdSchema } from "../../app/lib/brand.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { compareWithCatalogue } from "../../app/quality/near-duplicates/compare-catalogue.ts";
import { addContentType } from "../../app/rules/content-types/save-content-type.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { slotNamed } from "../../app/texts/slot.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { costOf } from "../../app/ui/product/history-list.tsx";
import { openVersions } from "../../app/versions/open-versions.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { rejectVersion } from "../../app/versions/reject-version.ts";
import { removeContentType } from "../../app/versions/remove-content-type.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askProduct } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const models = unaskedModels();
const user = { shop, by: "user:7" } as Parameters<typeof askProduct>[1];
const images = [{ id: "gid://shopify/MediaImage/7", url: "https://cdn.shopify.com/a.jpg", alt: null }];
const oneJob = jobIdSchema.parse("job_1");

async function setUp() {
  const deps = { db: openTestDatabase(), clock: testClock(), models };
  const { db, clock } = deps;
  await storeProduct(db, { facts: { category: null, tags: [], options: [], attributes: [], images } });
  const facts = (changes: Partial<typeof products.$inferInsert>) =>
    db.orm
      .update(products)
      .set(changes)
      .where(and(eq(products.shop, shop), eq(products.id, productId)));
  const draft = async (texts: Record<string, TextBody>, { jobId = oneJob, blocked = false, locale = "en" } = {}) => {
    clock.advance(1_000);
    const product = await readProduct({ db }, shop, productId);
    if (!product) throw new Error("the product was not stored");
    const written = Object.entries(texts).map(([contentType, body]) => ({
      contentType, body, blocked, warnings: [], evidence: [],
    })); // biome-ignore format: a row
    await storeDrafts(deps, {
      shop, productId, locale, texts: written, live: product.live, config: defaultConfig,
      comparison: await db.do(compareWithCatalogue(openVersions, { product, target: storeTarget(locale) })), factsDigest: "f", configDigest: "c",
      promptHash: "p", usage: { model: "small", calls: 1, tokensIn: 10, tokensOut: 5 }, jobId, itemSeq: 0, credits: 1,
      createdBy: null, *assertLease() {},
    }); // biome-ignore format: a row
  };
  const paid = (costNanos: number | null, jobId: JobId, callNo: number) =>
    db.orm.insert(modelAnswers).values({
      shop, jobId, itemSeq: 0, callNo, requestHash: `${callNo}`, model: "small", answer: {}, tokensIn: 1_000,
      tokensCached: 0, tokensOut: 200, costNanos, createdAt: 1,
    }); // biome-ignore format: a row
  /** every text that the page shows, with where: by content type or by the label of a kept one */
  const shown = async () => {
    const page = await readProductPage(deps, shop, productId, "user:7");
    if (!page) throw new Error("the product has no page");
    return [
      ...page.texts.map(({ type, history }) => [type.name, history] as const),
      ...page.lost.map(({ label, history }) => [label, history] as const),
    ].flatMap(([place, history]) => history.map(({ body, state }) => [place, body, state]));
  };
  const speak = (primaryLocale: string) => db.orm.update(shops).set({ primaryLocale }).where(eq(shops.shop, shop));
  return { ...deps, draft, facts, paid, shown, speak };
}

const care = { name: "care", label: "Care guide", metafieldType: "rich_text_field", place: null };

describe("a text that was paid never vanishes from its product's page", () => {
  it("when a newer run takes its place", async () => {
    const { draft, shown } = await setUp();
    await draft({ title: "First" });
    await draft({ title: "Second" });
    expect(await shown()).toEqual([
      ["title", "Second", "draft"],
      ["title", "First", "superseded"],
    ]);
  });

  it("when its job is cancelled", async () => {
    const { draft, shown, ...deps } = await setUp();
    const jobId = await startGeneration(deps, {
      shop, productIds: [productId], contentTypes: ["title"], agentModel: "v1", createdBy: "user:7",
    }); // biome-ignore format: a row
    await draft({ title: "First" }, { jobId });
    expect(await cancelJob(deps, { shop, jobId })).toBe(true);
    expect(await shown()).toEqual([["title", "First", "draft"]]);
  });

  it("when a check blocks it, and when a person rejects it", async () => {
    const { draft, shown, ...deps } = await setUp();
    await draft({ title: "First" }, { blocked: true });
    expect(await shown()).toEqual([["title", "First", "draft"]]);
    const page = await readProductPage(deps, shop, productId);
    const versionId = page?.texts.flatMap(({ history }) => history)[0]?.id ?? "";
    await rejectVersion(deps, { shop, versionId, by: "user:7", reason: "Too dull" });
    expect(await shown()).toEqual([["title", "First", "rejected"]]);
  });

  it("when its content type is removed: it can be read as what it is, and restored once the type is there again", async () => {
    const { draft, shown, ...deps } = await setUp();
    await addContentType(deps, { shop, input: care, by: "user:7" });
    await draft({ care: "<p>Wash cold.</p>" });
    await removeContentType(deps, { shop, name: "care", by: "user:7" });
    expect(await shown()).toEqual([["Care guide", "<p>Wash cold.</p>", "superseded"]]);
    const page = await readProductPage(deps, shop, productId);
    expect(page?.lost).toMatchObject([{ html: true, locale: "en" }]);
    const versionId = page?.lost[0]?.history[0]?.id ?? "";
    const restore = () => askProduct(deps, user, productId, { intent: "restore", versionId });
    expect(await restore()).toMatchObject({ problem: expect.stringMatching(/no place here any more/) });
    await addContentType(deps, { shop, input: care, by: "user:7" });
    deps.clock.advance(1_000);
    expect(await restore()).toEqual({ message: "Restored as a draft" });
    expect(await shown()).toEqual([
      ["care", "<p>Wash cold.</p>", "draft"],
      ["care", "<p>Wash cold.</p>", "superseded"],
    ]);
  });

  it("when its image is gone", async () => {
    const { draft, facts, shown } = await setUp();
    await draft({ image_alt_7: "A folded shirt" });
    expect(await shown()).toEqual([["image_alt_7", "A folded shirt", "draft"]]);
    await facts({ facts: { category: null, tags: [], options: [], attributes: [], images: [] } });
    expect(await shown()).toEqual([["Alt text of an image that is gone", "A folded shirt", "draft"]]);
  });

  it("when its product is gone", async () => {
    const { draft, facts, shown } = await setUp();
    await draft({ title: "First" });
    await facts({ goneAt: 5 });
    expect(await shown()).toEqual([["title", "First", "draft"]]);
  });

  it("when the shop changes its language", async () => {
    const { db, draft, shown } = await setUp();
    await draft({ title: "First" });
    await db.orm
      .insert(shops)
      .values({ shop, installedAt: 1, primaryLocale: "de" })
      .onConflictDoUpdate({ target: shops.shop, set: { primaryLocale: "de" } });
    expect(await shown()).toEqual([["Title in English", "First", "draft"]]);
  });

  it("when the shop changes its language twice", async () => {
    const { draft, shown, speak } = await setUp();
    await draft({ title: "First" });
    await speak("de");
    await draft({ title: "Zweiter" }, { locale: "de" });
    await speak("fr");
    expect(await shown()).toEqual([
      ["Title in German", "Zweiter", "draft"],
      ["Title in English", "First", "draft"],
    ]);
  });

  it("when the shop's language is another than the one it was published in", async () => {
    const { db, draft, shown, speak } = await setUp();
    await draft({ title: "First" });
    await speak("de");
    await draft({ bullets: ["Weich"] }, { locale: "de" });
    const [{ id: versionId } = { id: "" }] = await db.orm.select().from(versions).where(eq(versions.locale, "de"));
    const field = { slot: slotNamed("bullets"), target: storeTarget("de"), versionId, before: null, sent: ["Weich"] };
    await db.orm.insert(writeBacks).values({
      id: "wb_1", shop, productId, state: "verified", fields: [{ ...field, answered: ["Weich"] }], createdAt: 1,
    }); // biome-ignore format: a row
    await speak("en");
    expect(await shown()).toEqual([
      ["title", "First", "draft"],
      ["Bullets in German", ["Weich"], "draft"],
    ]);
  });

  it("however often it was written again", async () => {
    const { draft, shown } = await setUp();
    for (let n = 0; n < 60; n++) await draft({ title: `Title ${n}` });
    expect(await shown()).toHaveLength(60);
  });
});

describe("a translation", () => {
  it("is no text that the product lost its place for", async () => {
    const { draft, shown, ...deps } = await setUp();
    await draft({ title: "First" });
    await addContentType(deps, { shop, input: care, by: "user:7" });
    await draft({ title: "Erster", bullets: ["Weich"], care: "<p>Kalt.</p>" }, { locale: "de" });
    const [translated] = await deps.db.orm.select().from(versions).where(eq(versions.locale, "de"));
    if (!translated) throw new Error("nothing was translated");
    // Undone, it is based on the text that was undone.
    await deps.db.orm.insert(versions).values({ ...translated, id: "undone", origin: "undo", base: "Anderer" });
    await removeContentType(deps, { shop, name: "care", by: "user:7" });
    expect(await shown()).toEqual([["title", "First", "draft"]]);
  });
});

describe("the state that a product's page shows", () => {
  it("is that of the language which is the shop's own now", async () => {
    const { draft, speak, ...deps } = await setUp();
    const state = async () => (await readProductPage(deps, shop, productId))?.product.contentState;
    await draft({ title: "First" });
    await deps.db.orm.insert(conflicts).values({
      shop, productId, contentType: "title", locale: "en", versionId: "v", ours: "x", detectedAt: 1,
    }); // biome-ignore format: a row
    const target = storeTarget("en");
    await deps.db.transact({ shop }, () => refreshContentState({ shop, productId, target }));
    expect(await state()).toBe("conflict");
    await speak("de");
    expect(await state()).toBe("none");
  });
});

describe("an earlier version", () => {
  it("becomes a draft again, judged as an edit, and leaves all others as they are", async () => {
    const { draft, shown, ...deps } = await setUp();
    await draft({ title: "First" });
    await draft({ title: "Second" });
    const page = await readProductPage(deps, shop, productId);
    const first = page?.texts.flatMap(({ history }) => history).find(({ body }) => body === "First");
    const restore = (versionId = "") => askProduct(deps, user, productId, { intent: "restore", versionId });
    expect(await restore(first?.id)).toEqual({ message: "Restored as a draft" });
    expect(await restore(first?.id)).toEqual({ message: "The draft says this already" });
    expect(await shown()).toEqual([
      ["title", "First", "draft"],
      ["title", "Second", "superseded"],
      ["title", "First", "superseded"],
    ]);
    expect(await restore("ver_of_nobody")).toMatchObject({ problem: expect.any(String) });
  });

  it("shows what its calls cost, and for how many texts", async () => {
    const { draft, paid, ...deps } = await setUp();
    const costs = async () => {
      const t = (await english()).getFixedT("en", "product");
      const page = await readProductPage(deps, shop, productId);
      return page?.texts.flatMap(({ history }) => history.map((version) => costOf(t, formatsOf("en"), version))) ?? [];
    };
    await draft({ title: "First", desc: "<p>First</p>" });
    expect(await costs()).toEqual(Array(2).fill("Cost 10 tokens in, 5 out together with 1 other text"));
    await paid(1_200_000, oneJob, 0);
    await paid(300_000, oneJob, 1);
    expect(await costs()).toEqual(Array(2).fill("Cost $0.0015 together with 1 other text (2,000 tokens in, 400 out)"));
    await draft({ bullets: ["Soft"] }, { jobId: jobIdSchema.parse("job_2") });
    await paid(null, jobIdSchema.parse("job_2"), 0);
    expect(await costs()).toContain("Cost 1,000 tokens in, 200 out");
    await askProduct(deps, user, productId, { intent: "edit", edits: [{ contentType: "bullets", body: ["Mine"] }] });
    expect(await costs()).toContain(null);
  });
});
