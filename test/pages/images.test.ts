import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobs, products, type StoredFacts, versions } from "../../app/db/schema/index.ts";
import { generatePayloadSchema } from "../../app/generation/jobs.ts";
import { type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askProduct, askProducts } from "../support/pages/ask.ts";
import { inEnglish } from "../support/places.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const models = unaskedModels();

/** As a bulk result may list them: not in the order in which they were uploaded. */
const images: StoredFacts["images"] = [
  { id: "gid://shopify/MediaImage/205", url: "https://cdn.shopify.com/b.jpg", alt: null },
  { id: "gid://shopify/MediaImage/99", url: "https://cdn.shopify.com/a.jpg", alt: "A folded shirt" },
];
const user = { shop, by: "user:7" } as Parameters<typeof askProduct>[1];

async function setUp() {
  const deps = { db: openTestDatabase(), clock: testClock(), models };
  await storeProduct(deps.db, { facts: { category: null, tags: [], options: [], attributes: [], images } });
  const edit = (contentType: string, body: string) =>
    editVersion(deps, { shop, productId, contentType, target: inEnglish, body, by: "user:7" });
  const text = async (name: string) => {
    const page = await readProductPage(deps, shop, productId);
    return page?.texts.find(({ type }) => type.name === name);
  };
  const payload = async (jobId: string | undefined) => {
    const [job] = await deps.db.orm
      .select()
      .from(jobs)
      .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId ?? "")));
    return { title: job?.title, ...generatePayloadSchema.parse(job?.payload) };
  };
  return { ...deps, edit, text, payload };
}

function jobOf(outcome: object): string | undefined {
  return "jobId" in outcome && typeof outcome.jobId === "string" ? outcome.jobId : undefined;
}

describe("images on the product page", () => {
  it("have a text each, numbered in the order of upload, with the one that is live in the shop", async () => {
    const { text } = await setUp();
    expect(await text("image_alt_99")).toMatchObject({
      type: { label: "Alt text of image 1", limitChars: 125, kind: "line" },
      image: { url: "https://cdn.shopify.com/a.jpg", position: 1 },
      live: "A folded shirt",
      newest: null,
    });
    expect(await text("image_alt_205")).toMatchObject({ image: { position: 2 }, live: null });
    expect(await text("image_alt")).toBeUndefined();
  });

  it("are edited and checked, and the warnings number images from one", async () => {
    const { edit, text, db } = await setUp();
    await edit("image_alt_99", "A linen shirt");
    await edit("image_alt_205", "A linen shirt");
    const shown = await text("image_alt_205");
    expect(shown?.newest?.warnings.map(({ description }) => description)).toEqual([
      "the alt text of image 2 says the same as the alt text of image 1",
    ]);
    const [row] = await db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.resource, "MediaImage/205")));
    expect(row).toMatchObject({ base: null, origin: "edited" });
    expect((await text("image_alt_99"))?.newest).toMatchObject({ body: "A linen shirt", state: "draft" });
  });

  it("of another shop's product or with a made-up number get no text", async () => {
    const { edit, db } = await setUp();
    expect(await edit("image_alt_206", "A linen shirt")).toMatchObject({ outcome: "invalid" });
    const stranger: ShopDomain = shopDomainSchema.parse("stranger.myshopify.com");
    await db.orm.update(products).set({ shop: stranger }).where(eq(products.shop, shop));
    expect(await edit("image_alt_99", "A linen shirt")).toMatchObject({ outcome: "not_found" });
  });

  it("are generated one by one, for those without an alt text, or for all", async () => {
    const deps = await setUp();
    const generate = (contentTypes: string[], allImages?: boolean) =>
      askProduct(deps, user, productId, { intent: "generate", contentTypes, agentModel: "v1", allImages });
    const one = await deps.payload(jobOf(await generate(["image_alt_205"])));
    expect(one).toMatchObject({
      title: "Generate image alt texts for 1 product",
      contentTypes: ["image_alt_205"],
    });
    expect(await deps.payload(jobOf(await generate(["title", "image_alt"])))).toMatchObject({
      contentTypes: ["title", "image_alt"],
      allImages: false,
    });
    expect(await deps.payload(jobOf(await generate(["image_alt"], true)))).toMatchObject({ allImages: true });
  });

  it("are generated for many products at once", async () => {
    const deps = await setUp();
    const form = new FormData();
    for (const [name, value] of [
      ["intent", "generate"],
      ["contentType", "image_alt"],
      ["id", productId],
      ["allImages", "true"],
    ] as const)
      form.append(name, value);
    expect(await deps.payload(jobOf(await askProducts(deps, user, form)))).toMatchObject({
      contentTypes: ["image_alt"],
      allImages: true,
    });
  });
});
