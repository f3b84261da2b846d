import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { missingBit, products, type StoredWarning, versions } from "../../app/db/schema/index.ts";
import { createHeavyChecks, type HeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { readAssignments, saveAssignments } from "../../app/rules/configs/assignment-rules.ts";
import { generalPresetId } from "../../app/rules/configs/presets.ts";
import { createConfig } from "../../app/rules/configs/save-config.ts";
import { type ContentConfig, contentConfigSchema } from "../../app/rules/content-config.ts";
import { type DryRunInput, dryRunRules } from "../../app/versions/dry-run-rules.ts";
import { otherShop, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const inThread = createHeavyChecks({ budgetMs: 120_000 });
afterAll(() => inThread.close());

const saved = contentConfigSchema.parse({
  client: { forbidden_words: ["perfect"] },
  content_types: { desc: { task: "Describe it", character_limit: 400 } },
});
const change = (rules: object): ContentConfig => contentConfigSchema.parse({ ...saved, ...rules });
const noMustHave = change({ client: { forbidden_words: ["perfect", "must-have"] } });

/** A shop whose products all follow one set of rules: two say must-have, and one of them perfect too. */
async function aShop() {
  const deps = { db: openTestDatabase(), clock: testClock() };
  const texts = ["A must-have mug.", "A must-have mug, perfect.", "A perfect mug.", "A mug."];
  for (const [n, text] of texts.entries()) {
    await storeProduct(deps.db, { id: `${1_001 + n}`, title: `Mug ${n}`, descriptionHtml: `<p>${text}</p>` });
  }
  const { bullets, seo_title, seo_desc } = missingBit;
  await deps.db.orm
    .update(products)
    .set({ missing: bullets | seo_title | seo_desc })
    .where(eq(products.shop, shop));
  await storeProduct(deps.db, { shop: otherShop, id: "2001", descriptionHtml: "<p>A must-have mug.</p>" });
  const made = await createConfig(deps, { shop, by: "anna", input: { label: "Ours", content_config: saved } });
  if (made.outcome !== "saved") throw new Error(made.outcome);
  const { id: configId, digest: configDigest } = made.config;
  const { digest } = await readAssignments(deps, shop);
  await saveAssignments(deps, { shop, assignments: { rules: [], otherwise: configId }, digest });
  const store = async (version: Partial<typeof versions.$inferInsert>) =>
    await deps.db.orm.insert(versions).values({
      ...{
        id: "ver_1",
        shop,
        productId: "1004",
        contentType: "desc",
        locale: "en",
        state: "draft",
        origin: "generated",
      },
      ...{ body: "<p>A mug.</p>", warnings: [], blocked: false, evidence: [], base: null, baseDigest: "b" },
      ...{ factsDigest: "f", configDigest, createdAt: 1, ...version },
    });
  return {
    ...{ db: deps.db, configId, store },
    count: (config: ContentConfig, of: Partial<DryRunInput> & { heavy?: HeavyChecks } = {}) => {
      const { heavy, ...asked } = of;
      const { signal } = new AbortController();
      return dryRunRules({ db: deps.db, heavy }, { ...{ shop, configId, config, saved, signal }, ...asked });
    },
  };
}

it("live texts count that the changed rules mark and the saved ones do not, of the shop's own products that follow them", async () => {
  const { count } = await aShop();
  // Of each a title and a description are live.
  expect(await count(noMustHave)).toEqual({
    ...{ marked: 2, live: 8, blocked: 0, drafts: 0, written: 0, uncounted: [] },
    examples: { marked: ["1001", "1002"], blocked: [] },
  });
  expect(await count(noMustHave, { heavy: inThread })).toEqual(await count(noMustHave));
  expect(await count(saved)).toMatchObject({ marked: 0, live: 8 });
  expect(await count(noMustHave, { configId: generalPresetId })).toMatchObject({ marked: 0, live: 0 });
  expect(await count(noMustHave, { shop: otherShop })).toMatchObject({ marked: 0, live: 0 });
});

it("a copy of rules counts the texts of products that follow it, not those that its original wrote", async () => {
  const { db, count, store } = await aShop();
  await store({ id: "ver_1", state: "published" });
  await store({ id: "ver_2", productId: "1001", state: "approved" });
  expect(await count(noMustHave)).toMatchObject({ written: 2 });
  const made = await createConfig(
    { db, clock: testClock() },
    { shop, by: "anna", input: { label: "Copy", content_config: saved } },
  );
  if (made.outcome !== "saved") throw new Error(made.outcome);
  expect(await count(noMustHave, { configId: made.config.id })).toMatchObject({ written: 0 });
});

it("a lower limit marks what it makes too long, and not again what was too long before", async () => {
  const { count } = await aShop();
  const limited = (limit: number) =>
    change({ content_types: { desc: { task: "Describe it", character_limit: limit } } });
  // Of 16, 25, 14 and 6 characters.
  expect(await count(limited(15))).toMatchObject({ marked: 2 });
  expect(await count(limited(15), { saved: limited(20) })).toMatchObject({ marked: 1 });
});

it("drafts count that would be blocked and are not, with what was found in them where a check becomes graver", async () => {
  const { count, store } = await aShop();
  const warned: StoredWarning = { content_type: "desc", code: "WRONG_LANGUAGE", description: "d", severity: "warn" };
  const kept: StoredWarning = { ...warned, decision: { by: "anna", kind: "keep", reason: "", at: 1 } };
  await store({ id: "ver_1", body: "<p>A must-have.</p>" });
  await store({ id: "ver_2", productId: "1001", body: "<p>A must-have.</p>", blocked: true });
  await store({ id: "ver_3", productId: "1002", warnings: [warned] });
  await store({ id: "ver_4", productId: "1003", warnings: [kept] });
  await store({ id: "ver_5", state: "published", contentType: "title", body: "must-have" });
  await store({ id: "ver_6", locale: "de", body: "<p>must-have</p>" });
  expect(await count(noMustHave)).toMatchObject({
    ...{ blocked: 1, drafts: 4, written: 1 },
    examples: { blocked: ["1004"] },
  });
  expect(await count(change({ checks: { WRONG_LANGUAGE: "block" } }))).toMatchObject({ marked: 0, blocked: 1 });
});

it("what must be backed by the product's data is held to it, and words that it writes in capitals are none that shout", async () => {
  const { count, store } = await aShop();
  await store({ id: "ver_1", body: "<p>A red mug.</p>" });
  await store({ id: "ver_2", productId: "1003", body: "<p>A black mug.</p>" });
  const colors = { client: { ...saved.client, validation_entities: ["COLOR"] } };
  expect(await count(change(colors))).toMatchObject({ marked: 0, blocked: 1, examples: { blocked: ["1004"] } });
  await store({ id: "ver_3", productId: "1001", body: "<p>A BLACK MUG FOR YOUR WHOLE KITCHEN AND ALL GUESTS.</p>" });
  expect(await count(change({ checks: { ALL_CAPS: "block" } }))).toMatchObject({
    blocked: 1,
    examples: { blocked: ["1001"] },
  });
});

it("a count that nobody wants any more ends", async () => {
  const { count } = await aShop();
  expect(await count(noMustHave, { signal: AbortSignal.abort() })).toBeNull();
});
