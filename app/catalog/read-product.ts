import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { preparedQuery } from "../db/prepared.ts";
import { products } from "../db/schema/index.ts";
import type { Tx } from "../db/transact.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { liveTexts } from "./live-texts.ts";
import { digestWith, readOwnAttributes } from "./own-attributes.ts";
import { readOwnKeywords } from "./own-keywords.ts";
import type { Product } from "./product.ts";

/** One product of a shop with its variants, facts and live texts; null when the shop has none of this id. */
export async function readProduct({ db }: { db: Db }, shop: ShopDomain, id: ProductId): Promise<Product | null> {
  const row = preparedQuery(db.orm, selectProduct).get({ shop, id });
  if (!row) return null;
  const ownAttributes = readOwnAttributes({ db }, shop, id);
  const ownKeywords = readOwnKeywords({ db }, shop, id);
  const digest = digestWith(row.factsDigest, { attributes: ownAttributes, keywords: ownKeywords });
  return { ...row, factsDigest: digest, live: liveTexts(row), ownAttributes, ownKeywords };
}

function selectProduct(orm: Tx) {
  return orm
    .select()
    .from(products)
    .where(and(eq(products.shop, sql.placeholder("shop")), eq(products.id, sql.placeholder("id"))))
    .prepare();
}
