import { z } from "zod";
import { defineJob } from "../../jobs/task.ts";
import { localeSchema, productIdSchema } from "../../lib/brand.ts";
import { agentModelSchema, laneSchema } from "../jobs.ts";

/**
 * Which translations a run makes: those that the shop has none of, also those whose source has changed since, those alone that are not
 * as the shop's terms say, or all.
 */
export const whichSchema = z.enum(["missing", "missing_or_outdated", "against_terms", "all"]);

/** What is wanted of each product. */
export const translationWishSchema = z.object({
  /** the shop's languages, its primary one never among them */
  locales: z.array(localeSchema).min(1),
  /** markets that are to have texts of their own, by their numbers, "" for everywhere; absent: everywhere alone */
  markets: z
    .array(z.string().regex(/^\d{0,20}$/))
    .min(1)
    .optional(),
  /** names as `isAskedFor` takes them */
  contentTypes: z.array(z.string().min(1).max(200)).min(1),
  which: whichSchema,
  /** also texts that a person wrote, here or in the shop */
  includeEdited: z.boolean().default(false),
});
export type TranslationWish = z.infer<typeof translationWishSchema>;

export const translatePayloadSchema = translationWishSchema.extend({
  agentModel: agentModelSchema,
  createdBy: z.string().nullable(),
  /** what a person wants of this run: data of the prompt */
  notes: z.string().optional(),
  /** epoch ms: only feedback from before it gives examples, so that a resumed item asks what it asked before */
  examplesBefore: z.number().int(),
  /** `batch`: a product's first call may wait up to 24 hours, for half the model's price */
  lane: laneSchema.default("direct"),
  /** credits of a whole product with the model of the start: what a text costs is a share of it */
  productCredits: z.number().int().positive(),
  /** of a run whose items stand for shares at first: products that were chosen */
  products: z.number().int().positive().optional(),
});
export type TranslatePayload = z.infer<typeof translatePayloadSchema>;

const translateItemSchema = z.object({
  productId: productIdSchema,
  /** kept for it when it was planned */
  credits: z.number().int().min(0).optional(),
  /** further products that the item stands for until they are planned: see `plan-share.ts` */
  share: z.array(productIdSchema).optional(),
});
export type TranslateItem = z.infer<typeof translateItemSchema>;

/** Translates texts of one product per item, into all languages of the run. */
export const translateJob = defineJob({
  kind: "translate-content",
  needs: ["model"],
  payload: translatePayloadSchema,
  item: translateItemSchema,
});
