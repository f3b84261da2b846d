import { and, eq, type SQL, sql } from "drizzle-orm";
import { preparedQuery } from "../db/prepared.ts";
import { conflicts, products, versions } from "../db/schema/index.ts";
import type { Steps } from "../db/steps.ts";
import type { Tx } from "../db/transact.ts";

/**
 * Keeps `products.content_state`: the most urgent thing about the product's texts. A text that an undo put back is not called
 * published, and a product whose texts were all rejected or given up not unwritten. A step of every transaction that changes versions or conflicts.
 */
// biome-ignore lint/correctness/useYield: a prepared statement is a step by itself
export function* refreshContentState(tx: Tx, { shop, productId }: { shop: string; productId: string }): Steps<void> {
  preparedQuery(tx, updateState).run({ shop, productId });
}

function updateState(tx: Tx) {
  const shop = sql.placeholder("shop");
  const productId = sql.placeholder("productId");
  const hasConflict = sql`EXISTS (SELECT 1 FROM ${conflicts}
    WHERE ${conflicts.shop} = ${shop} AND ${conflicts.productId} = ${productId})`;
  const has = (condition: SQL) => sql`EXISTS (SELECT 1 FROM ${versions}
    WHERE ${versions.shop} = ${shop} AND ${versions.productId} = ${productId} AND ${condition})`;
  const state = sql`CASE
    WHEN ${hasConflict} THEN 'conflict'
    WHEN ${has(sql`${versions.state} = 'draft' AND ${eq(versions.blocked, true)}`)} THEN 'blocked'
    WHEN ${has(sql`${versions.state} = 'draft'`)} THEN 'needs_review'
    WHEN ${has(sql`${versions.state} = 'approved'`)} THEN 'approved'
    WHEN ${has(sql`${versions.state} = 'published' AND ${versions.origin} <> 'undo'`)} THEN 'published'
    WHEN ${has(sql`${versions.state} = 'published'`)} THEN 'put_back'
    WHEN ${has(sql`1 = 1`)} THEN 'unpublished'
    ELSE 'none' END`;
  return tx
    .update(products)
    .set({ contentState: state })
    .where(and(eq(products.shop, shop), eq(products.id, productId)))
    .prepare();
}
