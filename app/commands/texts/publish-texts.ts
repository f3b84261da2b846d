import { z } from "zod";
import { readOwner } from "../../catalog/read-product.ts";
import { otherKindOf } from "../../catalog/translations/translation-sources.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { listContentTypes, typeNamed } from "../../rules/content-types/list-content-types.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";
import { isSome, slotNamesSchema } from "./texts-input.ts";

/** `not_found`: also of a product that is no longer in the store */
type Result = { kind: "started"; jobId: JobId } | { kind: "unknown_content_type" } | NotFound;

/** Writes approved texts of one product to the shop. @param input.locale, input.market whose texts; default: the shop's own pages */
export const publishTexts = defineCommand({
  name: "product.publish",
  kind: "publishing",
  rate: "anything",
  needs: "publish",
  input: z.object({
    productId: productIdSchema,
    ...forWhom,
    contentTypes: slotNamesSchema.refine(isSome),
  }),
  async run(
    deps: { db: Db; clock: Clock } & Acted,
    { shop, by },
    { productId, locale, market, contentTypes },
  ): Promise<Result> {
    const product = await readOwner(deps, shop, productId);
    if (!product || product.goneAt !== null) return notFound;
    const types = await deps.db.do(listContentTypes(shop));
    // What is no content type, e.g. an option's name, is published where it is translated.
    const isKnown = (name: string) => typeNamed(types, name) || (locale !== undefined && otherKindOf(name) !== null);
    if (!contentTypes.every(isKnown)) return { kind: "unknown_content_type" };
    const isOwn = locale === undefined && !market;
    const targets = isOwn ? undefined : [await askedTarget(deps, shop, { locale, market })];
    const jobId = await startPublishing(deps, { shop, productIds: [productId], targets, contentTypes, createdBy: by });
    return { kind: "started", jobId };
  },
});
