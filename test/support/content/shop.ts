import { factsDigest } from "../../../app/catalog/facts.ts";
import { liveDigest } from "../../../app/catalog/live-texts.ts";
import type { Db } from "../../../app/db/open.ts";
import { products, type StoredFacts, type StoredVariant, shops } from "../../../app/db/schema/index.ts";
import { productIdSchema, shopDomainSchema } from "../../../app/lib/brand.ts";
import { someFacts } from "./facts.ts";

export const shop = shopDomainSchema.parse("demo.myshopify.com");
export const otherShop = shopDomainSchema.parse("second.myshopify.com");
export const productId = productIdSchema.parse("1001");
export const startAt = 1_800_000_000_000;

/** A clock that a test moves. */
export function testClock(at = startAt) {
  let now = at;
  return {
    now: () => now,
    advance(ms: number) {
      now += ms;
    },
  };
}

export interface ProductChanges {
  id?: string;
  shop?: string;
  title?: string;
  descriptionHtml?: string;
  bullets?: string[] | null;
  facts?: StoredFacts;
  variants?: StoredVariant[];
}

/** Stores a shop in English and one product with live texts. */
export async function storeProduct(db: Db, changes: ProductChanges = {}): Promise<void> {
  const facts = someFacts();
  const row = {
    shop: changes.shop ?? shop,
    id: changes.id ?? productId,
    handle: "ravello",
    title: changes.title ?? facts.title,
    vendor: facts.vendor,
    productType: facts.productType,
    status: "active" as const,
    descriptionHtml: changes.descriptionHtml ?? "<p>A shirt of washed linen with two chest pockets.</p>",
    seoTitle: null,
    seoDescription: null,
    bullets: changes.bullets ?? null,
    facts: changes.facts ?? {
      category: facts.category,
      tags: facts.tags,
      options: facts.options,
      attributes: facts.attributes,
      images: facts.images,
    },
    variants: changes.variants ?? facts.variants,
    createdAt: startAt,
    updatedAt: startAt,
    syncedAt: startAt,
  };
  await db.orm.insert(shops).values({ shop: row.shop, installedAt: startAt }).onConflictDoNothing();
  await db.orm.insert(products).values({ ...row, factsDigest: factsDigest(row), liveDigest: liveDigest(row) });
}
