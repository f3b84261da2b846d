import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { reserveRun } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { all, type Steps } from "../../db/steps.ts";
import { enqueueJob } from "../../jobs/enqueue-job.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { summariseJob } from "../jobs.ts";
import { summaryModel } from "./summarise-product.ts";

/** Somebody waits for a few in front of the screen. */
const interactiveProducts = 5;

const withReviewsSql = `SELECT value AS id FROM json_each(@ids) AS asked
  WHERE EXISTS (SELECT 1 FROM product_reviews AS r WHERE r.shop = @shop AND r.product_id = asked.value)`;

/** Of these products those that have reviews, in the order given. */
export function* productsWithReviews(shop: ShopDomain, ids: readonly ProductId[]): Steps<ProductId[]> {
  const rows = yield* all<{ id: ProductId }>(withReviewsSql, { shop, ids: JSON.stringify([...new Set(ids)]) });
  return rows.map(({ id }) => id);
}

/**
 * Starts a job that sums up the reviews of products; those without reviews are left out.
 * @param request.itemCredits what a product costs with the model behind the version
 * @returns null when none of them has any
 * @throws OperationalError `credits_exhausted`
 */
export async function startSummaries(
  deps: { db: Db; clock: Clock } & Acted,
  request: { shop: ShopDomain; productIds: readonly ProductId[]; itemCredits: number; createdBy: string },
): Promise<{ jobId: JobId; products: number } | null> {
  const { db, clock } = deps;
  const { shop, itemCredits, createdBy } = request;
  const productIds = await db.do(productsWithReviews(shop, request.productIds));
  if (productIds.length === 0) return null;
  const { locale } = await readPrimaryTarget(deps, shop);
  const products = productIds.length;
  const jobId = await enqueueJob(deps, {
    job: summariseJob,
    shop,
    title: `Sum up the reviews of ${products.toLocaleString("en-US")} ${products === 1 ? "product" : "products"}`,
    payload: { locale },
    items: productIds.map((productId) => ({ subject: productId, payload: { productId } })),
    priority: products <= interactiveProducts ? 0 : 2,
    createdBy,
    stored: (id) =>
      reserveRun({
        ...{ shop, jobId: id, items: products, itemCredits, now: clock.now() },
        // Of its own name: what products took to be written tells nothing of what their reviews take.
        agentModel: `reviews-${summaryModel}`,
        contentTypes: [],
      }),
  });
  return { jobId, products };
}
