import { and, eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { readProduct } from "../../../app/catalog/read-product.ts";
import { newEncryptionKey } from "../../../app/config.ts";
import type { Db } from "../../../app/db/open.ts";
import { conflicts, jobs, versions } from "../../../app/db/schema/index.ts";
import { readPreview, startPreview } from "../../../app/generation/preview.ts";
import { startGeneration } from "../../../app/generation/start-generation.ts";
import { startRegeneration } from "../../../app/generation/start-regeneration.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import { createModels } from "../../../app/model/model-for-shop.ts";
import { resolveConfig } from "../../../app/rules/configs/resolve-config.ts";
import { labelsInSentence, listContentTypes } from "../../../app/rules/content-types/list-content-types.ts";
import { typesNamedBy } from "../../../app/rules/content-types/named-by-config.ts";
import {
  addContentType,
  changeContentType,
  type SavedType,
  setPublished,
} from "../../../app/rules/content-types/save-content-type.ts";
import { withAddedTypes } from "../../../app/rules/content-types/with-added-types.ts";
import { maxTextMetafields } from "../../../app/shopify/operations/index.ts";
import { createGenerateTask } from "../../../app/tasks/generate-content.ts";
import { createTryTask } from "../../../app/tasks/try-config.ts";
import { traitsOf } from "../../../app/texts/content-types.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { readProductTexts } from "../../../app/versions/read-product-texts.ts";
import { removeContentType } from "../../../app/versions/remove-content-type.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import { aWorker } from "../../jobs/support.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { inEnglish } from "../../support/places.ts";

const by = "anna";

async function house() {
  const deps = { db: openTestDatabase(), clock: testClock() };
  await storeProduct(deps.db);
  const add = (input: Record<string, unknown>): Promise<SavedType> =>
    addContentType(deps, { shop, by, input: { metafieldType: "multi_line_text_field", place: null, ...input } });
  const names = async (of = shop) =>
    (await deps.db.do(listContentTypes(of))).map(({ name }) => name).filter((name) => name !== "image_alt");
  return { ...deps, add, names };
}

/** The sandbox's model, and what it was asked. */
async function sandboxModels({ db }: { db: Db }) {
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0, repairRate: 1 } });
  onTestFinished(() => sandbox.close());
  const prompts: string[] = [];
  const models = createModels({
    db: db,
    sealer: createSealer([newEncryptionKey()]),
    config: {
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: "shelf-small",
      MODEL_V2: "shelf-large",
      MODEL_TIMEOUT_MS: 3_000,
    },
    fetch: async (input, init) => {
      prompts.push(String(init?.body));
      return fetch(input, init);
    },
  });
  return { models, prompts };
}

const five = ["title", "desc", "bullets", "seo_title", "seo_desc"];
const howtouse = { name: "howtouse", label: "How to use" };

describe("a shop's content types", () => {
  it("are the five and those that it added, in their order, of this shop only", async () => {
    const { add, names, ...deps } = await house();
    expect(await add(howtouse)).toEqual({ outcome: "saved" });
    expect(await add({ name: "care", label: "Care" })).toEqual({ outcome: "saved" });
    expect(await names()).toEqual([...five, "howtouse", "care"]);
    expect(await names(otherShop)).toEqual(five);
    expect(labelsInSentence(await deps.db.do(listContentTypes(shop)), ["howtouse", "seo_desc", "gone"])).toBe(
      "SEO description, how to use, gone",
    );
  });

  it.each([
    ["a name of the five", { name: "title", label: "T" }, "name", "name_of_standard_type"],
    ["a name that stands for alt texts", { name: "image_alt_12", label: "T" }, "name", "name_like_image_alt"],
    ["a name with other letters", { name: "How-to", label: "T" }, "name", "name_malformed"],
    ["a name of one letter, which no metafield can have", { name: "h", label: "T" }, "name", "name_too_short"],
    ["a name that is taken", { name: "howtouse", label: "T" }, "name", "name_taken"],
    ["a label that is taken", { name: "usage", label: "how to USE" }, "label", "label_taken"],
    ["no label", { name: "usage", label: "  " }, "label", "label_missing"],
    [
      "a field that holds another type",
      { name: "usage", label: "U", place: { namespace: "$app:content", key: "howtouse" } },
      "place",
      "place_taken",
    ],
    ["a limit below one", { name: "usage", label: "U", limitChars: 0 }, "limitChars", "limit_out_of_range"],
    [
      "a field that cannot hold a text",
      { name: "usage", label: "U", metafieldType: "json" },
      "metafieldType",
      "not_valid",
    ],
  ])("refuse %s", async (_what, input, field, code) => {
    const { add, names } = await house();
    await add(howtouse);
    const refused = await add(input);
    expect(refused.outcome === "refused" && refused.problems).toEqual([expect.objectContaining({ field, code })]);
    expect(await names()).toEqual([...five, "howtouse"]);
  });

  it("are at most twenty of the shop's own", async () => {
    const { add } = await house();
    for (let i = 0; i < maxTextMetafields; i++) {
      expect(await add({ name: `text_${i}`, label: `Text ${i}` })).toEqual({ outcome: "saved" });
    }
    expect(await add(howtouse)).toEqual({
      outcome: "refused",
      problems: [{ field: null, code: "too_many_types", limit: 20 }],
    });
  });

  it("keep kind and place when label, task and limit are changed", async () => {
    const { add, ...deps } = await house();
    await add({ ...howtouse, metafieldType: "rich_text_field" });
    const input = { label: "Instructions", task: "Say how.", limitChars: 500 };
    expect(await changeContentType(deps, { shop, name: "howtouse", input })).toEqual({ outcome: "saved" });
    expect((await deps.db.do(listContentTypes(shop))).at(-1)).toMatchObject({
      label: "Instructions",
      html: true,
      added: { ...input, key: "howtouse", metafieldType: "rich_text_field" },
    });
    expect(await changeContentType(deps, { shop: otherShop, name: "howtouse", input })).toMatchObject({
      outcome: "refused",
    });
  });

  it("are published until the shop turns that off, for itself alone", async () => {
    const deps = await house();
    const published = async (of: typeof shop) =>
      (await deps.db.do(listContentTypes(of))).find(({ name }) => name === "desc")?.published;
    expect(await published(shop)).toBe(true);
    await setPublished(deps, { shop, name: "desc", published: false, by });
    expect([await published(shop), await published(otherShop)]).toEqual([false, true]);
  });
});

describe("rules for an added type", () => {
  const config = {
    content_types: { howtouse: { task: "Write steps." }, care: { task: "Write care." }, "not a name": { task: "x" } },
    client: { content_type_family_map: { howtouse: "bullets" as const, care: "bullets" as const } },
  };

  it("come from the config where it has some, and from the shop's own words otherwise", async () => {
    const { add, ...deps } = await house();
    await add({ ...howtouse, task: "Say how.", limitChars: 400 });
    await storeProduct(deps.db, { shop: otherShop });
    const rulesOf = async (of: typeof shop) => {
      const product = await readProduct(deps, of, productId);
      if (!product) throw new Error("there is no product");
      return (await deps.db.do(resolveConfig({ shop: of, product }))).config;
    };
    const general = await rulesOf(shop);
    expect(general.content_types?.howtouse).toEqual({ task: "Say how.", character_limit: 400 });
    expect(general.content_types?.title?.character_limit).toBe(70);
    const own = await deps.db.do(withAddedTypes(shop, config));
    expect(own.content_types?.howtouse).toEqual({ task: "Write steps.", character_limit: 400 });
    expect(traitsOf("howtouse", own), "the field is no list, whatever the config says").toMatchObject({
      family: "string",
      html: false,
    });
    expect((await rulesOf(otherShop)).content_types?.howtouse).toBeUndefined();
  });

  it("are one object for one shop, so that what is remembered by it stays", async () => {
    const { add, ...deps } = await house();
    expect(await deps.db.do(withAddedTypes(shop, config))).toBe(config);
    await add(howtouse);
    const first = await deps.db.do(withAddedTypes(shop, config));
    expect(first).not.toBe(config);
    expect(await deps.db.do(withAddedTypes(shop, config))).toBe(first);
  });

  it("name the types that the shop lacks, with their family", async () => {
    const { add, ...deps } = await house();
    expect(typesNamedBy(config, await deps.db.do(listContentTypes(shop)))).toEqual([
      { name: "howtouse", family: "bullets" },
      { name: "care", family: "bullets" },
    ]);
    await add({ name: "care", label: "Care" });
    expect(typesNamedBy(config, await deps.db.do(listContentTypes(shop)))).toEqual([
      { name: "howtouse", family: "bullets" },
    ]);
  });
});

describe("an added text", () => {
  it("is written by the model in the form of its field, beside the five", async () => {
    const { add, ...deps } = await house();
    await add({ ...howtouse, metafieldType: "rich_text_field", task: "Say how to wear it.", limitChars: 900 });
    await add({ name: "steps", label: "Steps", metafieldType: "list.single_line_text_field" });
    const { models, prompts } = await sandboxModels(deps);
    const worker = aWorker({ ...deps, tasks: [createGenerateTask({ ...deps, models })] });
    const request = { shop, productIds: [productId], agentModel: "v1", createdBy: by } as const;
    const jobId = await startGeneration(deps, { ...request, contentTypes: ["steps", "howtouse", "title"] });
    await worker.tick();
    const [job] = await deps.db.orm
      .select()
      .from(jobs)
      .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
    expect(job).toMatchObject({ status: "completed", title: "Generate title, how to use, steps for 1 product" });
    expect(prompts[0]).toContain("Say how to wear it.");
    expect(prompts[0]).toContain('Write the text \\\\\\"Steps\\\\\\" of the product.');
    const rows = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
    const body = (name: string) => rows.find(({ contentType }) => contentType === name)?.body;
    expect(body("howtouse")).toMatch(/^<(p|ol|ul)>/);
    expect(body("steps")).toBeInstanceOf(Array);
    const texts = await readProductTexts(deps, { shop, productId, target: inEnglish });
    expect(texts?.find(({ contentType }) => contentType === "steps")?.newest?.state).toBe("draft");
    // Removed while a job that names it waits: it is not written any more.
    await startGeneration(deps, { ...request, contentTypes: ["steps"] });
    await removeContentType(deps, { shop, name: "steps", by });
    const paid = prompts.length;
    deps.clock.advance(60_000);
    await worker.tick();
    expect(prompts).toHaveLength(paid);
    const open = await deps.db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.contentType, "steps"), eq(versions.state, "draft")));
    expect(open).toEqual([]);
    await expect(startGeneration(deps, { ...request, contentTypes: ["unheard_of"] })).rejects.toThrow(
      "not a content type",
    );
  });

  it("takes nothing of its name that another resource has with it when it is removed", async () => {
    const { add, db, clock } = await house();
    await add({ name: "care", label: "Care" });
    for (const resource of ["product", "Collection/7"]) {
      const text = { shop, productId, resource, contentType: "care", locale: "en" };
      await db.orm.insert(versions).values({
        ...text, id: resource, state: "draft", origin: "generated", body: "x", warnings: [], blocked: false, evidence: [],
        baseDigest: "b", factsDigest: "f", configDigest: "c", createdAt: 1,
      }); // biome-ignore format: a row
      await db.orm.insert(conflicts).values({ ...text, versionId: resource, ours: "x", detectedAt: 1 });
    }
    expect(await removeContentType({ db, clock }, { shop, name: "care", by })).toBe(true);
    const states = await db.orm
      .select({ id: versions.id, state: versions.state })
      .from(versions)
      .where(eq(versions.shop, shop))
      .orderBy(versions.id);
    expect(states).toEqual([
      { id: "Collection/7", state: "draft" },
      { id: "product", state: "superseded" },
    ]);
    const open = await db.orm.select({ resource: conflicts.resource }).from(conflicts).where(eq(conflicts.shop, shop));
    expect(open).toEqual([{ resource: "Collection/7" }]);
  });

  it("is among what a preview of rules writes", async () => {
    const { add, ...deps } = await house();
    await add({ name: "steps", label: "Steps", metafieldType: "list.single_line_text_field" });
    const { models, prompts } = await sandboxModels(deps);
    const worker = aWorker({ ...deps, tasks: [createTryTask({ ...deps, models })] });
    const config = { content_types: { steps: { task: "Write the steps of a preview." } } };
    const started = await startPreview(deps, { shop, config, productIds: [productId], createdBy: by });
    if (started.outcome !== "started") throw new Error(started.problem.code);
    await worker.tick();
    const preview = await readPreview(deps, { shop, jobId: started.jobId });
    const steps = preview?.items[0]?.texts.find(({ contentType }) => contentType === "steps");
    expect(steps?.body).toBeInstanceOf(Array);
    expect(prompts[0]).toContain("Write the steps of a preview.");
  });

  it("is edited and regenerated by its name; a name that the shop lacks is refused with those it has", async () => {
    const { add, ...deps } = await house();
    await add({ name: "steps", label: "Steps", metafieldType: "list.single_line_text_field" });
    const edit = { shop, productId, target: inEnglish, by };
    expect(await editVersion(deps, { ...edit, contentType: "steps", body: ["Unfold it", "Hang it up"] })).toMatchObject(
      {
        outcome: "saved",
        version: { contentType: "steps", body: ["Unfold it", "Hang it up"] },
      },
    );
    expect(await editVersion(deps, { ...edit, contentType: "usage", body: "Unfold it" })).toMatchObject({
      outcome: "invalid",
    });
    const ask = { shop, productIds: [productId], createdBy: by };
    const given = { steps: { mode: "content" as const, value: "- Wash it\n- Dry it" } };
    expect(await startRegeneration(deps, { ...ask, fields: given })).toMatchObject({ outcome: "queued", jobId: null });
    const texts = await readProductTexts(deps, { shop, productId, target: inEnglish });
    expect(texts?.find(({ contentType }) => contentType === "steps")?.newest?.body).toEqual(["Wash it", "Dry it"]);
    const refused = await startRegeneration(deps, { ...ask, fields: { usage: "shorter" } });
    expect(refused).toEqual({
      outcome: "invalid",
      problems: [
        { code: "unknown_field", field: "usage", known: expect.arrayContaining(["seo_description", "steps"]) },
      ],
    });
  });
});
