import { forgetSearchEntrySql } from "../../db/search-statements.ts";
import { all, run, type Steps } from "../../db/steps.ts";
import { dropVersionsOfProduct } from "../../versions/versions-of-product.ts";
import { daysBefore, type Retention, workThrough } from "./retention.ts";

const pageSql = `SELECT row_id AS rowId, shop, id, gone_at AS at,
    NOT EXISTS (SELECT 1 FROM write_backs AS w WHERE w.shop = p.shop AND w.product_id = p.id AND w.state = 'writing')
    AND NOT EXISTS (SELECT 1 FROM job_items AS i INDEXED BY job_items_subject
      WHERE i.shop = p.shop AND i.subject = p.id AND i.finished_at IS NULL) AS due
  FROM products AS p INDEXED BY products_gone
  WHERE gone_at IS NOT NULL AND gone_at < @before AND (gone_at, row_id) > (@at, @row)
  ORDER BY gone_at, row_id LIMIT @rows`;

const byProduct = [
  "write_backs",
  "conflicts",
  "product_attributes",
  "product_keywords",
  "kept_findings",
  "category_proposals",
  "hands_off",
  "product_reviews",
  "review_summaries",
  "review_claims",
].map((table) => `DELETE FROM ${table} WHERE shop = @shop AND product_id = @id`);
const byOwner = ["shop_translations", "translatable_texts"].map(
  (table) => `DELETE FROM ${table} WHERE shop = @shop AND owner = @id`,
);
const byRow = [
  "DELETE FROM product_findings WHERE shop = @shop AND product_row = @rowId",
  "DELETE FROM product_texts WHERE shop = @shop AND product_row = @rowId",
  "DELETE FROM products_alike WHERE shop = @shop AND (product_row = @rowId OR other_row = @rowId)",
  "DELETE FROM fingerprints WHERE shop = @shop AND product_row = @rowId",
  "DELETE FROM collection_products WHERE shop = @shop AND product_row = @rowId",
  "DELETE FROM products_marked WHERE shop = @shop AND row_id = @rowId",
  "DELETE FROM products_seen WHERE shop = @shop AND row_id = @rowId",
];
/** Deleted last: while this row is there, a product whose removal was cut off by a crash is found again. */
const productSql = "DELETE FROM products WHERE shop = @shop AND row_id = @rowId";

interface GoneProduct {
  rowId: number;
  shop: string;
  id: string;
  at: number;
  due: 0 | 1;
}

/** Products that are no longer in the shop, with all that was written for them. Feedback on texts is kept. */
export function goneProducts(days: number): Retention {
  return {
    name: "gone products",
    *step({ now, after: [at = 0, row = 0], ...bounds }) {
      const { rows } = bounds;
      const page = yield* all<GoneProduct>(pageSql, { before: daysBefore(now, days), at, row, rows });
      return yield* workThrough(page, bounds, {
        work: forgetProduct,
        placeOf: (product) => [product.at, product.rowId],
      });
    },
  };
}

function* forgetProduct({ shop, id, rowId, due }: GoneProduct): Steps<number> {
  if (!due) return 0;
  yield* forgetWritten({ shop, id });
  for (const sql of byRow) yield* run(sql, { shop, rowId });
  yield* run(forgetSearchEntrySql, { rowId });
  return yield* run(productSql, { shop, rowId });
}

/** All that was written or decided for a product, or another resource with texts, and what is mirrored of its translations. */
export function* forgetWritten({ shop, id }: { shop: string; id: string }): Steps<void> {
  yield* dropVersionsOfProduct({ shop, productId: id });
  for (const sql of [...byProduct, ...byOwner]) yield* run(sql, { shop, id });
}
