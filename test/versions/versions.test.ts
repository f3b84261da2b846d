import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { factsDigest } from "../../app/catalog/facts.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { conflicts, jobItems, products, shops, versions } from "../../app/db/schema/index.ts";
import type { GeneratedText } from "../../app/generation/generated-text.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { storeDrafts } from "../../app/generation/store-drafts.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import { jobIdSchema, type ProductId, productIdSchema } from "../../app/lib/brand.ts";
import { compareWithCatalogue } from "../../app/quality/near-duplicates/compare-catalogue.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { openVersions } from "../../app/versions/open-versions.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { rejectVersion } from "../../app/versions/reject-version.ts";
import { saveWorkSettings } from "../../app/workplace/save-work-settings.ts";
import { goodTexts } from "../support/content/facts.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { inEnglish } from "../support/places.ts";

async function workshop() {
  const db = openTestDatabase();
  const clock = testClock();
  await storeProduct(db);
  return { db, clock };
}

type Workshop = Awaited<ReturnType<typeof workshop>>;

const clean = (contentType: GeneratedText["contentType"], body: GeneratedText["body"]): GeneratedText => ({
  contentType,
  body,
  warnings: [],
  blocked: false,
  evidence: [],
});
const blocked = (contentType: GeneratedText["contentType"], body: GeneratedText["body"]): GeneratedText => ({
  contentType,
  body,
  warnings: [{ content_type: contentType, code: "UNSUPPORTED_FACT", description: "no fact", severity: "block" }],
  blocked: true,
  evidence: [],
});

async function draft(
  { db, clock }: Workshop,
  texts: GeneratedText[],
  of: { shop?: typeof shop; productId?: ProductId; locale?: string } = {},
) {
  clock.advance(1_000);
  const { locale = "en" } = of;
  const target = { shop: of.shop ?? shop, productId: of.productId ?? productId };
  const product = await readProduct({ db }, target.shop, target.productId);
  if (!product) throw new Error("the product was not stored");
  await storeDrafts(
    { db, clock },
    {
      ...target,
      locale,
      texts,
      live: { title: "Linen Shirt Ravello" },
      config: defaultConfig,
      comparison: await db.do(compareWithCatalogue(openVersions, { product, target: storeTarget(locale) })),
      factsDigest: product.factsDigest,
      configDigest: "c",
      promptHash: "p",
      usage: { model: "m", calls: 1, tokensIn: 10, tokensOut: 5 },
      jobId: jobIdSchema.parse("job_1"),
      itemSeq: 0,
      credits: 1,
      createdBy: null,
      *assertLease() {},
    },
  );
}

async function texts({ db }: Workshop) {
  const found = await readProductTexts({ db }, { shop, productId, target: inEnglish });
  return Object.fromEntries((found ?? []).map((text) => [text.contentType, text]));
}

async function contentState(db: SqliteDb, id: string = productId) {
  const [row] = await db.orm
    .select({ contentState: products.contentState })
    .from(products)
    .where(and(eq(products.shop, shop), eq(products.id, id)));
  return row?.contentState;
}

describe("what the model offers to choose from", () => {
  const wordings = ["Linen Shirt", "Shirt of Linen", "Washed Linen Shirt"].map((body) => ({ body, warnings: [] }));
  async function offered() {
    const house = await workshop();
    await draft(house, [{ ...clean("title", "Linen Shirt"), wordings }, clean("seo_title", "Shirt")]);
    return house;
  }
  async function edit(house: Workshop, body: string) {
    house.clock.advance(1_000);
    await editVersion(house, { shop, productId, contentType: "title", target: inEnglish, body, by: "user:1" });
    return (await texts(house)).title?.newest;
  }

  it("is kept with its draft; of a text without a choice there is none", async () => {
    const { title, seo_title } = await texts(await offered());
    expect(title?.newest).toMatchObject({ wordings, chosen: false });
    expect(seo_title?.newest).toMatchObject({ wordings: [], chosen: false });
  });

  it("stays to choose from after one was chosen, and the version says that it was", async () => {
    const house = await offered();
    expect(await edit(house, "Shirt of Linen")).toMatchObject({ body: "Shirt of Linen", wordings, chosen: true });
    expect(await edit(house, "Linen Shirt")).toMatchObject({ body: "Linen Shirt", wordings, chosen: true });
  });

  it("stays after a person wrote other words, which are not chosen", async () => {
    const house = await offered();
    expect(await edit(house, "A shirt")).toMatchObject({ body: "A shirt", wordings, chosen: false });
  });
});

describe("storeDrafts", () => {
  it("does not put an empty text in the place of an earlier draft", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Linen Shirt")]);
    await draft(house, [blocked("title", ""), blocked("bullets", [])]);
    const { title, bullets } = await texts(house);
    expect(title?.newest?.body).toBe("Linen Shirt");
    expect(bullets?.newest?.body).toEqual([]);
  });

  it("bases a draft for another language than the shop's own on no text that is live", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Linen Shirt")]);
    await draft(house, [clean("title", "Leinenhemd")], { locale: "de" });
    const rows = await house.db.orm
      .select({ locale: versions.locale, base: versions.base })
      .from(versions)
      .where(eq(versions.shop, shop))
      .orderBy(versions.createdAt);
    expect(rows).toEqual([
      { locale: "en", base: "Linen Shirt Ravello" },
      { locale: "de", base: null },
    ]);
  });

  it("stores nothing when the lease is lost", async () => {
    const { db, clock } = await workshop();
    const product = await readProduct({ db }, shop, productId);
    if (!product) throw new Error("the product was not stored");
    await expect(
      storeDrafts(
        { db, clock },
        {
          shop,
          productId,
          locale: "en",
          texts: [clean("title", "Linen Shirt")],
          config: defaultConfig,
          comparison: await db.do(compareWithCatalogue(openVersions, { product, target: storeTarget("en") })),
          live: {},
          factsDigest: "",
          configDigest: "",
          promptHash: "",
          usage: { model: "m", calls: 1, tokensIn: 0, tokensOut: 0 },
          jobId: jobIdSchema.parse("job_1"),
          itemSeq: 0,
          credits: 1,
          createdBy: null,
          assertLease: () => {
            throw new Error("lost");
          },
        },
      ),
    ).rejects.toThrow("lost");
    expect(await db.orm.$count(versions, eq(versions.shop, shop))).toBe(0);
  });

  it("leaves the drafts of another product and another shop alone", async () => {
    const house = await workshop();
    const { db } = house;
    await storeProduct(db, { id: "1002" });
    await storeProduct(db, { shop: otherShop });
    await draft(house, [clean("title", "One")]);
    await draft(house, [clean("title", "Two")], { productId: productIdSchema.parse("1002") });
    await draft(house, [clean("title", "Three")], { shop: otherShop });
    expect((await texts(house)).title?.newest).toMatchObject({ body: "One", state: "draft" });
  });
});

describe("approveVersions", () => {
  it("in bulk approves what is clean and leaves what a check blocks", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Linen Shirt"), blocked("desc", "<p>999 g</p>")]);
    expect(await approveVersions(house, { shop, productIds: [productId], by: "anna", onlyClean: true })).toEqual({
      approved: 1,
      blocked: 1,
    });
    const { title, desc } = await texts(house);
    expect(title?.approved).toMatchObject({ decidedBy: "anna", overridden: false });
    expect(desc?.newest?.state).toBe("draft");
    expect(await contentState(house.db)).toBe("blocked");
  });

  it("a blocked text is approved only alone and with override, and that is recorded", async () => {
    const house = await workshop();
    await draft(house, [blocked("title", "999 g"), blocked("desc", "<p>999 g</p>")]);
    const { title, desc } = await texts(house);
    const versionIds = [title?.newest?.id ?? ""];
    const both = [...versionIds, desc?.newest?.id ?? ""];
    const by = "anna";
    expect(await approveVersions(house, { shop, versionIds, by, onlyClean: false })).toMatchObject({ approved: 0 });
    expect(await approveVersions(house, { shop, versionIds, by, onlyClean: true, override: true })).toMatchObject({
      approved: 0,
    });
    expect(
      await approveVersions(house, { shop, versionIds: both, by, onlyClean: false, override: true }),
    ).toMatchObject({ approved: 0 });
    expect(
      await approveVersions(house, { shop, productIds: [productId], by, onlyClean: false, override: true }),
    ).toMatchObject({
      approved: 0,
      blocked: 2,
    });
    expect(await approveVersions(house, { shop, versionIds, by, onlyClean: false, override: true })).toEqual({
      approved: 1,
      blocked: 0,
    });
    expect((await texts(house)).title?.approved).toMatchObject({ overridden: true, decidedBy: "anna" });
  });

  it("reaches no version of another shop", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Linen Shirt")]);
    const id = (await texts(house)).title?.newest?.id ?? "";
    expect(await approveVersions(house, { shop: otherShop, versionIds: [id], by: "eve", onlyClean: true })).toEqual({
      approved: 0,
      blocked: 0,
    });
    expect(await rejectVersion(house, { shop: otherShop, versionId: id, by: "eve" })).toBe(false);
    expect((await texts(house)).title?.newest?.state).toBe("draft");
  });

  it("a new approval takes the place of an approved version that was not published", async () => {
    const house = await workshop();
    for (const body of ["First", "Second"]) {
      await draft(house, [clean("title", body)]);
      await approveVersions(house, { shop, productIds: [productId], by: "anna", onlyClean: true });
    }
    const { title } = await texts(house);
    expect(title?.approved?.body).toBe("Second");
    expect(title?.history.map(({ state }) => state)).toEqual(["approved", "superseded"]);
  });

  it("decides hundreds of products", async () => {
    const house = await workshop();
    const ids = Array.from({ length: 45 }, (_, i) => productIdSchema.parse(`9${i}`));
    for (const id of ids) {
      await storeProduct(house.db, { id });
      await draft(house, [clean("title", "Linen Shirt")], { productId: id });
    }
    expect(await approveVersions(house, { shop, productIds: ids, by: "anna", onlyClean: true })).toEqual({
      approved: 45,
      blocked: 0,
    });
    expect(await contentState(house.db, ids[44])).toBe("approved");
  });
});

describe("rejectVersion", () => {
  it("rejects a draft and an approved version, and nothing else", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Linen Shirt")]);
    const versionId = (await texts(house)).title?.newest?.id ?? "";
    expect(await rejectVersion(house, { shop, versionId, by: "anna" })).toBe(true);
    expect(await rejectVersion(house, { shop, versionId, by: "anna" })).toBe(false);
    expect(await contentState(house.db)).toBe("unpublished");
    const { title } = await texts(house);
    expect(title).toMatchObject({ newest: null, approved: null });
    expect(title?.history[0]).toMatchObject({ state: "rejected", decidedBy: "anna" });
  });
});

describe("editVersion", () => {
  const edit = { shop, productId, target: inEnglish, by: "anna" } as const;

  it("makes a new draft, cleaned up and checked, on the parent's base", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Linen Shirt")]);
    await house.db.orm.update(products).set({ title: "Changed behind our back" }).where(eq(products.shop, shop));
    const saved = await editVersion(house, {
      ...edit,
      contentType: "title",
      body: " Linen\u200b Shirt <b>Ravello</b> ",
    });
    expect(saved).toMatchObject({
      outcome: "saved",
      version: {
        body: "Linen Shirt Ravello",
        origin: "edited",
        base: "Linen Shirt Ravello",
        state: "draft",
        warnings: [],
      },
    });
    const { title } = await texts(house);
    expect(title?.history.map(({ state }) => state)).toEqual(["draft", "superseded"]);
    expect(title?.newest?.parentId).toBe(title?.history[1]?.id);
  });

  it("is checked like the model's text", async () => {
    const house = await workshop();
    const saved = await editVersion(house, {
      ...edit,
      contentType: "desc",
      body: `${goodTexts.desc}<script>alert(1)</script><p>Weighs 999 g.</p>`,
    });
    expect(saved).toMatchObject({ outcome: "saved", version: { blocked: true } });
    const codes = saved.outcome === "saved" ? saved.version.warnings.map(({ code }) => code).sort() : [];
    expect(codes).toEqual(["CONTRADICTED_FACT", "UNSAFE_HTML"]);
    expect(JSON.stringify(saved)).not.toContain("<script");
    expect(await contentState(house.db)).toBe("blocked");
  });

  it("keeps the rules of the channel that it is for, and those of no other", async () => {
    const house = await workshop();
    const codes = async (channel: string) => {
      const target = { ...inEnglish, channel };
      const saved = await editVersion(house, { ...edit, target, contentType: "title", body: "Linen Shirt Ravello!" });
      return saved.outcome === "saved" ? saved.version.warnings.map(({ code }) => code) : [];
    };
    expect(await codes("store")).not.toContain("CHANNEL_RULE");
    expect(await codes("amazon")).toContain("CHANNEL_RULE");
  });

  it("keeps the tables and pictures of the live text, and is not marked for its styles", async () => {
    const house = await workshop();
    const media =
      '<table><tbody><tr><td>Fit</td><td>Loose</td></tr></tbody></table><p><img src="https://cdn.shopify.com/a.jpg" alt="Chart"></p>';
    const descriptionHtml = `<div style="text-align:center">${media}</div>`;
    await house.db.orm.update(products).set({ descriptionHtml }).where(eq(products.shop, shop));
    const saved = await editVersion(house, {
      ...edit,
      contentType: "desc",
      body: `${goodTexts.desc}${descriptionHtml}`,
    });
    expect(saved).toMatchObject({ outcome: "saved", version: { body: `${goodTexts.desc}${media}`, warnings: [] } });
  });

  it("without a version before it starts from the live text", async () => {
    const house = await workshop();
    const saved = await editVersion(house, { ...edit, contentType: "desc", body: goodTexts.desc });
    expect(saved).toMatchObject({
      version: { base: "<p>A shirt of washed linen with two chest pockets.</p>", parentId: null },
    });
  });

  it("after a publication starts from the live text", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Published Title")]);
    await house.db.orm.update(versions).set({ state: "published" }).where(eq(versions.shop, shop));
    await house.db.orm.update(products).set({ title: "Published Title" }).where(eq(products.shop, shop));
    const saved = await editVersion(house, { ...edit, contentType: "title", body: "Linen Shirt New" });
    expect(saved).toMatchObject({ version: { base: "Published Title" } });
  });

  it("the same text again makes no version", async () => {
    const house = await workshop();
    await editVersion(house, { ...edit, contentType: "bullets", body: goodTexts.bullets });
    expect(await editVersion(house, { ...edit, contentType: "bullets", body: goodTexts.bullets })).toMatchObject({
      outcome: "unchanged",
    });
    expect((await texts(house)).bullets?.history).toHaveLength(1);
  });

  it.each([
    ["bullets as one text", "bullets", "one", { code: "bullets_too_long", bullets: 50, chars: 10_000 }],
    ["a title as a list", "title", ["one"], { code: "text_too_long", chars: 100_000 }],
    ["nothing but spaces", "title", " \u200b ", { code: "text_empty" }],
    ["no bullet", "bullets", [""], { code: "text_empty" }],
    ["too much", "desc", "x".repeat(100_001), { code: "text_too_long", chars: 100_000 }],
  ] as const)("refuses %s", async (_what, contentType, body, problem) => {
    const house = await workshop();
    expect(await editVersion(house, { ...edit, contentType, body })).toEqual({ outcome: "invalid", problem });
  });

  it("finds no product of another shop", async () => {
    const house = await workshop();
    expect(await editVersion(house, { ...edit, shop: otherShop, contentType: "title", body: "Linen Shirt" })).toEqual({
      outcome: "not_found",
    });
  });
});

describe("staleness and content state", () => {
  it("a text is stale when a fact it may use has changed", async () => {
    const house = await workshop();
    await draft(house, [clean("title", "Linen Shirt")]);
    expect((await texts(house)).title?.stale).toBe(false);
    const [product] = await house.db.orm.select().from(products).where(eq(products.shop, shop));
    if (!product) throw new Error("no product");
    const changed = { ...product, facts: { ...product.facts, attributes: [{ name: "Material", value: "Hemp" }] } };
    await house.db.orm
      .update(products)
      .set({ facts: changed.facts, factsDigest: factsDigest(changed) })
      .where(eq(products.shop, shop));
    const { title, desc } = await texts(house);
    expect(title?.stale).toBe(true);
    expect(desc?.stale).toBe(false);
  });

  it("a product of another shop has no texts", async () => {
    const house = await workshop();
    expect(await readProductTexts(house, { shop: otherShop, productId, target: inEnglish })).toBeNull();
  });

  it("a product's content state is the most urgent one of its texts", async () => {
    const house = await workshop();
    const { db } = house;
    const refresh = async () => {
      await db.transact({ shop }, () => refreshContentState({ shop, productId, target: inEnglish }));
      return contentState(db);
    };
    expect(await refresh()).toBe("none");
    await draft(house, [clean("title", "Linen Shirt")]);
    await db.orm.update(versions).set({ state: "published" }).where(eq(versions.shop, shop));
    expect(await refresh()).toBe("published");
    await draft(house, [clean("desc", "<p>Linen</p>")]);
    await approveVersions(house, { shop, productIds: [productId], by: "anna", onlyClean: true });
    expect(await refresh()).toBe("approved");
    await draft(house, [clean("seo_title", "Linen Shirt")]);
    expect(await refresh()).toBe("needs_review");
    await draft(house, [blocked("seo_desc", "999 g")]);
    expect(await refresh()).toBe("blocked");
    await db.orm
      .insert(conflicts)
      .values({ shop, productId, contentType: "title", locale: "en", versionId: "v", ours: "x", detectedAt: 1 });
    expect(await refresh()).toBe("conflict");
    expect(await contentState(db)).toBe("conflict");
  });
});

describe("startGeneration", () => {
  it("makes one item a product, from chunks too, in reading order and the shop's language", async () => {
    const { db, clock } = await workshop();
    await db.orm.update(shops).set({ primaryLocale: "de" }).where(eq(shops.shop, shop));
    async function* chunks() {
      yield ["1", "2", "3"].map((id) => productIdSchema.parse(id));
      yield ["3", "4", "5", "6"].map((id) => productIdSchema.parse(id));
    }
    const jobId = await startGeneration(
      { db, clock },
      { shop, productIds: chunks(), contentTypes: ["desc", "title", "desc"], agentModel: "v2", createdBy: "anna" },
    );
    const job = await readJob({ db }, { shop, jobId });
    expect(job).toMatchObject({ total: 6, title: "Generate title, description for 6 products" });
    const items = await db.orm.select().from(jobItems).where(eq(jobItems.shop, shop));
    expect(items.map(({ payload }) => payload)).toEqual(
      ["1", "2", "3", "4", "5", "6"].map((id) => ({ productId: id })),
    );
    const row = db.raw.prepare("SELECT payload, priority FROM jobs WHERE shop = ?").get(shop) as {
      payload: string;
      priority: number;
    };
    expect(JSON.parse(row.payload)).toEqual({
      contentTypes: ["title", "desc"],
      agentModel: "v2",
      allImages: false,
      locale: "de",
      createdBy: "anna",
      examplesBefore: clock.now(),
      lane: "direct",
      onlyMissing: false,
      wordings: 3,
    });
    expect(row.priority).toBe(2);
  });

  it("keeps how many wordings the shop wanted when it was started, in the job and for estimates", async () => {
    const { db, clock } = await workshop();
    const started = async (contentTypes: string[]) => {
      const request = { shop, productIds: [productId], agentModel: "v1", createdBy: "anna" } as const;
      const jobId = await startGeneration({ db, clock }, { ...request, contentTypes });
      return db.raw
        .prepare(
          `SELECT json_extract(payload, '$.wordings') AS payload, wordings FROM jobs
            JOIN credit_runs ON job_id = id WHERE jobs.shop = ? AND id = ?`,
        )
        .get(shop, jobId);
    };
    expect(await started(["title", "desc"])).toEqual({ payload: 3, wordings: 3 });
    expect(await started(["seo_desc"])).toEqual({ payload: 3, wordings: 2 });
    expect(await started(["desc"])).toEqual({ payload: 3, wordings: 1 });
    await saveWorkSettings({ db, clock }, { shop, by: "user:1", input: { wordings: 1 } });
    expect(await started(["title", "desc"])).toEqual({ payload: 1, wordings: 1 });
  });

  it("one product goes before bulk work", async () => {
    const { db, clock } = await workshop();
    await startGeneration(
      { db, clock },
      { shop, productIds: [productId], contentTypes: ["title"], agentModel: "v1", createdBy: "anna" },
    );
    const row = db.raw.prepare("SELECT title, priority FROM jobs WHERE shop = ?").get(shop);
    expect(row).toEqual({ title: "Generate title for 1 product", priority: 0 });
  });

  it("refuses content types it does not know", async () => {
    const { db, clock } = await workshop();
    const request = { shop, productIds: [productId], agentModel: "v1", createdBy: "anna" } as const;
    await expect(startGeneration({ db, clock }, { ...request, contentTypes: ["novel"] })).rejects.toThrow();
    await expect(startGeneration({ db, clock }, { ...request, contentTypes: [] })).rejects.toThrow();
  });
});
