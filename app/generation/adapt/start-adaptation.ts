import { reserveRun } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { enqueueJob } from "../../jobs/enqueue-job.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { versionCredits } from "../../model/model-credits.ts";
import { type AdaptationWish, type AdaptPayload, adaptJob } from "./jobs.ts";

export interface AdaptationRequest extends AdaptationWish, Pick<AdaptPayload, "agentModel" | "lane" | "notes"> {
  shop: ShopDomain;
  createdBy: string;
  /** repeated ids count once */
  productIds: readonly ProductId[];
  /** what a product costs with the model behind the version; default: as with the operator's own */
  itemCredits?: number | undefined;
}

/** Up to so many products somebody waits for in front of the screen. */
const interactiveProducts = 5;

/**
 * Starts a job that adapts texts of products to a channel: all texts of a product in one call, for the credits of a product.
 * @throws OperationalError `credits_exhausted` when the shop's credits do not cover the run: nothing starts then
 */
export async function startAdaptation(
  deps: { db: Db; clock: Clock } & Acted,
  { shop, productIds: named, itemCredits, ...wish }: AdaptationRequest,
): Promise<JobId> {
  const productIds = [...new Set(named)];
  const { agentModel, contentTypes, channel, notes } = wish;
  const payload: AdaptPayload = {
    ...wish,
    examplesBefore: deps.clock.now(),
    ...(notes?.trim() ? { notes } : { notes: undefined }),
  };
  return enqueueJob(deps, {
    job: adaptJob,
    shop,
    title: `Adapt ${productIds.length.toLocaleString("en-US")} ${productIds.length === 1 ? "product" : "products"} to ${channel}`,
    payload,
    items: productIds.map((productId) => ({ subject: productId, payload: { productId } })),
    priority: productIds.length <= interactiveProducts ? 0 : 2,
    createdBy: wish.createdBy,
    stored: (jobId) =>
      reserveRun({
        ...{ shop, jobId, contentTypes, items: productIds.length, now: deps.clock.now() },
        // Of its own name: what products took to be written tells nothing of what they take to be adapted.
        agentModel: `adapt-${agentModel}`,
        itemCredits: itemCredits ?? versionCredits[agentModel],
      }),
  });
}
