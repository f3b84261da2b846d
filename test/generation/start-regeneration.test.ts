import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readOwnAttributes } from "../../app/catalog/own-attributes.ts";
import { jobs, products, versions } from "../../app/db/schema/index.ts";
import { generatePayloadSchema } from "../../app/generation/jobs.ts";
import type { FieldValue } from "../../app/generation/regenerate-fields.ts";
import {
  type RegenerationProblem,
  type RegenerationRequest,
  startRegeneration,
} from "../../app/generation/start-regeneration.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { inEnglish } from "../support/places.ts";

async function workshop() {
  const db = openTestDatabase();
  const clock = testClock();
  await storeProduct(db);
  const ask = (fields: Record<string, FieldValue>, more: Partial<RegenerationRequest> = {}) =>
    startRegeneration({ db, clock }, { shop, productIds: [productId], fields, createdBy: "anna", ...more });
  const payload = async () => {
    const [job] = await db.orm.select({ payload: jobs.payload }).from(jobs).where(eq(jobs.shop, shop));
    return job ? generatePayloadSchema.parse(job.payload) : null;
  };
  const texts = () => readProductTexts({ db }, { shop, productId, target: inEnglish });
  return { db, clock, ask, payload, texts };
}

describe("regenerating chosen fields", () => {
  it("asks for the contract's fields with their instructions and notes, by v2 unless another model is given", async () => {
    const { ask, payload } = await workshop();
    const asked = await ask(
      { description: "Mention the pockets", key_features: "", title: " " },
      { notes: "For summer\u202e" },
    );
    expect(asked).toMatchObject({ outcome: "queued", fields: ["description", "key_features", "title"] });
    expect(await payload()).toMatchObject({
      contentTypes: ["title", "desc", "bullets"],
      agentModel: "v2",
      notes: "For summer",
      fieldNotes: { desc: "Mention the pockets" },
    });
  });

  it("takes v1 when asked", async () => {
    const { ask, payload } = await workshop();
    await ask({ seo_title: "Shorter" }, { agentModel: "v1" });
    expect(await payload()).toMatchObject({ agentModel: "v1", contentTypes: ["seo_title"] });
  });

  it("saves content that a person gives as a checked draft, and asks no model for it", async () => {
    const { ask, payload, texts } = await workshop();
    const asked = await ask({
      title: { mode: "content", value: "Linen shirt with a warranty of 900 years" },
      key_features: { mode: "content", value: "• Washed linen\n- Two chest pockets\n" },
      description: { mode: "content", value: "Soft & cool.\nTwo <3 pockets." },
    });
    expect(asked).toMatchObject({ outcome: "queued", jobId: null });
    expect(await payload()).toBeNull();
    const of = (contentType: string, all: Awaited<ReturnType<typeof texts>>) =>
      all?.find((text) => text.contentType === contentType)?.newest;
    const all = await texts();
    expect(of("title", all)).toMatchObject({ origin: "edited", state: "draft", blocked: true, createdBy: "anna" });
    expect(of("bullets", all)?.body).toEqual(["Washed linen", "Two chest pockets"]);
    expect(of("desc", all)?.body).toBe("<p>Soft &amp; cool.</p><p>Two &lt;3 pockets.</p>");
  });

  it("keeps attributes as the merchant's facts before texts are checked against them", async () => {
    const { db, ask, texts } = await workshop();
    await ask({
      "global_attr.Lifetime": "900 years",
      title: { mode: "content", value: "Linen shirt for 900 years" },
    });
    expect(await db.do(readOwnAttributes(shop, productId))).toEqual([{ name: "Lifetime", value: "900 years" }]);
    const title = (await texts())?.find(({ contentType }) => contentType === "title")?.newest;
    expect(title?.warnings.map(({ code }) => code)).not.toContain("UNSUPPORTED_FACT");
  });

  it("makes texts stale by a new attribute alone, and not when the same attribute is sent again", async () => {
    const { clock, ask, texts } = await workshop();
    await ask({ title: { mode: "content", value: "Linen shirt Ravello" } });
    const stale = async () => (await texts())?.find(({ contentType }) => contentType === "title")?.stale;
    expect(await stale()).toBe(false);
    await ask({ "global_attr.color": "Blue" });
    expect(await stale()).toBe(true);
    clock.advance(1_000);
    await ask({ title: { mode: "content", value: "Linen shirt Ravello in blue" } });
    await ask({ "global_attr.color": "Blue" });
    expect(await stale()).toBe(false);
  });

  const known = ["title", "description", "key_features", "seo_title", "seo_description"];

  it.each<[string, Record<string, FieldValue>, RegenerationProblem]>([
    ["no field is given", {}, { code: "no_field" }],
    ["a field is unknown", { price: "9.90" }, { code: "unknown_field", field: "price", known }],
    [
      "a field comes twice under two names",
      { desc: "a", description: "b" },
      { code: "field_given_twice", field: "description" },
    ],
    [
      "an instruction is too long",
      { title: "x".repeat(2_001) },
      { code: "instruction_too_long", field: "title", limit: 2_000 },
    ],
    ["new content is empty", { title: { mode: "content", value: " " } }, { code: "content_empty", field: "title" }],
    [
      "an attribute has no name",
      { "global_attr.": "Blue" },
      { code: "attributes_refused", problem: { code: "attribute_name_missing" } },
    ],
    ["a value has no form", { title: 7 as unknown as string }, { code: "field_not_understood", field: "title" }],
  ])("starts nothing when %s", async (_why, fields, problem) => {
    const { db, ask, payload } = await workshop();
    const asked = await ask(fields);
    expect(asked).toEqual({ outcome: "invalid", problems: [problem] });
    expect(await payload()).toBeNull();
    expect(await db.do(readOwnAttributes(shop, productId))).toEqual([]);
  });

  it("gives new content to one product only, instructions to many", async () => {
    const { db, ask } = await workshop();
    await storeProduct(db, { id: "1002" });
    const productIds = [productId, productIdSchema.parse("1002"), productId];
    expect(await ask({ title: { mode: "content", value: "One for all" } }, { productIds })).toEqual({
      outcome: "invalid",
      problems: [{ code: "content_for_several_products" }],
    });
    expect(await ask({ title: "Shorter" }, { productIds })).toMatchObject({ outcome: "queued" });
    const [job] = await db.orm.select({ total: jobs.total }).from(jobs).where(eq(jobs.shop, shop));
    expect(job?.total).toBe(2);
  });

  it("touches no product of another shop and none that is gone", async () => {
    const { db, ask } = await workshop();
    await storeProduct(db, { shop: otherShop, id: "2001" });
    const fields = { "global_attr.color": "Blue", title: { mode: "content", value: "Mine now" } } as const;
    expect(await ask(fields, { productIds: [productIdSchema.parse("2001")] })).toEqual({ outcome: "not_found" });
    expect(await db.do(readOwnAttributes(otherShop, "2001"))).toEqual([]);
    expect(await db.orm.select().from(versions).where(eq(versions.shop, otherShop))).toEqual([]);
    await db.orm
      .update(products)
      .set({ goneAt: 1 })
      .where(and(eq(products.shop, shop), eq(products.id, productId)));
    expect(await ask(fields)).toEqual({ outcome: "not_found" });
  });
});
