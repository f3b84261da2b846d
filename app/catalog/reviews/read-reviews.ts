import { all, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { mostReviews, type Review, reviewsToRead, reviewText } from "./review.ts";

/** A little more than is read, since some say the same. */
const mostRows = mostReviews * 2;
const selectSql = `SELECT key, rating_permille AS ratingPermille, title, body, written_at AS writtenAt FROM product_reviews
  WHERE shop = @shop AND product_id = @productId ORDER BY coalesce(written_at, 0) DESC, key LIMIT ${mostRows}`;

/** The reviews of a product that are read: the newest first, of the same words one. */
export function* readReviews({ shop, productId }: { shop: ShopDomain; productId: string }): Steps<Review[]> {
  const rows = yield* all<Omit<Review, "rating"> & { ratingPermille: number | null }>(selectSql, { shop, productId });
  return reviewsToRead(
    rows.map(({ ratingPermille, ...review }) => ({
      ...review,
      rating: ratingPermille === null ? null : ratingPermille / 1_000,
    })),
  );
}

/** From 4 of 5 stars on. */
const positiveFrom = 0.75;

/** What customers wrote of a product, as material for its texts; the newest first. */
export function* reviewsAsMaterial(
  key: { shop: ShopDomain; productId: string },
  which: "all" | "positive" | null,
): Steps<string[]> {
  if (which === null) return [];
  const reviews = yield* readReviews(key);
  return reviews
    .filter(({ rating }) => which === "all" || (rating !== null && rating >= positiveFrom))
    .map((review) => reviewText(review));
}
