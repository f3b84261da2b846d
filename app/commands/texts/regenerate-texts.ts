import { z } from "zod";
import { agentModelSchema, laneSchema } from "../../generation/jobs.ts";
import type { FieldValue } from "../../generation/regenerate-fields.ts";
import { type RegenerationProblem, startRegeneration } from "../../generation/start-regeneration.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { contentTypeNameSchema } from "../../texts/content-types.ts";
import type { EditDeps } from "../../versions/edit-version.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { isSome, typeNamesSchema } from "./texts-input.ts";

type Result =
  /** `modelRefused`: the model cannot be called as the settings are, so that the job waits */
  | { kind: "started"; jobId: JobId; modelRefused: boolean }
  /** all texts were given: they are drafts, and no model is asked */
  | { kind: "saved" }
  /** at least one */
  | { kind: "invalid"; problems: RegenerationProblem[] }
  | NotFound;

/** Writes chosen texts of one product again: from notes by the model, or as the asker gives them. */
export const regenerateTexts = defineCommand({
  name: "product.generate",
  kind: "writing",
  rate: "work",
  input: z.object({
    productId: productIdSchema,
    contentTypes: typeNamesSchema.refine(isSome),
    agentModel: agentModelSchema,
    /** true: also images that have an alt text. Default: those without */
    allImages: z.boolean().default(false),
    /** true: only the texts that the product lacks */
    onlyMissing: z.boolean().optional(),
    /** `batch`: may wait up to a day for half the model's price */
    lane: laneSchema.optional(),
    notes: z.string().optional(),
    fieldNotes: z.record(contentTypeNameSchema, z.string()).default({}),
    /** those whose note is the new text itself */
    given: typeNamesSchema.default([]),
  }),
  async run(
    deps: EditDeps & { models: Models },
    { shop, by: createdBy },
    { productId, contentTypes, agentModel, allImages, onlyMissing, lane, notes, fieldNotes, given },
  ): Promise<Result> {
    const fieldOf = (name: string): FieldValue => {
      const value = fieldNotes[name] ?? "";
      return given.includes(name) ? { mode: "content", value } : value;
    };
    const fields = Object.fromEntries(contentTypes.map((name) => [name, fieldOf(name)]));
    const { creditsOf, refusalOf } = await deps.models.forShop(shop);
    const itemCredits = creditsOf(agentModel);
    const started = await startRegeneration(deps, {
      ...{ shop, productIds: [productId], notes, fields, agentModel, itemCredits },
      ...{ allImages: allImages && !onlyMissing, onlyMissing, lane, createdBy },
    });
    if (started.outcome === "invalid") return { kind: "invalid", problems: started.problems };
    if (started.outcome === "not_found") return notFound;
    if (!started.jobId) return { kind: "saved" };
    return { kind: "started", jobId: started.jobId, modelRefused: refusalOf(agentModel) !== null };
  },
});
