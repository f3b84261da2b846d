import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readProduct } from "../catalog/read-product.ts";
import { chargeItem } from "../credits/charge-item.ts";
import type { Db } from "../db/open.ts";
import type { TaxonomyName } from "../db/schema/index.ts";
import { openCalls } from "../generation/call-model.ts";
import type { UnusableReason } from "../generation/generated-text.ts";
import { spendAnswers } from "../generation/paid-answers.ts";
import type { ItemContext } from "../jobs/task.ts";
import type { ProductId } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Models } from "../model/model-for-shop.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import type { ClassifyPayload } from "./jobs.ts";
import { factsToClassify } from "./picking/facts-to-classify.ts";
import { pickCategory } from "./picking/pick-category.ts";
import { proposalOfItem, storeProposal } from "./proposals.ts";
import { keepShopifyTaxonomy } from "./taxonomies/refresh-shopify.ts";

export type ClassifiedProduct =
  /** `path` is null where none of the categories fits */
  | { outcome: "proposed"; path: string | null; confidence: number; attributes: number }
  /** stored by an earlier try of the same item */
  | { outcome: "resumed" }
  | { outcome: "gone" }
  | { outcome: "not_loaded"; taxonomy: TaxonomyName }
  | { outcome: "unusable"; reason: UnusableReason };

/**
 * The whole road of one product: shortlist, the model's pick, its attributes, and a proposal in one transaction with what it costs.
 * What an earlier try of the same item has stored or paid for is used. Nothing is written to the shop.
 * @throws OperationalError what stops the calls; LeaseLost
 */
export async function classifyProduct(
  deps: { db: Db; clock: Clock; models: Models; admin: AdminApiFor },
  item: ItemContext,
  { channel, agentModel, createdBy }: ClassifyPayload,
  productId: ProductId,
): Promise<ClassifiedProduct> {
  const { shop, jobId, seq: itemSeq, signal } = item;
  const owner = { shop, jobId, itemSeq };
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) return { outcome: "gone" };
  if (await deps.db.do(proposalOfItem(owner))) return { outcome: "resumed" };
  const admin = deps.admin(shop);
  if (channel !== "gpc") await keepShopifyTaxonomy({ ...deps, admin }, signal);
  const { locale } = await readPrimaryTarget(deps, shop);
  const read = factsToClassify(product, locale);
  const calls = await openCalls(deps, owner, { agentModel, batch: null, heedsPauses: true });
  const picked = await pickCategory(
    { db: deps.db, admin, complete: calls.complete, model: calls.name, signal },
    channel,
    read,
  );
  if (picked.outcome === "not_loaded") return picked;
  if (picked.outcome === "unusable") {
    await spendAnswers(deps, owner);
    return picked;
  }
  const { category } = picked;
  const { id: categoryId, levels, version, confidence, reason, attributes, others } = category;
  const now = deps.clock.now();
  await deps.db.transactTogether({ shop }, function* () {
    yield* item.assertLease();
    yield* storeProposal({
      ...{
        shop,
        productId,
        channel,
        locale: "en",
        version,
        categoryId,
        levels,
        confidence,
        reason,
      },
      ...{ because: [...category.because], attributes, others, basis: read.basis, base: product.facts.category },
      ...{ model: calls.name, jobId, itemSeq, createdBy, createdAt: now },
    });
    yield* chargeItem(owner, { credits: calls.credits, now });
  });
  const path = categoryId === null ? null : levels.map(({ title }) => title).join(" > ");
  return { outcome: "proposed", path, confidence, attributes: attributes.length };
}
