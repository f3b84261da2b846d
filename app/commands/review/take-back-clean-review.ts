import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { takeBackBulk } from "../../review/take-back.ts";
import { defineCommand } from "../command.ts";
import { decisionIdSchema } from "./review-input.ts";

/** `stayed`: products whose texts were published, changed or decided otherwise since */
type Result = { kind: "taken_back"; takenBack: number; stayed: number };

/** Takes back what was approved at once. */
export const takeBackCleanReview = defineCommand({
  name: "review.take_back_clean",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({ id: decisionIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { id }): Promise<Result> {
    return { kind: "taken_back", ...(await takeBackBulk(deps, { shop, by, bulk: id })) };
  },
});
