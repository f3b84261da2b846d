import { z } from "zod";
import { deleteReviewImport } from "../../catalog/reviews/import-reviews.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { defineCommand } from "../command.ts";

type Result = { kind: "deleted"; reviews: number } | { kind: "not_found" };

/** Removes what a file of reviews brought. */
export const deleteReviews = defineCommand({
  name: "reviews.delete",
  kind: "lists",
  rate: "anything",
  input: z.object({ importId: z.string().max(100) }),
  async run(deps: { db: Db } & Acted, { shop }, { importId }): Promise<Result> {
    const reviews = await deleteReviewImport(deps, { shop, id: importId });
    return reviews === null ? { kind: "not_found" } : { kind: "deleted", reviews };
  },
});
