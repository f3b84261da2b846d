import { all, get, type Steps } from "../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import { rulesOfProducts } from "../rules/configs/rules-of-products.ts";
import { recheckDraftsJob } from "./recheck-drafts-job.ts";

/** Drafts that were checked by earlier states of a set of rules. */
export interface DraftsBehind {
  drafts: number;
  productIds: ProductId[];
}

// By the states' digests: an index leads to the texts that they wrote.
const behindSql = `SELECT product_id AS productId, count(*) AS drafts FROM versions
  WHERE shop = @shop AND config_digest IN (SELECT digest FROM config_states WHERE shop = @shop AND config_id = @configId)
    AND state = 'draft' AND coalesce(checked_digest, config_digest) <> @digest
  GROUP BY product_id ORDER BY product_id`;
const openSql = `SELECT id, total FROM jobs WHERE shop = @shop AND kind = @kind AND finished_at IS NULL
  AND json_extract(payload, '$.configId') = @configId LIMIT 1`;

/** Drafts for any target of the products that follow these rules still. @param rules.digest of the rules as they are now */
export function* draftsBehind(
  shop: ShopDomain,
  { configId, digest }: { configId: string; digest: string },
): Steps<DraftsBehind> {
  const rows = yield* all<{ productId: string; drafts: number }>(behindSql, { shop, configId, digest });
  if (rows.length === 0) return { drafts: 0, productIds: [] };
  const ids = rows.map(({ productId }) => productIdSchema.parse(productId));
  const follows = yield* rulesOfProducts(shop, ids);
  const own = rows.filter(({ productId }) => follows.get(productId) === configId);
  return {
    drafts: own.reduce((sum, row) => sum + row.drafts, 0),
    productIds: own.map(({ productId }) => productIdSchema.parse(productId)),
  };
}

/** The check of drafts by these rules that waits or is under way, with how many products it is about. */
export function* openRecheck(shop: ShopDomain, configId: string): Steps<{ id: string; total: number } | undefined> {
  return yield* get<{ id: string; total: number }>(openSql, { shop, kind: recheckDraftsJob.kind, configId });
}
