import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { decideConflicts } from "../../review/decide-conflicts.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { decisionIdSchema, queueIdSchema } from "./review-input.ts";

type Result = { kind: "decided"; decided: number; left: number } | NotFound;

/** Decides all conflicts of a queue for the live texts, or for ours. Nothing is written to the shop. */
export const decideConflictsReview = defineCommand({
  name: "review.decide_conflicts",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({ id: decisionIdSchema, queueId: queueIdSchema, keep: z.enum(["theirs", "ours"]) }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { id, queueId, keep }): Promise<Result> {
    const done = await decideConflicts(deps, { shop, by, queueId, bulk: id, keep });
    return done ? { kind: "decided", ...done } : notFound;
  },
});
