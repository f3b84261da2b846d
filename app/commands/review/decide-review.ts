import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { knownProductIds } from "../../catalog/select-products.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import { productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { type Decided, decideProduct, isDecision } from "../../review/decide-product.ts";
import { contentTypeNameSchema } from "../../texts/content-types.ts";
import { sameTarget } from "../../texts/target.ts";
import { assertMayDo } from "../../workplace/assert-may-do.ts";
import { mayPublishOwn } from "../../workplace/may-publish-own.ts";
import { workSettingsOf } from "../../workplace/work-settings.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { versionIdSchema } from "../texts/texts-input.ts";
import { decisionIdSchema, optionalTarget, queueIdSchema } from "./review-input.ts";

type Result = Decided | NotFound;

/** Decides about a product's texts as a whole, for those that the person saw, or puts it off, which needs no right. */
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
      z.object({ kind: z.literal("written_again") }),
      z.object({ kind: z.literal("passed") }),
    ]),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { target, ...asked }): Promise<Result> {
    const { productId, verdict } = asked;
    if (isDecision(verdict.kind)) await assertMayDo(deps, { shop, by }, "approve");
    if ((await deps.db.do(knownProductIds(shop, [productId]))).length === 0) return notFound;
    const primary = await readPrimaryTarget(deps, shop);
    const decided = await decideProduct(deps, { shop, by, target: target ?? primary, ...asked });
    const isApproved = decided.kind === "decided" && verdict.kind === "approved";
    if (isApproved && (target === undefined || sameTarget(target, primary)) && (await publishesToo(deps, shop, by))) {
      await startPublishing({ db: deps.db, clock: deps.clock }, { shop, productIds: [productId], createdBy: by });
    }
    return decided;
  },
});

/** The shop wants what is approved to go live, and this person may do that. */
async function publishesToo({ db }: { db: Db }, shop: ShopDomain, by: string): Promise<boolean> {
  const { approvePublishes } = await db.do(workSettingsOf(shop));
  return approvePublishes && (await mayPublishOwn({ db }, shop, by));
}
