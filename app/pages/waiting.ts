import { listProducts } from "../catalog/list-products.ts";
import { parseProductQuery } from "../catalog/product-query.ts";
import type { Db } from "../db/open.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import { builtInViews } from "../ui/products/list-address.ts";
import type { WaitingView } from "../ui/runs/next-step.ts";

/**
 * How many products wait for a person.
 * @param job only those that it wrote
 * @param wanted false where nobody asks: counting takes some milliseconds in a large catalogue
 */
export async function readWaiting(
  { db }: { db: Db },
  shop: ShopDomain,
  wanted: boolean,
  job?: JobId,
): Promise<WaitingView> {
  if (!wanted) return { review: 0, capped: false };
  const view = builtInViews.find(({ id }) => id === "review");
  const query = { ...parseProductQuery(shop, new URLSearchParams(view?.query)), job, limit: 1 };
  const { count } = await listProducts({ db }, query);
  return { review: count.value, capped: count.capped };
}
