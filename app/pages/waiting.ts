import { listProducts } from "../catalog/list-products.ts";
import { parseProductQuery } from "../catalog/product-query.ts";
import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { WaitingView } from "../ui/jobs/next-step.ts";
import { builtInViews } from "../ui/products/list-address.ts";

/**
 * How many products wait for a person.
 * @param wanted false where nobody asks: counting takes some milliseconds in a large catalogue
 */
export async function readWaiting({ db }: { db: Db }, shop: ShopDomain, wanted: boolean): Promise<WaitingView> {
  if (!wanted) return { review: 0, capped: false };
  const view = builtInViews.find(({ id }) => id === "review");
  const query = { ...parseProductQuery(shop, new URLSearchParams(view?.query)), limit: 1 };
  const { count } = await listProducts({ db }, query);
  return { review: count.value, capped: count.capped };
}
