import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { type ApprovedClean, approveClean } from "../../review/approve-clean.ts";
import { productsOfBulk } from "../../review/products-of-bulk.ts";
import { mayPublishOwn } from "../../workplace/may-publish-own.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { decisionIdSchema, queueIdSchema } from "./review-input.ts";

/** `jobId`: what publishes them; null when that was not asked for, or its asker may not */
type Result = ({ kind: "approved"; jobId: JobId | null } & ApprovedClean) | NotFound;

/** Approves all products of a queue in whose drafts nothing is found, and publishes them where that is asked for. */
export const approveCleanReview = defineCommand({
  name: "review.approve_clean",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({ id: decisionIdSchema, queueId: queueIdSchema, publish: z.boolean().default(false) }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { id, queueId, publish }): Promise<Result> {
    const approved = await approveClean(deps, { shop, by, queueId, bulk: id });
    if (!approved) return notFound;
    const productIds = await deps.db.do(productsOfBulk({ shop, by, bulk: id }));
    const publishes = publish && productIds.length > 0 && (await mayPublishOwn(deps, shop, by));
    const jobId = publishes ? await startPublishing(deps, { shop, productIds, createdBy: by }) : null;
    return { kind: "approved", ...approved, jobId };
  },
});
