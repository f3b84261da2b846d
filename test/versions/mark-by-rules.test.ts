import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditLog, jobs, versions } from "../../app/db/schema/index.ts";
import { type ContentConfig, contentConfigSchema } from "../../app/rules/content-config.ts";
import { markByRules } from "../../app/versions/mark-by-rules.ts";
import { otherShop, productId, shop, storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const saved = contentConfigSchema.parse({ content_types: { desc: { task: "Describe it", character_limit: 200 } } });
const change = (rules: object): ContentConfig => contentConfigSchema.parse({ ...saved, ...rules });

async function marked(config: ContentConfig, of = { shop }) {
  const db = openTestDatabase();
  await storeProduct(db);
  const [product] = await markByRules({ db }, { ...of, config, saved, productIds: [productId] });
  return { db, product, desc: product?.texts.find(({ contentType }) => contentType === "desc") };
}

it("rules in a form mark the last texts of a product at once, with what is new beside the saved ones", async () => {
  const { desc } = await marked(change({ client: { forbidden_words: ["chest pockets"] } }));
  expect(desc).toMatchObject({
    state: "live",
    text: "A shirt of washed linen with two chest pockets.",
    limitChars: 200,
  });
  const found = desc?.findings.filter(({ code }) => code === "FORBIDDEN_WORD") ?? [];
  expect(found).toMatchObject([{ quote: "chest pockets", severity: "block", isNew: true }]);
  const [place] = found[0]?.at ?? [];
  expect(desc?.text.slice(place?.start, place?.end)).toBe("chest pockets");
  const { desc: asBefore } = await marked(saved);
  expect(asBefore?.findings.filter(({ isNew }) => isNew)).toEqual([]);
});

it("a live text is no copy of itself", async () => {
  const { product } = await marked(saved);
  expect(product?.texts.map(({ state }) => state)).toContain("live");
  expect(product?.texts.flatMap(({ findings }) => findings.filter(({ code }) => code === "ECHO"))).toEqual([]);
});

it("a severity that is changed shows its findings as new", async () => {
  const limited = { content_types: { desc: { task: "Describe it", character_limit: 20 } } };
  const { desc } = await marked(change({ ...limited, checks: { EXCEED_LENGTH: "block" } }));
  expect(desc?.findings.find(({ code }) => code === "EXCEED_LENGTH")).toMatchObject({ severity: "block", isNew: true });
  const { desc: off } = await marked(change({ ...limited, checks: { EXCEED_LENGTH: "off" } }));
  expect(off?.findings.map(({ code }) => code)).not.toContain("EXCEED_LENGTH");
});

it("words that would be replaced are shown where they stand, those that are none are not", async () => {
  const { desc } = await marked(change({ word_map: { linen: "flax", shirt: "", pocket: "bag" } }));
  expect(desc?.replaced).toEqual([
    { quote: "linen", with: "flax", at: [{ start: 18, end: 23 }] },
    { quote: "shirt", with: "", at: [{ start: 2, end: 7 }] },
  ]);
});

it("a draft goes before what is live, nothing is stored, and another shop's product is none", async () => {
  const db = openTestDatabase();
  await storeProduct(db);
  await db.orm.insert(versions).values({
    ...{ id: "ver_1", shop, productId, contentType: "desc", locale: "en", state: "draft", origin: "generated" },
    ...{
      body: "<p>A linen shirt, amazing.</p>",
      warnings: [],
      blocked: false,
      evidence: [],
      base: null,
      baseDigest: "b",
    },
    ...{ factsDigest: "f", configDigest: "c", createdAt: 1 },
  });
  const config = change({ client: { forbidden_words: ["amazing"] } });
  const [product] = await markByRules({ db }, { shop, config, saved, productIds: [productId] });
  expect(product?.texts.find(({ contentType }) => contentType === "desc")).toMatchObject({
    state: "draft",
    text: "A linen shirt, amazing.",
    findings: expect.arrayContaining([expect.objectContaining({ code: "FORBIDDEN_WORD", quote: "amazing" })]),
  });
  expect(await markByRules({ db }, { shop: otherShop, config, saved, productIds: [productId] })).toEqual([]);
  const [row] = await db.orm.select().from(versions).where(eq(versions.shop, shop));
  expect(row).toMatchObject({ state: "draft", warnings: [] });
  expect([
    await db.orm.$count(jobs, eq(jobs.shop, shop)),
    await db.orm.$count(auditLog, eq(auditLog.shop, shop)),
  ]).toEqual([0, 0]);
});
