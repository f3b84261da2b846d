import { z } from "zod";
import { agentModelSchema } from "../generation/jobs.ts";
import { defineJob } from "../jobs/task.ts";
import { productIdSchema } from "../lib/brand.ts";

/** Where the category is for: Shopify's own, Google's, or GS1's Global Product Classification. */
export const channelSchema = z.enum(["shopify", "google", "gpc"]);

export const classifyPayloadSchema = z.object({
  channel: channelSchema,
  agentModel: agentModelSchema,
  createdBy: z.string().nullable(),
});
export type ClassifyPayload = z.infer<typeof classifyPayloadSchema>;

/** Proposes a category for one product per item. */
export const classifyJob = defineJob({
  kind: "classify-products",
  needs: ["model"],
  payload: classifyPayloadSchema,
  item: z.object({ productId: productIdSchema }),
});
