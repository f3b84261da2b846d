import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { type DecisionTakenBack, takeBack } from "../../review/take-back.ts";
import { defineCommand } from "../command.ts";
import { decisionIdSchema } from "./review-input.ts";

/** Takes a decision of the person's own back. */
export const takeBackReview = defineCommand({
  name: "review.take_back",
  kind: "texts",
  rate: "anything",
  input: z.object({ id: decisionIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { id }): Promise<DecisionTakenBack> {
    return takeBack(deps, { shop, by, id });
  },
});
