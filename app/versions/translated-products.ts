import { all, type Steps } from "../db/steps.ts";

const translatedSql = `SELECT p.id FROM products AS p WHERE p.shop = @shop AND p.gone_at IS NULL AND p.id > @after AND (
    EXISTS (SELECT 1 FROM shop_translations AS o
      WHERE o.shop = p.shop AND o.owner = p.id AND o.locale = @locale AND o.market = '')
    OR EXISTS (SELECT 1 FROM versions AS v
      WHERE v.shop = p.shop AND v.product_id = p.id AND v.locale = @locale AND v.state IN ('draft', 'approved')))
  ORDER BY p.id LIMIT @limit`;

/** The products with a translation in a language, live or waiting, behind one of them in the order of their ids. */
export function* translatedProducts(input: {
  shop: string;
  locale: string;
  /** a product's id; "" for the first */
  after: string;
  limit: number;
}): Steps<string[]> {
  return (yield* all<{ id: string }>(translatedSql, input)).map(({ id }) => id);
}
