import { readProduct } from "../../catalog/read-product.ts";
import { readReviews } from "../../catalog/reviews/read-reviews.ts";
import { chargeItem } from "../../credits/charge-item.ts";
import type { Db } from "../../db/open.ts";
import { openCalls } from "../../generation/call-model.ts";
import { spendAnswers } from "../../generation/paid-answers.ts";
import type { ItemContext } from "../../jobs/task.ts";
import type { ProductId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import type { SummarisePayload } from "../jobs.ts";
import type { ReviewSummary } from "./review-summary.ts";
import { digestOfReviews, readSummary, storeSummary } from "./stored-summary.ts";
import { type NoSummary, summariseReviews } from "./summarise-reviews.ts";
import { chunksOf } from "./summary-request.ts";

export type SummarisedProduct =
  | { outcome: "summarised"; summary: ReviewSummary }
  /** the same reviews were summed up in the same way before: nothing is asked or charged */
  | { outcome: "unchanged"; summary: ReviewSummary }
  | { outcome: "gone" }
  | { outcome: "no_reviews" }
  | { outcome: "unusable"; reason: NoSummary };

/** What writes the labels: reading is what a small model can do. */
export const summaryModel = "v1";

/**
 * Sums up the reviews of one product and keeps what they say.
 * @throws OperationalError what stops the calls; LeaseLost, JobCancelled
 */
export async function summariseProduct(
  deps: { db: Db; clock: Clock; models: Models },
  item: ItemContext,
  { locale }: SummarisePayload,
  productId: ProductId,
): Promise<SummarisedProduct> {
  const { db, clock } = deps;
  const { shop, jobId, seq: itemSeq, signal } = item;
  const owner = { shop, jobId, itemSeq };
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) return { outcome: "gone" };
  const reviews = await db.do(readReviews({ shop, productId }));
  // Of what speaks to machines alone there is nothing to ask.
  if (chunksOf(reviews).length === 0) return { outcome: "no_reviews" };
  const calls = await openCalls(deps, owner, { agentModel: summaryModel, batch: null, heedsPauses: true });
  const reviewsDigest = digestOfReviews(reviews, locale);
  const known = await db.do(readSummary({ shop, productId }));
  if (known?.reviewsDigest === reviewsDigest && known.model === calls.name) {
    return { outcome: "unchanged", summary: known.summary };
  }
  const question = { reviews, product: product.title, locale, model: calls.name };
  const made = await summariseReviews(calls.complete, question, { signal });
  if (made.outcome === "unusable") {
    await spendAnswers(deps, owner);
    return made;
  }
  await db.transact({ shop }, function* () {
    yield* item.assertLease();
    const now = clock.now();
    const kept = { summary: made.summary, reviewsDigest, model: calls.name };
    yield* storeSummary({ shop, productId }, { ...kept, summarisedAt: now });
    yield* chargeItem(owner, { credits: calls.credits, now });
  });
  return made;
}
