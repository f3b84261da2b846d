import { z } from "zod";
import { reviewsToRead } from "../../catalog/reviews/review.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { digestOf } from "../../lib/digest.ts";
import type { ReviewSummary } from "./review-summary.ts";

const labels = z.array(
  z.object({ label: z.string(), mentions: z.array(z.object({ key: z.string(), quote: z.string() })) }),
);
const summarySchema: z.ZodType<ReviewSummary> = z.object({
  read: z.number().int(),
  highlights: labels,
  barriers: labels,
});

/** What is kept of a product's summary. */
export interface StoredSummary {
  summary: ReviewSummary;
  /** of the reviews that were read for it */
  reviewsDigest: string;
  /** the provider's name */
  model: string;
  /** epoch ms */
  summarisedAt: number;
}

/** Names what a summary is of: with other reviews of the product, or in another language, it is another. */
export function digestOfReviews(reviews: Parameters<typeof reviewsToRead>[0], locale: string): string {
  return digestOf([locale, ...reviewsToRead(reviews).map(({ key, title, body }) => [key, title, body])]);
}

const storeSql = `INSERT INTO review_summaries (shop, product_id, summary, reviews_digest, model, summarised_at)
  VALUES (@shop, @productId, @summary, @reviewsDigest, @model, @summarisedAt)
  ON CONFLICT (shop, product_id) DO UPDATE SET summary = excluded.summary, reviews_digest = excluded.reviews_digest,
    model = excluded.model, summarised_at = excluded.summarised_at`;

/** The summary takes the place of the product's former one. */
export function* storeSummary(
  { shop, productId }: { shop: ShopDomain; productId: ProductId },
  { summary, ...rest }: StoredSummary,
): Steps<void> {
  yield* run(storeSql, { shop, productId, summary: JSON.stringify(summary), ...rest });
}

const readSql = `SELECT summary, reviews_digest AS "reviewsDigest", model, summarised_at AS "summarisedAt"
  FROM review_summaries WHERE shop = @shop AND product_id = @productId`;

/** null: its reviews were never summed up. */
export function* readSummary(key: { shop: ShopDomain; productId: ProductId }): Steps<StoredSummary | null> {
  const row = yield* get<Omit<StoredSummary, "summary"> & { summary: string }>(readSql, key);
  return row ? { ...row, summary: summarySchema.parse(JSON.parse(row.summary)) } : null;
}
