import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { isDecision } from "../../review/decide-product.ts";
import { type DecisionTakenBack, kindOfOwn, takeBack } from "../../review/take-back.ts";
import { assertMayDo } from "../../workplace/assert-may-do.ts";
import { defineCommand } from "../command.ts";
import { decisionIdSchema } from "./review-input.ts";

/** Takes a decision of the person's own back, with the right that it needed. */
export const takeBackReview = defineCommand({
  name: "review.take_back",
  kind: "texts",
  rate: "anything",
  input: z.object({ id: decisionIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { id }): Promise<DecisionTakenBack> {
    const kind = await kindOfOwn(deps, { ...asker, id });
    if (kind !== null && isDecision(kind)) await assertMayDo(deps, asker, "approve");
    return takeBack(deps, { ...asker, id });
  },
});
