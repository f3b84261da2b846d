import { countReviews, listReviewed } from "../../analysis/reviews/list-reviewed.ts";
import { summaryModel } from "../../analysis/reviews/summarise-product.ts";
import { listReviewImports } from "../../catalog/reviews/import-reviews.ts";
import type { AppContext } from "../../context.server.ts";
import type { wordsOf } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { ReviewedRow, ReviewImportRow } from "../../ui/reviews/reviews-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { leftOutSentences } from "./file-words.ts";

const pageRows = 50;

/** Five stars of a share of the scale, to a tenth. */
export function starsOf(rating: number | null): number | null {
  return rating === null ? null : Math.round(rating * 40 + 10) / 10;
}

/** All that the page of reviews shows. @param params `page`, from 1 */
export async function readReviewsPage(
  deps: Pick<AppContext, "db" | "clock" | "models">,
  shop: ShopDomain,
  params: URLSearchParams,
  { t }: Awaited<ReturnType<typeof wordsOf>>,
) {
  const { db } = deps;
  const page = Math.min(1_000, Math.max(1, Math.floor(Number(params.get("page")) || 1)));
  const rows = await db.do(listReviewed(shop, { limit: pageRows, offset: (page - 1) * pageRows }));
  const imports = await db.do(listReviewImports(shop));
  const counts = await db.do(countReviews(shop));
  return {
    ...{ page, counts },
    hasMore: page * pageRows < counts.products,
    credits: (await deps.models.forShop(shop)).creditsOf(summaryModel),
    now: deps.clock.now(),
    rows: rows.map(({ rating, ...row }): ReviewedRow => ({ ...row, stars: starsOf(rating) })),
    files: imports.map(
      ({ id, name, app, createdAt, taken, known, kept, ...left }): ReviewImportRow => ({
        ...{ id, name, app, createdAt, taken, known, kept },
        leftOut: leftOutSentences(t, left),
      }),
    ),
    notices: await readShopNotices(deps, shop),
  };
}
