import { z } from "zod";
import { defineJob } from "../jobs/task.ts";
import { jobIdSchema, localeSchema, productIdSchema } from "../lib/brand.ts";
import { contentConfigSchema } from "../rules/content-config.ts";
import { contentTypeNameSchema } from "../texts/content-types.ts";

export const agentModelSchema = z.enum(["v1", "v2"]);

export const laneSchema = z.enum(["direct", "batch"]);

export const generatePayloadSchema = z.object({
  contentTypes: z.array(contentTypeNameSchema).min(1),
  agentModel: agentModelSchema,
  locale: localeSchema,
  createdBy: z.string().nullable(),
  /** what a person wants of this run, for all texts and for each: data of the prompt */
  notes: z.string().optional(),
  fieldNotes: z.record(z.string(), z.string()).optional(),
  /** epoch ms: only feedback from before it gives examples, so that a resumed item asks what it asked before */
  examplesBefore: z.number().int().default(0),
  /** `batch`: first calls may wait up to 24 hours, for half the model's price */
  lane: laneSchema.default("direct"),
  /** `image_alt` means all images of a product; false: for those without an alt text */
  allImages: z.boolean().default(false),
  /** of each product only the texts that it lacks when it is its turn */
  onlyMissing: z.boolean().default(false),
  /** how many wordings of a short text the model offers: as the shop had it when the run was started */
  wordings: z.number().int().min(1).max(3).default(1),
});
export type GeneratePayload = z.infer<typeof generatePayloadSchema>;

const generateItemSchema = z.object({
  productId: productIdSchema,
  /** the product of the same job whose texts this one varies */
  master: productIdSchema.optional(),
});
export type GenerateItem = z.infer<typeof generateItemSchema>;

/** Writes texts for one product per item. */
export const generateJob = defineJob({
  kind: "generate-content",
  needs: ["model"],
  payload: generatePayloadSchema,
  item: generateItemSchema,
});

/** Carries the calls of one generation job to the provider's batches and back; one item, a round each time it runs. */
export const batchJob = defineJob({
  kind: "model-batch",
  needs: ["model"],
  // What a batch was paid for is fetched in the end, however long the model is away.
  neverGivesUp: true,
  payload: z.object({ jobId: jobIdSchema }),
  item: z.null(),
  // One carrier a generation job: of two, one would hand over what the other has handed over already.
  exclusiveGroup: "model-batch",
});

const previewPayloadSchema = z.object({
  config: contentConfigSchema,
  contentTypes: z.array(contentTypeNameSchema).min(1),
  locale: localeSchema,
});
export type PreviewPayload = z.infer<typeof previewPayloadSchema>;

/** Writes texts for one product per item by rules that need not be saved: they go into the item's result and nowhere else. */
export const previewJob = defineJob({
  kind: "try-config",
  payload: previewPayloadSchema,
  item: z.object({ productId: productIdSchema }),
  maxAttempts: 3,
  watched: true,
});
