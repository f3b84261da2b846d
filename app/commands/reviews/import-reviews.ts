import { z } from "zod";
import {
  importReviews as importInto,
  maxReviewPartChars,
  type ReviewCounts,
  type ReviewFileProblem,
} from "../../catalog/reviews/import-reviews.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid } from "../results.ts";
import { columnsSchema } from "./preview-reviews.ts";

type Result = { kind: "taken"; importId: string; counts: ReviewCounts } | Invalid<ReviewFileProblem>;

/** Takes the reviews of a file, or of a part of it. */
export const importReviews = defineCommand({
  name: "reviews.import",
  kind: "lists",
  rate: "work",
  input: z.object({
    /** of the file's first part; null: this is the first */
    importId: z.string().max(100).nullable(),
    name: z.string().max(200),
    csv: z.string().max(maxReviewPartChars),
    columns: columnsSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { importId, ...file }): Promise<Result> {
    const result = await importInto(deps, { shop, by, importId, file });
    if (result.outcome === "refused") return invalid(result.problem);
    return { kind: "taken", importId: result.importId, counts: result.counts };
  },
});
