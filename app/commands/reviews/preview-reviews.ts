import { z } from "zod";
import { maxReviewPartChars, type ReviewFileProblem, readReviewFile } from "../../catalog/reviews/import-reviews.ts";
import { guessColumns, type ReviewColumns, reviewFields } from "../../catalog/reviews/review-columns.ts";
import { parseCsv } from "../../lib/parse-csv.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid } from "../results.ts";

/** Which column is which, as a person says; a field without a column is not read. */
export const columnsSchema: z.ZodType<ReviewColumns> = z.partialRecord(
  z.enum(reviewFields),
  z.string().min(1).max(200),
);

/** A review as it would be taken. */
export interface SampleReview {
  title: string;
  body: string;
  /** of five stars; null = none given */
  stars: number | null;
  /** as the file names it */
  product: string;
}

type Result =
  | {
      kind: "read";
      /** the file's columns in their order */
      head: string[];
      columns: ReviewColumns;
      /** whose export it looks like; null: none that is known */
      app: string | null;
      /** the first rows that would be taken */
      sample: SampleReview[];
      /** of the rows of this part */
      rows: { reviews: number; leftOut: number };
    }
  | (Invalid<ReviewFileProblem> & { head: string[]; columns: ReviewColumns });

const sampleRows = 3;

/** Says how a file of reviews would be read, before anything is stored. */
export const previewReviews = defineCommand({
  name: "reviews.preview",
  kind: null,
  rate: "work",
  input: z.object({
    /** the head and the first rows */
    csv: z.string().max(maxReviewPartChars),
    /** absent: as the names of the columns tell */
    columns: columnsSchema.optional(),
  }),
  async run(_deps: object, _asker, { csv, columns: given }): Promise<Result> {
    const head = headOf(csv);
    const columns = given ?? guessColumns(head);
    const file = readReviewFile({ csv, columns });
    if ("problem" in file) return { ...invalid(file.problem), head, columns };
    const taken = file.rows.flatMap((row) => (row.kind === "review" ? [row] : []));
    return {
      ...{ kind: "read", head, columns, app: file.app },
      sample: taken.slice(0, sampleRows).map(({ review, product }) => ({
        ...{ title: review.title, body: review.body },
        stars: review.rating === null ? null : Math.round(review.rating * 40 + 10) / 10,
        product: product.product_title ?? product.product_handle ?? product.sku ?? product.product_id ?? "",
      })),
      rows: { reviews: taken.length, leftOut: file.rows.length - taken.length },
    };
  },
});

/** What the first record names, also of a file that cannot be read whole. */
function headOf(csv: string): string[] {
  const parsed = parseCsv(csv.split(/\r?\n/u, 1).join(""));
  return "records" in parsed ? (parsed.records[0]?.cells.map((cell) => cell.trim()) ?? []) : [];
}
