import { z } from "zod";
import { startSummaries } from "../../analysis/reviews/start-summaries.ts";
import { summaryModel } from "../../analysis/reviews/summarise-product.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { defineCommand } from "../command.ts";

type Result = { kind: "started"; jobId: JobId; products: number } | { kind: "no_reviews" };

/** Sums up what customers wrote of products. */
export const summariseReviews = defineCommand({
  name: "reviews.summarise",
  kind: "writing",
  rate: "work",
  input: z.object({ productIds: z.array(productIdSchema).min(1).max(1_000) }),
  async run(deps: { db: Db; clock: Clock; models: Models } & Acted, { shop, by }, { productIds }): Promise<Result> {
    const itemCredits = (await deps.models.forShop(shop)).creditsOf(summaryModel);
    const started = await startSummaries(deps, { shop, productIds, itemCredits, createdBy: by });
    return started === null ? { kind: "no_reviews" } : { kind: "started", ...started };
  },
});
