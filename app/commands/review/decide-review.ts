import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { knownProductIds } from "../../catalog/select-products.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { type Decided, decideProduct } from "../../review/decide-product.ts";
import { contentTypeNameSchema } from "../../texts/content-types.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { versionIdSchema } from "../texts/texts-input.ts";
import { decisionIdSchema, optionalTarget, queueIdSchema } from "./review-input.ts";

type Result = Decided | NotFound;

/** Decides about a product's texts as a whole, for those that the person saw. */
export const decideReview = defineCommand({
  name: "review.decide",
  kind: "texts",
  rate: "anything",
  input: z.object({
    id: decisionIdSchema,
    queueId: queueIdSchema.nullable(),
    productId: productIdSchema,
    target: optionalTarget,
    seen: z.object({
      versionIds: boundedList(versionIdSchema, 300),
      conflicts: boundedList(z.object({ contentType: contentTypeNameSchema, detectedAt: z.number() }), 300),
    }),
    verdict: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("approved") }),
      z.object({ kind: z.literal("rejected"), reason: z.string().max(1_000).optional() }),
      z.object({ kind: z.literal("conflicts"), keep: z.enum(["theirs", "ours"]) }),
      z.object({ kind: z.literal("later") }),
    ]),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { target, ...asked }): Promise<Result> {
    const { productId } = asked;
    if ((await deps.db.do(knownProductIds(shop, [productId]))).length === 0) return notFound;
    return decideProduct(deps, { shop, by, target: target ?? (await readPrimaryTarget(deps, shop)), ...asked });
  },
});
