import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { defineCommand } from "../command.ts";
import { isSome, typeNamesSchema } from "./texts-input.ts";

type Result = { kind: "started"; jobId: JobId };

/** Writes approved texts of one product to the shop. */
export const publishTexts = defineCommand({
  name: "product.publish",
  kind: "publishing",
  rate: "anything",
  input: z.object({ productId: productIdSchema, contentTypes: typeNamesSchema.refine(isSome) }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { productId, contentTypes }): Promise<Result> {
    const jobId = await startPublishing(deps, { shop, productIds: [productId], contentTypes, createdBy: by });
    return { kind: "started", jobId };
  },
});
