import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Clock } from "../../lib/clock.ts";
import { extendQueue } from "../../review/open-queue.ts";
import { defineCommand } from "../command.ts";
import { queueIdSchema } from "./review-input.ts";

type Result = { kind: "extended"; products: number };

/** Puts products that came since at the end of a queue. */
export const extendReview = defineCommand({
  name: "review.extend",
  kind: null,
  rate: "anything",
  input: z.object({ queueId: queueIdSchema }),
  async run(deps: { db: Db; clock: Clock }, { shop, by }, { queueId }): Promise<Result> {
    return { kind: "extended", products: await extendQueue(deps, { shop, person: by, id: queueId }) };
  },
});
