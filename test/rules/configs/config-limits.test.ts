import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { configStates, contentConfigs, glossaries } from "../../../app/db/schema/index.ts";
import { startPreview } from "../../../app/generation/preview.ts";
import { digestOf } from "../../../app/lib/digest.ts";
import { restoreConfig } from "../../../app/rules/configs/config-history.ts";
import { limitProblems } from "../../../app/rules/configs/config-limits.ts";
import { configDigest, tidyConfig } from "../../../app/rules/configs/config-record.ts";
import type { LimitReason } from "../../../app/rules/configs/field-problems.ts";
import { importConfig } from "../../../app/rules/configs/import-config.ts";
import { mergeConfigInputs } from "../../../app/rules/configs/merge-config-inputs.ts";
import { presets } from "../../../app/rules/configs/presets.ts";
import { createConfig, updateConfig } from "../../../app/rules/configs/save-config.ts";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { emptyDigest, readGlossary } from "../../../app/rules/glossary/read-glossary.ts";
import { saveGlossary } from "../../../app/rules/glossary/save-glossary.ts";
import { productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const by = "anna";
const forbidding = (count: number, word = "word"): ContentConfig => ({
  client: { forbidden_words: Array.from({ length: count }, (_, i) => `${word} ${i}`) },
});
const tooMany = forbidding(5_000);

function workshop() {
  return { db: openTestDatabase(), clock: testClock() };
}

async function aConfig(house: ReturnType<typeof workshop>, content_config: unknown) {
  const saved = await createConfig(house, { shop, by, input: { name: "laptops", content_config } });
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  return saved.config;
}

/** As an earlier release stored it, without limits. */
async function storedBefore(house: ReturnType<typeof workshop>, config: ContentConfig) {
  const { id } = await aConfig(house, forbidding(1));
  const large = { config: tidyConfig(config), digest: configDigest(tidyConfig(config)) };
  await house.db.orm
    .update(contentConfigs)
    .set(large)
    .where(and(eq(contentConfigs.shop, shop), eq(contentConfigs.id, id)));
  await house.db.orm
    .update(configStates)
    .set(large)
    .where(and(eq(configStates.shop, shop), eq(configStates.configId, id)));
  return id;
}

describe("the size of rules", () => {
  it("leaves the presets and roomy rules of a shop alone", () => {
    for (const { config } of presets) expect(limitProblems(config)).toEqual([]);
    expect(limitProblems(forbidding(1_000))).toEqual([]);
  });

  it.each([
    ["too many words", tooMany, "client.forbidden_words", { code: "too_many_entries", limit: 1_000, length: 5_000 }],
    ["a long word", { client: { forbidden_words: ["a".repeat(101)] } }, "client.forbidden_words", { code: "entry_too_long", limit: 100, length: 101 }],
    ["a long word map", { word_map: Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`w${i}`, ""])) }, "word_map", { code: "too_many_entries", limit: 1_000, length: 1_001 }],
    ["a long replacement", { word_map: { grey: "y".repeat(201) } }, "word_map.grey", { code: "text_too_long", limit: 200, length: 201 }],
    ["many claims", { keywords: { legal: Array.from({ length: 501 }, (_, i) => `Claim ${i}`) } }, "keywords.legal", { code: "too_many_entries", limit: 500, length: 501 }],
    ["many restrictions", { restrictions: Array.from({ length: 101 }, (_, i) => `No ${i}`) }, "restrictions", { code: "too_many_entries", limit: 100, length: 101 }],
    ["many guidelines of a text", { content_types: { desc: { task: "Write", guidelines: Array.from({ length: 101 }, (_, i) => `g ${i}`) } } }, "content_types.desc.guidelines", { code: "too_many_entries", limit: 100, length: 101 }],
    ["a long tone", { style_guide: { pitch: "p".repeat(2_001) } }, "style_guide.pitch", { code: "text_too_long", limit: 2_000, length: 2_001 }],
    ["names without end", { client: { field_map: { ["n".repeat(201)]: "x" } } }, "client.field_map", { code: "entry_too_long", limit: 200, length: 201 }],
  ] as [string, ContentConfig, string, LimitReason][])("names the field that is too large: %s", (_name, config, field, reason) => {
    expect(limitProblems(config)).toEqual([{ field, reason }]);
  }); // biome-ignore format: one case a line

  it("counts the keywords of all groups that a text has to use, and names those of all texts once", () => {
    const group = (name: string, count: number) => [name, Array.from({ length: count }, (_, i) => `${name} ${i}`)];
    const keywords = Object.fromEntries([group("a", 60), group("b", 41), group("c", 500)]);
    const reason = (length: number) => ({ code: "too_many_keywords", limit: 100, length });
    const desc = { task: "Write", keyword_groups: { must: ["b"], should: ["c"] } };
    const problems = (config: ContentConfig) => limitProblems({ keywords, ...config });
    expect(problems({ keyword_groups: { must: ["a"], should: ["b", "c"] } })).toEqual([]);
    expect(problems({ keyword_groups: { must: ["a", "b", "a"] }, content_types: { desc } })).toEqual([
      { field: "keyword_groups.must", reason: reason(101) },
    ]);
    const title = { task: "Write", keyword_groups: { must: ["a"] } };
    const config = { keyword_groups: { must: ["a"] }, content_types: { title, desc } };
    expect(problems(config)).toEqual([{ field: "content_types.desc.keyword_groups.must", reason: reason(101) }]);
    expect(limitProblems({ keywords, ...config }, { keywords, ...config }), "what was so before may stay").toEqual([]);
    const before = { keywords, keyword_groups: { must: ["a", "b"] }, content_types: { title, desc } };
    const more = { ...desc, keyword_groups: { must: ["c"] } };
    expect(
      limitProblems({ ...before, content_types: { title, desc: more } }, before),
      "and nothing grows beside it",
    ).toEqual([{ field: "content_types.desc.keyword_groups.must", reason: reason(601) }]);
  });

  it("is bounded as a whole, in bytes", () => {
    const large: ContentConfig = {
      keywords: Object.fromEntries(
        Array.from({ length: 9 }, (_, i) => [`g${i}`, Array.from({ length: 400 }, (_, n) => `${n} ${"é".repeat(60)}`)]),
      ),
    };
    expect(limitProblems(large)).toMatchObject([{ field: "", reason: { code: "rules_too_large", limit: 300_000 } }]);
  });

  it("is the same at every door: a form, a file, a copy, a merge, a preview", async () => {
    const house = workshop();
    const input = { name: "laptops", content_config: tooMany };
    const refused = { outcome: "refused", problem: { fields: [{ field: "content_config.client.forbidden_words" }] } };
    expect(await createConfig(house, { shop, by, input })).toMatchObject(refused);
    expect(await importConfig(house, { shop, by, json: JSON.stringify(input) })).toMatchObject(refused);
    const { id } = await aConfig(house, forbidding(600));
    expect(await updateConfig(house, { shop, id, by, input })).toMatchObject(refused);
    expect(await mergeConfigInputs(house, { shop, inputs: [id, tooMany] })).toMatchObject({ outcome: "invalid" });
    const merged = await mergeConfigInputs(house, { shop, inputs: [id, forbidding(600, "other")] });
    expect(
      merged.outcome === "merged" &&
        (await createConfig(house, { shop, by, input: { name: "both", content_config: merged.config } })),
    ).toMatchObject(refused);
    await storeProduct(house.db);
    const preview = { shop, config: tooMany, productIds: [productId], createdBy: by };
    expect(await startPreview(house, preview)).toMatchObject({
      outcome: "refused",
      problem: { fields: [{ field: "client.forbidden_words" }] },
    });
  });

  it("that an earlier release stored is kept: the rules can be changed, tried and restored, but not grow", async () => {
    const house = workshop();
    const id = await storedBefore(house, tooMany);
    const save = (content_config: ContentConfig) =>
      updateConfig(house, { shop, id, by, input: { name: "laptops", content_config } });
    expect(await save(forbidding(5_001))).toMatchObject({ outcome: "refused" });
    expect(await save({ ...tooMany, guidelines: ["Short."] })).toMatchObject({ outcome: "saved" });
    expect(await save(forbidding(4_999))).toMatchObject({ outcome: "saved" });
    expect(await save(tooMany)).toMatchObject({ outcome: "refused" });
    expect(await restoreConfig(house, { shop, configId: id, revision: 1, by })).toMatchObject({ outcome: "saved" });
    await storeProduct(house.db);
    const preview = { shop, config: tooMany, saved: tooMany, productIds: [productId], createdBy: by };
    expect(await startPreview(house, preview)).toMatchObject({ outcome: "started" });
  });
});

describe("the size of a glossary", () => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      term: `${i} ${"w".repeat(90)}`,
      never: Array.from({ length: 4 }, (_, n) => `${i} ${n} ${"x".repeat(90)}`),
    }));

  it("is bounded as a whole, and one that was longer before may only shrink", async () => {
    const house = workshop();
    const save = (terms: unknown, digest: string) => saveGlossary(house, { shop, terms, digest, by });
    expect(await save(words(500), emptyDigest)).toMatchObject({
      outcome: "refused",
      problem: { code: "glossary_too_long", limit: 200_000, length: expect.any(Number) },
    });
    const before = words(500);
    await house.db.orm
      .insert(glossaries)
      .values({ shop, terms: before, digest: digestOf(before), updatedAt: 1, updatedBy: by });
    expect(await save(words(501), digestOf(before))).toMatchObject({ outcome: "refused" });
    expect(await save(words(499), digestOf(before))).toMatchObject({ outcome: "saved" });
    expect((await house.db.do(readGlossary(shop))).terms).toHaveLength(499);
  });
});
