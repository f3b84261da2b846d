import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { adaptationWishSchema } from "../../generation/adapt/jobs.ts";
import { startAdaptation } from "../../generation/adapt/start-adaptation.ts";
import { agentModelSchema, laneSchema } from "../../generation/jobs.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { defineCommand } from "../command.ts";
import { assertKnownMarkets } from "./assert-known-markets.ts";
import { type UnknownWish, unknownOf } from "./known-channels.ts";
import { allSelected, leftOutOf, selectionSchema } from "./selection.ts";

type Result =
  | {
      kind: "started";
      jobId: JobId;
      products: number;
      /** named, but not in the shop */
      leftOut: number;
      /** the model cannot be called as the settings are, so that the job waits */
      modelRefused: boolean;
    }
  | { kind: "no_product" }
  | UnknownWish;

/** Starts a job that adapts texts of many products to a channel. */
export const adaptProducts = defineCommand({
  name: "products.adapt",
  kind: "writing",
  rate: "work",
  input: adaptationWishSchema.extend({
    selection: selectionSchema,
    agentModel: agentModelSchema,
    /** `batch`: may wait up to a day for half the model's price */
    lane: laneSchema,
    notes: z.string().max(2_000).optional(),
  }),
  async run(deps: { db: Db; clock: Clock; models: Models } & Acted, { shop, by: createdBy }, asked): Promise<Result> {
    const { selection, ...wish } = asked;
    const unknown = await unknownOf(deps, shop, wish);
    if (unknown) return unknown;
    await assertKnownMarkets(deps, shop, [wish.market]);
    const productIds = await allSelected(deps, shop, selection);
    if (productIds.length === 0) return { kind: "no_product" };
    const { creditsOf, refusalOf } = await deps.models.forShop(shop);
    const itemCredits = creditsOf(wish.agentModel);
    const jobId = await startAdaptation(deps, { shop, ...wish, createdBy, productIds, itemCredits });
    return {
      kind: "started",
      ...{ jobId, products: productIds.length, leftOut: leftOutOf(selection, productIds.length) },
      modelRefused: refusalOf(wish.agentModel) !== null,
    };
  },
});
