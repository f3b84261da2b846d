import { z } from "zod";
import { readStoredProduct } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { listContentTypes, typeNamed } from "../../rules/content-types/list-content-types.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { isSome, typeNamesSchema } from "./texts-input.ts";

/** `not_found`: also of a product that is no longer in the store */
type Result = { kind: "started"; jobId: JobId } | { kind: "unknown_content_type" } | NotFound;

/** Writes approved texts of one product to the shop. */
export const publishTexts = defineCommand({
  name: "product.publish",
  kind: "publishing",
  rate: "anything",
  input: z.object({ productId: productIdSchema, contentTypes: typeNamesSchema.refine(isSome) }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { productId, contentTypes }): Promise<Result> {
    const product = await deps.db.do(readStoredProduct(shop, productId));
    if (!product || product.goneAt !== null) return notFound;
    const types = await deps.db.do(listContentTypes(shop));
    if (!contentTypes.every((name) => typeNamed(types, name))) return { kind: "unknown_content_type" };
    const jobId = await startPublishing(deps, { shop, productIds: [productId], contentTypes, createdBy: by });
    return { kind: "started", jobId };
  },
});
