import { all, get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";

/** A product with reviews, and what is known of them. */
export interface ReviewedProduct {
  id: string;
  title: string;
  reviews: number;
  /** share of the scale, of those that give one; null = none does */
  rating: number | null;
  /** epoch ms of its summary; null = there is none */
  summarisedAt: number | null;
  /** reviews that came after the summary */
  newer: number;
}

const pageSql = `SELECT counted.product_id AS id, p.title, counted.reviews,
    (SELECT avg(r.rating_permille) FROM product_reviews AS r WHERE r.shop = @shop AND r.product_id = counted.product_id) AS permille,
    s.summarised_at AS "summarisedAt",
    CASE WHEN s.summarised_at IS NULL THEN 0 ELSE (SELECT count(*) FROM product_reviews AS r
      JOIN review_imports AS i ON i.shop = r.shop AND i.id = r.import_id
      WHERE r.shop = @shop AND r.product_id = counted.product_id AND i.created_at > s.summarised_at) END AS newer
  FROM (SELECT product_id, count(*) AS reviews FROM product_reviews WHERE shop = @shop GROUP BY product_id
    ORDER BY count(*) DESC, product_id LIMIT @limit OFFSET @offset) AS counted
  JOIN products AS p ON p.shop = @shop AND p.id = counted.product_id
  LEFT JOIN review_summaries AS s ON s.shop = @shop AND s.product_id = counted.product_id
  ORDER BY counted.reviews DESC, counted.product_id`;

/** Products with most reviews first. */
export function* listReviewed(
  shop: ShopDomain,
  { limit, offset }: { limit: number; offset: number },
): Steps<ReviewedProduct[]> {
  const rows = yield* all<Omit<ReviewedProduct, "rating"> & { permille: number | string | null }>(pageSql, {
    ...{ shop, limit, offset },
  });
  return rows.map(({ permille, ...row }) => ({ ...row, rating: permille === null ? null : Number(permille) / 1_000 }));
}

const countSql = `SELECT count(*) AS products, CAST(coalesce(sum(reviews), 0) AS bigint) AS reviews
  FROM (SELECT count(*) AS reviews FROM product_reviews WHERE shop = @shop GROUP BY product_id) AS counted`;

/** How many reviews a shop has, of how many products. */
export function* countReviews(shop: ShopDomain): Steps<{ products: number; reviews: number }> {
  return (yield* get<{ products: number; reviews: number }>(countSql, { shop })) ?? { products: 0, reviews: 0 };
}
