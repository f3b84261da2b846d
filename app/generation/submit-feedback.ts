import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { TextBody } from "../db/schema/index.ts";
import { get, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { contentTypeNameSchema } from "../texts/content-types.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import { type FeedbackRow, recordFeedback } from "../versions/feedback/record-feedback.ts";
import { type TextOfJob, textsOfJob } from "../versions/texts-of-job.ts";
import { generateJob } from "./jobs.ts";

const maxChars = 20_000;
const bodySchema = z.union([z.string().max(maxChars), z.array(z.string().max(maxChars)).max(50)]);
const pdpContentSchema = z.record(contentTypeNameSchema, bodySchema);

/** Feedback on the texts of one product, as the contract words it. */
export const feedbackSchema = z.strictObject({
  product_id: z.string().min(1).max(64),
  initial_pdp_content: pdpContentSchema,
  corrected_pdp_content: pdpContentSchema,
  comment_history: z
    .array(
      z.strictObject({
        initial_content: bodySchema,
        content_type: contentTypeNameSchema,
        feedback: z.string().min(1).max(2_000),
        created_at: z.iso.datetime({ offset: true, local: true }),
        created_by: z.string().min(1).max(200),
      }),
    )
    .max(200),
});
export type Feedback = z.infer<typeof feedbackSchema>;

export type SubmittedFeedback =
  | { outcome: "kept"; corrections: number; comments: number }
  /** the shop has no generation job of this id, or it was not about this product */
  | { outcome: "not_found" };

const itemSql = `SELECT 1 FROM job_items WHERE shop = @shop AND job_id = @jobId AND kind = @kind AND subject = @productId`;
/**
 * Keeps feedback that came from another system: what a job wrote, what people changed it to, and their comments. A text that
 * came back unchanged counts as approved. The given texts are data for later prompts only; no version changes.
 */
export async function submitFeedback(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId, feedback, by }: { shop: ShopDomain; jobId: JobId; feedback: Feedback; by: string },
): Promise<SubmittedFeedback> {
  const { product_id: productId, initial_pdp_content: initial, corrected_pdp_content: corrected } = feedback;
  const now = clock.now();
  return db.transact({ shop }, function* (): Steps<SubmittedFeedback> {
    if (!(yield* get(itemSql, { shop, jobId, kind: generateJob.kind, productId }))) return { outcome: "not_found" };
    const written = yield* textsOfJob({ shop, jobId, productId });
    const keep = (contentType: string, row: Said) =>
      recordFeedback({ ...row, ...about(written, contentType), shop, productId, contentType, jobId }, now);
    let corrections = 0;
    for (const [contentType, after] of Object.entries(corrected)) {
      const before = initial[contentType];
      if (before === undefined || isEmptyBody(after)) continue;
      const changed = JSON.stringify(before) !== JSON.stringify(after);
      yield* keep(contentType, {
        kind: changed ? "corrected" : "approved",
        initial: before,
        corrected: changed ? after : null,
        comment: changed ? commentsOn(feedback, contentType) : null,
        exemplary: changed,
        createdBy: by,
        saidAt: null,
      });
      if (changed) corrections++;
    }
    for (const {
      content_type,
      initial_content,
      feedback: comment,
      created_by,
      created_at,
    } of feedback.comment_history) {
      yield* keep(content_type, {
        kind: "commented",
        initial: initial_content,
        corrected: null,
        comment,
        exemplary: false,
        createdBy: created_by,
        saidAt: Date.parse(created_at),
      });
    }
    return { outcome: "kept", corrections, comments: feedback.comment_history.length };
  });
}

type Said = Pick<FeedbackRow, "kind" | "corrected" | "comment" | "exemplary" | "createdBy" | "saidAt"> & {
  initial: TextBody;
};

/** Which version and config the words are about: the job's text of that type, or else any of its texts of the product. */
function about(
  written: readonly TextOfJob[],
  contentType: string,
): Pick<FeedbackRow, "versionId" | "configDigest" | "model" | "target"> {
  const version = written.find((one) => one.contentType === contentType);
  const text = version ?? written[0];
  const target = text ?? { locale: "", market: "", channel: "store" };
  return { versionId: version?.id ?? null, configDigest: text?.configDigest ?? "", model: text?.model ?? null, target };
}

function commentsOn({ comment_history }: Feedback, contentType: string): string | null {
  const said = comment_history.filter((one) => one.content_type === contentType).map((one) => one.feedback);
  return said.length === 0 ? null : said.join(" ");
}
