import { z } from "zod";
import { defineJob } from "../../jobs/task.ts";
import { localeSchema, productIdSchema } from "../../lib/brand.ts";
import { contentTypeNameSchema } from "../../texts/content-types.ts";
import { agentModelSchema, laneSchema } from "../jobs.ts";

/** Which texts for a channel a run writes: those that the product has none of, also those whose source has changed since, or all. */
export const adaptWhichSchema = z.enum(["missing", "missing_or_outdated", "all"]);

const channelName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** What is wanted of each product. */
export const adaptationWishSchema = z.object({
  channel: channelName,
  /** a market's number, "" for none */
  market: z
    .string()
    .regex(/^\d{0,20}$/)
    .default(""),
  /** of source and target; they are the same */
  locale: localeSchema,
  /** whose texts are adapted: `store`, or another channel */
  from: channelName.default("store"),
  /** of the channel's texts */
  contentTypes: z.array(contentTypeNameSchema).min(1),
  which: adaptWhichSchema,
  /** also texts that a person wrote */
  includeEdited: z.boolean().default(false),
});
export type AdaptationWish = z.infer<typeof adaptationWishSchema>;

export const adaptPayloadSchema = adaptationWishSchema.extend({
  agentModel: agentModelSchema,
  createdBy: z.string().nullable(),
  /** what a person wants of this run: data of the prompt */
  notes: z.string().optional(),
  /** epoch ms: only what was approved before gives examples, so that a resumed item asks what it asked before */
  examplesBefore: z.number().int(),
  /** `batch`: a product's first call may wait up to 24 hours, for half the model's price */
  lane: laneSchema.default("direct"),
});
export type AdaptPayload = z.infer<typeof adaptPayloadSchema>;

/** Adapts texts of one product per item to a channel. */
export const adaptJob = defineJob({
  kind: "adapt-content",
  needs: ["model"],
  payload: adaptPayloadSchema,
  item: z.object({ productId: productIdSchema }),
});
