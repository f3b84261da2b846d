import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { categoryProposals, type TaxonomyName } from "../db/schema/index.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";

export type CategoryProposal = typeof categoryProposals.$inferSelect;

const removeSql =
  "DELETE FROM category_proposals WHERE shop = @shop AND product_id = @productId AND channel = @channel";
const insertSql = `INSERT INTO category_proposals (shop, product_id, channel, locale, version, category_id, levels,
    confidence, reason, because, attributes, others, basis, base, model, job_id, item_seq, created_by, created_at)
  VALUES (@shop, @productId, @channel, @locale, @version, @categoryId, @levels, @confidence, @reason, @because,
    @attributes, @others, @basis, @base, @model, @jobId, @itemSeq, @createdBy, @createdAt)`;

/** A step of a transaction: the newest proposal for a product and channel; the one before it goes. */
export function* storeProposal(proposal: CategoryProposal): Steps<void> {
  const { shop, productId, channel, levels, because, attributes, others } = proposal;
  yield* run(removeSql, { shop, productId, channel });
  yield* run(insertSql, {
    ...proposal,
    levels: JSON.stringify(levels),
    because: JSON.stringify(because),
    attributes: JSON.stringify(attributes),
    others: JSON.stringify(others),
  });
}

const ofItemSql = `SELECT category_id AS categoryId FROM category_proposals
  WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq`;

/** What an earlier try of the same item stored; undefined where it stored nothing. */
export function proposalOfItem(item: { shop: ShopDomain; jobId: string; itemSeq: number }) {
  return get<{ categoryId: string | null }>(ofItemSql, item);
}

/** The proposal that stands for a product and channel; undefined where there is none. */
export async function readProposal(
  { db }: { db: Db },
  { shop, productId, channel }: { shop: ShopDomain; productId: ProductId; channel: TaxonomyName },
): Promise<CategoryProposal | undefined> {
  const [row] = await db.orm
    .select()
    .from(categoryProposals)
    .where(
      and(
        eq(categoryProposals.shop, shop),
        eq(categoryProposals.productId, productId),
        eq(categoryProposals.channel, channel),
      ),
    );
  return row;
}
