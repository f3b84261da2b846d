import { all, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { splitOwners } from "../texts/resource-owner.ts";
import type { Target } from "../texts/target.ts";

/** A product with texts that are approved and not published. */
export interface ApprovedProduct {
  productId: string;
  texts: number;
  /** one of them waits for a decision: its live text changed meanwhile */
  inConflict: boolean;
}

const approvedSql = (table: "products" | "text_resources") => `SELECT v.product_id AS "productId", count(*) AS texts,
    max(CASE WHEN c.version_id IS NULL THEN 0 ELSE 1 END) AS "inConflict"
  FROM versions AS v
  JOIN ${table} AS p ON p.shop = v.shop AND p.id = v.product_id AND p.gone_at IS NULL
  LEFT JOIN conflicts AS c ON c.shop = v.shop AND c.version_id = v.id
  WHERE v.shop = @shop AND v.state = 'approved' AND v.locale = @locale AND v.market = @market AND v.channel = @channel
    AND v.product_id IN (SELECT value FROM json_each(@ids))
  GROUP BY v.product_id ORDER BY v.product_id`;

/** Which of these products have approved texts for a target. */
export function* approvedOfProducts(input: {
  shop: ShopDomain;
  target: Target;
  productIds: readonly (ProductId | string)[];
}): Steps<ApprovedProduct[]> {
  const { shop, target, productIds } = input;
  const { locale, market, channel } = target;
  const { products, resources } = splitOwners(productIds);
  const rows: { productId: string; texts: number; inConflict: number }[] = [];
  for (const [table, ids] of [
    ["products", products],
    ["text_resources", resources],
  ] as const) {
    const asked = { shop, locale, market, channel, ids: JSON.stringify(ids) };
    if (ids.length > 0) rows.push(...(yield* all<(typeof rows)[number]>(approvedSql(table), asked)));
  }
  return rows.map(({ productId, texts, inConflict }) => ({
    productId,
    texts: Number(texts),
    inConflict: Number(inConflict) > 0,
  }));
}

/** Whether a text of the product `e` was approved by `@person` and waits for publication. */
export const approvedByPersonSql = `EXISTS (SELECT 1 FROM versions AS v WHERE v.shop = e.shop AND v.product_id = e.product_id
  AND v.state = 'approved' AND v.decided_by = @person)`;
