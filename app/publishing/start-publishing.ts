import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { type JobId, type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import { labelsInSentence, listContentTypes } from "../rules/content-types/list-content-types.ts";
import { productsApprovedOfJob } from "../versions/read-approved.ts";
import { publishJob } from "./jobs.ts";

export interface StartPublishing {
  shop: ShopDomain;
  /** the products, or the job whose texts are to be published */
  productIds?: readonly ProductId[] | undefined;
  jobId?: JobId | undefined;
  /** default: all that are approved */
  contentTypes?: readonly string[] | undefined;
  createdBy?: string | undefined;
}

/** One product is interactive work; more are bulk. */
const interactiveUpTo = 1;

/**
 * Enqueues the publication of the approved texts of some products, one item each.
 * @throws OperationalError `nothing_to_publish` when a job has left nothing approved, or no product is given
 */
export async function startPublishing(deps: { db: Db; clock: Clock } & Acted, input: StartPublishing): Promise<JobId> {
  const { shop, contentTypes, createdBy } = input;
  const productIds = [...new Set(input.productIds ?? (await approvedOfJob(deps, shop, input.jobId)))];
  if (productIds.length === 0) {
    throw new OperationalError("there is nothing approved to publish", {
      code: "nothing_to_publish",
      retryable: false,
      merchantMessage: "There is nothing approved to publish. Approve texts first.",
    });
  }
  return enqueueJob(deps, {
    job: publishJob,
    shop,
    title: titleOf(
      productIds.length,
      contentTypes && labelsInSentence(await deps.db.do(listContentTypes(shop)), contentTypes),
    ),
    payload: { ...(contentTypes ? { contentTypes: [...contentTypes] } : {}), ...(createdBy ? { createdBy } : {}) },
    items: productIds.map((productId) => ({ subject: productId, payload: { productId } })),
    priority: productIds.length <= interactiveUpTo ? 0 : 2,
    createdBy,
  });
}

function titleOf(count: number, what = "approved texts"): string {
  return `Publish ${what} of ${count} ${count === 1 ? "product" : "products"}`;
}

async function approvedOfJob(deps: { db: Db }, shop: ShopDomain, jobId: JobId | undefined): Promise<ProductId[]> {
  if (jobId === undefined) return [];
  const target = await readPrimaryTarget(deps, shop);
  const ids = await deps.db.do(productsApprovedOfJob({ shop, jobId, target }));
  return ids.map((id) => productIdSchema.parse(id));
}
