import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { type ApprovedClean, approveClean } from "../../review/approve-clean.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { decisionIdSchema, queueIdSchema } from "./review-input.ts";

type Result = ({ kind: "approved" } & ApprovedClean) | NotFound;

/** Approves all products of a queue in whose drafts nothing is found. */
export const approveCleanReview = defineCommand({
  name: "review.approve_clean",
  kind: "texts",
  rate: "anything",
  input: z.object({ id: decisionIdSchema, queueId: queueIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { id, queueId }): Promise<Result> {
    const approved = await approveClean(deps, { shop, by, queueId, bulk: id });
    return approved ? { kind: "approved", ...approved } : notFound;
  },
});
