import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import { products } from "../db/schema/index.ts";
import { keptGet, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { liveTexts } from "./live-texts.ts";
import { digestWith, readOwnAttributes } from "./own-attributes.ts";
import { readOwnKeywords } from "./own-keywords.ts";
import type { Product, StoredProduct } from "./product.ts";
import { readAsProduct } from "./resources/read-as-product.ts";

/** One product of a shop with its variants, facts and live texts; null when the shop has none of this id. */
export async function readProduct({ db }: { db: Db }, shop: ShopDomain, id: ProductId): Promise<Product | null> {
  return db.do(productSteps(shop, id));
}

/**
 * Whatever has texts that are translated: a product or, by an id like `Page/12`, another resource, which is like a product
 * without facts and without content types. null when the shop has none of this id.
 */
export async function readOwner({ db }: { db: Db }, shop: ShopDomain, id: ProductId): Promise<Product | null> {
  return db.do(ownerSteps(shop, id));
}

/** The same as a step of the caller's. */
export function* ownerSteps(shop: ShopDomain, id: ProductId): Steps<Product | null> {
  return (yield* readAsProduct(shop, id)) ?? (yield* productSteps(shop, id));
}

function* productSteps(shop: ShopDomain, id: ProductId): Steps<Product | null> {
  const row = yield* readStoredProduct(shop, id);
  if (!row) return null;
  const ownAttributes = yield* readOwnAttributes(shop, id);
  const ownKeywords = yield* readOwnKeywords(shop, id);
  const digest = digestWith(row.factsDigest, { attributes: ownAttributes, keywords: ownKeywords });
  return { ...row, factsDigest: digest, live: liveTexts(row), ownAttributes, ownKeywords };
}

/** A product's row as the schema maps it. */
export function* readStoredProduct(shop: ShopDomain, id: string): Steps<StoredProduct | undefined> {
  return yield* keptGet(selectProduct, { shop, id });
}

function selectProduct(orm: Tx) {
  return orm
    .select()
    .from(products)
    .where(and(eq(products.shop, sql.placeholder("shop")), eq(products.id, sql.placeholder("id"))))
    .prepare();
}
