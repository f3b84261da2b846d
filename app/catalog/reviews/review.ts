/** What one customer wrote of one product. Who wrote it is not kept. */
export interface Review {
  /** of one product: the same for the same review, however often a file brings it */
  key: string;
  /** 0 = the worst of the app's scale, 1 = the best; null = none given */
  rating: number | null;
  title: string;
  /** plain text; never empty */
  body: string;
  /** epoch ms; null = not known */
  writtenAt: number | null;
}

/** Only so many of a product's reviews are read, as the contract of review summaries has it. */
export const mostReviews = 200;

/** Title and text as a reader has them. */
export function reviewText({ title, body }: Pick<Review, "title" | "body">): string {
  return title === "" || body.toLowerCase().startsWith(title.toLowerCase()) ? body : `${title}\n${body}`;
}

/** Those that are read: the newest ones, and of the same words one. Without a date they come last, in the order given. */
export function reviewsToRead(reviews: readonly Review[]): Review[] {
  const byWords = new Map<string, Review>();
  const newest = reviews.toSorted((a, b) => (b.writtenAt ?? 0) - (a.writtenAt ?? 0));
  for (const review of newest) {
    const words = reviewText(review).toLowerCase().replace(/\s+/gu, " ").trim();
    if (!byWords.has(words)) byWords.set(words, review);
  }
  return [...byWords.values()].slice(0, mostReviews);
}
