import { z } from "zod";
import { channelSchema } from "../../classification/jobs.ts";
import { startClassification } from "../../classification/start-classification.ts";
import { readLoaded } from "../../classification/taxonomies/read-taxonomy.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { agentModelSchema } from "../../generation/jobs.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { defineCommand } from "../command.ts";
import { allSelected, leftOutOf, selectionSchema } from "./selection.ts";

type Result =
  | {
      kind: "started";
      jobId: JobId;
      products: number;
      /** at most: a product that fails costs nothing */
      credits: number;
      /** named, but not in the shop */
      leftOut: number;
      /** the model cannot be called as the settings are, so that the job waits */
      modelRefused: boolean;
    }
  | { kind: "no_product" }
  /** the operator has not loaded this taxonomy */
  | { kind: "taxonomy_missing"; channel: "google" | "gpc" };

/** Starts a job that proposes categories for products. Nothing is written to the shop. */
export const classifyProducts = defineCommand({
  name: "products.classify",
  kind: "writing",
  rate: "work",
  input: z.object({
    selection: selectionSchema,
    channel: channelSchema.default("shopify"),
    agentModel: agentModelSchema,
  }),
  async run(deps: { db: Db; clock: Clock; models: Models } & Acted, { shop, by: createdBy }, asked): Promise<Result> {
    const { selection, channel, agentModel } = asked;
    // Shopify's own is read when the first product is classified.
    if (channel !== "shopify" && !(await deps.db.do(readLoaded(channel)))) return { kind: "taxonomy_missing", channel };
    const productIds = await allSelected(deps, shop, selection);
    if (productIds.length === 0) return { kind: "no_product" };
    const { creditsOf, refusalOf } = await deps.models.forShop(shop);
    const itemCredits = creditsOf(agentModel);
    const jobId = await startClassification(deps, {
      ...{ shop, productIds, channel, agentModel, createdBy, itemCredits },
    });
    return {
      kind: "started",
      ...{ jobId, products: productIds.length, credits: productIds.length * itemCredits },
      leftOut: leftOutOf(selection, productIds.length),
      modelRefused: refusalOf(agentModel) !== null,
    };
  },
});
