import { z } from "zod";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { contentTypeNameSchema } from "../texts/content-types.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import { type FeedbackRow, recordFeedback } from "../versions/feedback/record-feedback.ts";
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

interface Written {
  id: string;
  contentType: string;
  configDigest: string;
  model: string | null;
  locale: string;
}

const itemSql = `SELECT 1 FROM job_items WHERE shop = @shop AND job_id = @jobId AND kind = @kind AND subject = @productId`;
const writtenSql = `SELECT id, content_type AS contentType, config_digest AS configDigest, model, locale FROM versions
  WHERE shop = @shop AND product_id = @productId AND job_id = @jobId AND origin = 'generated' ORDER BY created_at, id`;

/**
 * Keeps feedback that came from another system: what a job wrote, what people made of it, and what they said. A text that
 * came back unchanged counts as approved. The given texts are data for later prompts only; no version changes.
 */
export async function submitFeedback(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId, feedback, by }: { shop: ShopDomain; jobId: JobId; feedback: Feedback; by: string },
): Promise<SubmittedFeedback> {
  const { product_id: productId, initial_pdp_content: initial, corrected_pdp_content: corrected } = feedback;
  return db.write((): SubmittedFeedback => {
    if (!prepared(db, itemSql).get({ shop, jobId, kind: generateJob.kind, productId })) return { outcome: "not_found" };
    const written = prepared<object, Written>(db, writtenSql).all({ shop, jobId, productId });
    const now = clock.now();
    const keep = (contentType: string, row: Said) =>
      recordFeedback({ db }, { ...row, ...about(written, contentType), shop, productId, contentType, jobId }, now);
    let corrections = 0;
    for (const [contentType, after] of Object.entries(corrected)) {
      const before = initial[contentType];
      if (before === undefined || isEmptyBody(after)) continue;
      const changed = JSON.stringify(before) !== JSON.stringify(after);
      keep(contentType, {
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
      keep(content_type, {
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
  written: readonly Written[],
  contentType: string,
): Pick<FeedbackRow, "versionId" | "configDigest" | "model" | "locale"> {
  const version = written.find((one) => one.contentType === contentType);
  const { configDigest = "", model = null, locale = "" } = version ?? written[0] ?? {};
  return { versionId: version?.id ?? null, configDigest, model, locale };
}

function commentsOn({ comment_history }: Feedback, contentType: string): string | null {
  const said = comment_history.filter((one) => one.content_type === contentType).map((one) => one.feedback);
  return said.length === 0 ? null : said.join(" ");
}
