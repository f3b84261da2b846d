import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readProduct } from "../../app/catalog/read-product.ts";
import { planWriting } from "../../app/commands/products/plan-writing.ts";
import { missingBit, products, versions } from "../../app/db/schema/index.ts";
import { chooseTexts } from "../../app/generation/choose-texts.ts";
import type { GeneratePayload } from "../../app/generation/jobs.ts";
import { jobIdSchema, productIdSchema } from "../../app/lib/brand.ts";
import { slotColumns } from "../../app/texts/slot.ts";
import { someFacts } from "../support/content/facts.ts";
import { shop, storeProduct } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

it("a plan counts the alt texts that the run writes", async () => {
  const { deps, db } = await aShop();
  const { category, tags, options, attributes } = someFacts();
  const productId = productIdSchema.parse("1204");
  const images = [null, null, "A shirt on a chair", " ", "A collar"].map((alt, i) => ({
    ...{ id: `gid://shopify/MediaImage/${100 + i}`, url: `https://cdn.shopify.com/${i}.png`, alt },
  }));
  await storeProduct(db, { id: productId, facts: { category, tags, options, attributes, images } });
  const isStored = and(eq(products.shop, shop), eq(products.id, productId));
  await db.orm.update(products).set({ missing: missingBit.image_alt }).where(isStored);
  await db.orm.insert(versions).values({
    ...{ id: "ver_alt", shop, productId, ...slotColumns("image_alt_101"), locale: "en", state: "draft" },
    ...{
      origin: "generated",
      body: "A sleeve",
      warnings: [],
      blocked: false,
      evidence: [],
      base: null,
      baseDigest: "b",
    },
    ...{ factsDigest: "f", configDigest: "c", createdAt: 1 },
  });
  const { plan } = await planWriting.run(deps, anna, { selection: { ids: [productId] } });
  expect(plan.groups).toMatchObject([{ count: 1, alts: { missing: 2, blank: 3, all: 5 } }]);

  const product = await readProduct(deps, shop, productId);
  if (!product) throw new Error("the product was not stored");
  const item = { shop, jobId: jobIdSchema.parse("job_x"), seq: 0, checkpoint: null, saveCheckpoint: async () => {} };
  const written = async (choice: Pick<GeneratePayload, "onlyMissing" | "allImages">) => {
    const payload = { contentTypes: ["image_alt"], locale: "en", lane: "direct", ...choice } as GeneratePayload;
    return (await chooseTexts(deps, item, payload, product)).length;
  };
  expect(await written({ onlyMissing: true, allImages: false })).toBe(2);
  expect(await written({ onlyMissing: false, allImages: false })).toBe(3);
  expect(await written({ onlyMissing: false, allImages: true })).toBe(5);
});
