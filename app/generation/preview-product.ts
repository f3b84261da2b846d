import { namedImages } from "../catalog/image-alts.ts";
import { readProduct } from "../catalog/read-product.ts";
import { chargeItem } from "../credits/charge-item.ts";
import type { Db } from "../db/open.ts";
import type { ItemContext } from "../jobs/task.ts";
import type { ProductId } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Models } from "../model/model-for-shop.ts";
import { withAddedTypes } from "../rules/content-types/with-added-types.ts";
import { imageAlt } from "../texts/slot.ts";
import { openCalls } from "./call-model.ts";
import type { UnusableReason } from "./generated-text.ts";
import { readContext } from "./generation-context.ts";
import type { PreviewPayload } from "./jobs.ts";
import { spendAnswers } from "./paid-answers.ts";
import { maxPreviewImages, previewModel, previewResultOf } from "./preview.ts";
import { writeTexts } from "./write-texts.ts";

export type PreviewedProduct =
  | { outcome: "previewed"; result: ReturnType<typeof previewResultOf> }
  | { outcome: "gone" }
  | { outcome: "unusable"; reason: UnusableReason };

/**
 * Writes texts for one product by rules that are tried: as for drafts, but without examples, and nothing is stored except what
 * the answers cost.
 * @throws OperationalError what stops the calls; LeaseLost, JobCancelled
 */
export async function previewProduct(
  deps: { db: Db; clock: Clock; models: Models },
  item: ItemContext,
  payload: PreviewPayload,
  productId: ProductId,
): Promise<PreviewedProduct> {
  const { shop, jobId, seq: itemSeq, signal } = item;
  const owner = { shop, jobId, itemSeq };
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) return { outcome: "gone" };
  const { images } = product.facts;
  const pictures = namedImages(images)
    .slice(0, maxPreviewImages)
    .map(({ contentType }) => contentType);
  // A person waits in front of the screen: a pause of the shop does not hold it back, since the call's own error names what is wrong.
  const calls = await openCalls(deps, owner, { agentModel: previewModel, batch: null, heedsPauses: false });
  const context = await readContext(deps, {
    shop,
    product,
    config: await deps.db.do(withAddedTypes(shop, payload.config)),
    contentTypes: payload.contentTypes.flatMap((name) => (name === imageAlt ? pictures : [name])),
    locale: payload.locale,
    model: calls.name,
  });
  const written = await writeTexts(calls, context, { signal, examiner: calls.examiner });
  if (written.outcome === "unusable") {
    await spendAnswers(deps, owner);
    return { outcome: "unusable", reason: written.reason };
  }
  // Books the credits once, as storing drafts does.
  await deps.db.transact({ shop }, function* () {
    yield* item.assertLease();
    yield* chargeItem(owner, { credits: calls.credits, now: deps.clock.now() });
  });
  return { outcome: "previewed", result: previewResultOf(written.texts, images) };
}
