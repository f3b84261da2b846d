import type { Db } from "../db/open.ts";
import { all } from "../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import { approvedByPersonSql, approvedOfProducts } from "../versions/approved-of-products.ts";
import { queueById } from "./queue.ts";

/** What a person approved in a queue and nobody published yet. */
export interface ApprovedOfQueue {
  productIds: ProductId[];
  texts: number;
  /** products that are left out: their live texts changed meanwhile */
  inConflict: number;
}

/** Of some products one text was approved by itself, and what was decided last was another one. */
const entriesSql = `SELECT DISTINCT e.product_id AS "productId" FROM review_entries AS e
  WHERE e.shop = @shop AND e.queue_id = @queueId AND (e.outcome = 'approved' OR ${approvedByPersonSql})`;

/** @returns null when the person has no such queue */
export async function approvedOfQueue(
  { db }: { db: Db },
  { shop, person, queueId }: { shop: ShopDomain; person: string; queueId: string },
): Promise<ApprovedOfQueue | null> {
  const queue = await db.do(queueById(shop, person, queueId));
  if (!queue) return null;
  const entries = await db.do(all<{ productId: string }>(entriesSql, { shop, queueId, person }));
  const productIds = entries.map(({ productId }) => productId);
  const rows = await db.do(approvedOfProducts({ shop, target: queue.target, productIds }));
  const free = rows.filter(({ inConflict }) => !inConflict);
  return {
    productIds: free.map(({ productId }) => productIdSchema.parse(productId)),
    texts: free.reduce((sum, { texts }) => sum + texts, 0),
    inConflict: rows.length - free.length,
  };
}
