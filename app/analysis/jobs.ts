import { z } from "zod";
import { defineJob } from "../jobs/task.ts";
import { localeSchema, productIdSchema } from "../lib/brand.ts";

const summarisePayloadSchema = z.object({
  /** of the labels */
  locale: localeSchema,
});
export type SummarisePayload = z.infer<typeof summarisePayloadSchema>;

/** Sums up the reviews of one product per item. */
export const summariseJob = defineJob({
  kind: "summarise-reviews",
  needs: ["model"],
  payload: summarisePayloadSchema,
  item: z.object({ productId: productIdSchema }),
});
