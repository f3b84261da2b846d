import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { shareProducts } from "./share-products.ts";

// Shares are the first items of their job; one that was planned stands for its own product alone.
const sharedSql = `SELECT 1 FROM job_items
  WHERE job_id = @jobId AND shop = @shop AND seq < @shares AND json_extract(payload, '$.share') IS NOT NULL LIMIT 1`;

/**
 * For how many products a run of shares was started, as long as an item stands for several of them: until then its total says less.
 * @param run.products as its payload names them @returns null once each item is one product
 */
export function* chosenProducts(run: { shop: ShopDomain; jobId: string; products: number }): Steps<number | null> {
  const { shop, jobId, products } = run;
  const shared = yield* get(sharedSql, { shop, jobId, shares: Math.ceil(products / shareProducts) });
  return shared === undefined ? null : products;
}
