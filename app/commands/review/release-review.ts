import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import { productIdSchema } from "../../lib/brand.ts";
import { release } from "../../review/hand-out.ts";
import { defineCommand } from "../command.ts";

type Result = { kind: "released" };

/** Gives back products that a person has before them, so that others get them at once. */
export const releaseReview = defineCommand({
  name: "review.release",
  kind: null,
  rate: "anything",
  input: z.object({ productIds: boundedList(productIdSchema, 300).optional() }),
  async run(deps: { db: Db }, { shop, by }, { productIds }): Promise<Result> {
    await release(deps, { shop, person: by, ...(productIds ? { productIds } : {}) });
    return { kind: "released" };
  },
});
