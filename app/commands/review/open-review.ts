import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import type { Db } from "../../db/open.ts";
import type { Clock } from "../../lib/clock.ts";
import { openQueue } from "../../review/open-queue.ts";
import { sorts } from "../../review/queue.ts";
import { defineCommand } from "../command.ts";
import { optionalTarget } from "./review-input.ts";

/** Of the queue, for whoever shows it: how large it is, and where the person is in it. */
type Result = { kind: "opened"; queueId: string; size: number; position: number };

/** Opens a queue of all products of a filter that wait for a review, or goes on with the same one. */
export const openReview = defineCommand({
  name: "review.open",
  kind: null,
  rate: "anything",
  input: z.object({
    /** parameters of the products list; "" = all */
    query: z.string().max(4_000),
    sort: z.enum(sorts).default("usual"),
    target: optionalTarget,
    /** true: a queue that is open for the same filter is begun anew */
    anew: z.boolean().default(false),
  }),
  async run(deps: { db: Db; clock: Clock }, { shop, by }, { target, ...asked }): Promise<Result> {
    const wanted = { shop, person: by, target: target ?? (await readPrimaryTarget(deps, shop)), ...asked };
    const { id, size, position } = await openQueue(deps, wanted);
    return { kind: "opened", queueId: id, size, position };
  },
});
