import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { approvedOfQueue } from "../../review/approved-of-queue.ts";
import { defineCommand } from "../command.ts";
import { queueIdSchema } from "./review-input.ts";

type Result = { kind: "started"; jobId: JobId; products: number } | { kind: "nothing_approved" };

/** Writes to the shop what a person approved in a queue. */
export const publishReview = defineCommand({
  name: "review.publish",
  kind: "publishing",
  rate: "anything",
  needs: "publish",
  input: z.object({ queueId: queueIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { queueId }): Promise<Result> {
    const approved = await approvedOfQueue(deps, { shop, person: by, queueId });
    if (!approved || approved.productIds.length === 0) return { kind: "nothing_approved" };
    const { productIds } = approved;
    const jobId = await startPublishing(deps, { shop, productIds, createdBy: by });
    return { kind: "started", jobId, products: productIds.length };
  },
});
