import type { SummaryLabel } from "../../analysis/reviews/review-summary.ts";
import { shareOf } from "../../analysis/reviews/review-summary.ts";
import { digestOfReviews, readSummary } from "../../analysis/reviews/stored-summary.ts";
import { summaryModel } from "../../analysis/reviews/summarise-product.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProductNames } from "../../catalog/read-product-names.ts";
import { readReviews } from "../../catalog/reviews/read-reviews.ts";
import { mostReviews, type Review, reviewText } from "../../catalog/reviews/review.ts";
import type { AppContext } from "../../context.server.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { spansOf } from "../../lib/html/spans-of-words.ts";
import type { MentionView, SummaryLabelView, SummaryView } from "../../ui/reviews/reviews-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { starsOf } from "./read-reviews-page.ts";

/** What a product's reviews say, and the reviews; null for a product that the shop does not have. */
export async function readSummaryPage(
  deps: Pick<AppContext, "db" | "clock" | "models">,
  shop: ShopDomain,
  productId: ProductId,
) {
  const { db } = deps;
  const product = (await readProductNames(deps, shop, [productId])).get(productId);
  if (!product) return null;
  const { locale } = await readPrimaryTarget(deps, shop);
  const reviews = await db.do(readReviews({ shop, productId }));
  const stored = await db.do(readSummary({ shop, productId }));
  const byKey = new Map(reviews.map((review) => [review.key, review]));
  const labels = (all: readonly SummaryLabel[]) =>
    all.map(
      (label): SummaryLabelView => ({
        label: label.label,
        share: stored ? shareOf(label, stored.summary) : 0,
        count: label.mentions.length,
        mentions: label.mentions.flatMap(({ key, quote }) => mentionOf(byKey.get(key), quote)),
      }),
    );
  const summary: SummaryView | null = stored && {
    read: stored.summary.read,
    summarisedAt: stored.summarisedAt,
    outdated: stored.reviewsDigest !== digestOfReviews(reviews, locale),
    highlights: labels(stored.summary.highlights),
    barriers: labels(stored.summary.barriers),
  };
  return {
    product: { id: productId, title: product.title },
    summary,
    most: mostReviews,
    reviews: reviews.map((review) => ({
      ...{ key: review.key, text: reviewText(review), writtenAt: review.writtenAt },
      stars: starsOf(review.rating),
    })),
    credits: (await deps.models.forShop(shop)).creditsOf(summaryModel),
    now: deps.clock.now(),
    notices: await readShopNotices(deps, shop),
  };
}

function mentionOf(review: Review | undefined, quote: string): MentionView[] {
  if (!review) return [];
  const text = reviewText(review);
  const [span] = spansOf(text, quote);
  const { start, end } = span ?? { start: 0, end: 0 };
  return [
    {
      ...{ before: text.slice(0, start), quote: text.slice(start, end), after: text.slice(end) },
      ...{ stars: starsOf(review.rating), writtenAt: review.writtenAt },
    },
  ];
}
