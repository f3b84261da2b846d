import type { z } from "zod";
import { reserveRun } from "../credits/reserve-run.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type ClassifyPayload, type channelSchema, classifyJob } from "./jobs.ts";

export interface ClassificationRequest extends Omit<ClassifyPayload, "createdBy"> {
  shop: ShopDomain;
  /** repeated ids count once */
  productIds: readonly ProductId[];
  createdBy: string;
  /** what a product costs with the model behind the version */
  itemCredits: number;
}

/** Up to so many products somebody waits for in front of the screen. */
const interactiveProducts = 5;

/**
 * Starts a job that proposes a category for each of some products.
 * @throws OperationalError `credits_exhausted` when the shop's credits do not cover the run
 */
export async function startClassification(
  deps: { db: Db; clock: Clock } & Acted,
  { shop, productIds, channel, agentModel, createdBy, itemCredits }: ClassificationRequest,
): Promise<JobId> {
  const ids = [...new Set(productIds)];
  return enqueueJob(deps, {
    job: classifyJob,
    shop,
    title: titleOf(ids.length, channel),
    payload: { channel, agentModel, createdBy },
    items: ids.map((productId) => ({ subject: productId, payload: { productId } })),
    priority: ids.length <= interactiveProducts ? 0 : 2,
    createdBy,
    stored: (jobId) =>
      reserveRun({
        ...{ shop, jobId, itemCredits, items: ids.length, now: deps.clock.now() },
        // Of its own name: what products take to be written tells nothing of what they take here.
        ...{ agentModel: `classify-${agentModel}`, contentTypes: [] },
      }),
  });
}

const names: Readonly<Record<z.infer<typeof channelSchema>, string>> = {
  shopify: "Shopify's categories",
  google: "Google's categories",
  gpc: "GPC",
};

function titleOf(products: number, channel: z.infer<typeof channelSchema>): string {
  return `Classify ${products.toLocaleString("en-US")} ${products === 1 ? "product" : "products"} by ${names[channel]}`;
}
