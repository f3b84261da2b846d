import { namedImages } from "../catalog/image-alts.ts";
import { readProduct } from "../catalog/read-product.ts";
import { agreedCredits, assertCreditsHold } from "../credits/agreed-credits.ts";
import { assertMaySpend } from "../credits/check-spend.ts";
import type { Db } from "../db/open.ts";
import { generateProduct } from "../generation/generate-product.ts";
import { type PreviewPayload, previewJob } from "../generation/jobs.ts";
import { payOnce, spendAnswers } from "../generation/paid-answers.ts";
import { chargePreview, maxPreviewImages, previewModel, previewResultOf } from "../generation/preview.ts";
import type { ItemContext, ItemOutcome } from "../jobs/task.ts";
import type { ProductId } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Models } from "../model/model-for-shop.ts";
import { compareWithCatalogue } from "../quality/near-duplicates/compare-catalogue.ts";
import { withAddedTypes } from "../rules/content-types/with-added-types.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { imageAlt } from "../texts/slot.ts";
import { readSourceFacts } from "../versions/read-source-facts.ts";
import { defineTask } from "./define-task.ts";

export interface TryDeps {
  db: Db;
  clock: Clock;
  models: Models;
}

/** Writes texts for one product by rules that are tried: they stand in the item's result and nowhere else. */
export function createTryTask(deps: TryDeps) {
  return defineTask(previewJob, (context, payload, { productId }) => tryOne(deps, context, payload, productId));
}

async function tryOne(
  deps: TryDeps,
  context: ItemContext,
  payload: PreviewPayload,
  productId: ProductId,
): Promise<ItemOutcome> {
  const { shop, jobId, seq: itemSeq, signal, assertLease } = context;
  const { locale } = payload;
  const config = withAddedTypes(deps, shop, payload.config);
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) {
    return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
  }
  const pictures = namedImages(product.facts.images)
    .slice(0, maxPreviewImages)
    .map(({ contentType }) => contentType);
  const contentTypes = payload.contentTypes.flatMap((name) => (name === imageAlt ? pictures : [name]));
  const owner = { shop, jobId, itemSeq };
  const { model, nameOf, creditsOf, priceOf } = await deps.models.forShop(shop);
  const name = nameOf(previewModel);
  const creditsNow = creditsOf(previewModel);
  const credits = await deps.db.do(agreedCredits({ shop, jobId }, creditsNow));
  const beforeCall = async (call: number) => {
    if (call === 0) assertCreditsHold({ agreed: credits, now: creditsNow, model: name });
    await assertMaySpend(deps, {
      shop,
      model: name,
      priced: priceOf(name) !== null,
      credits: call === 0 ? credits : 0,
    });
  };
  const generated = await generateProduct(
    { complete: payOnce({ ...deps, model, priceOf, beforeCall }, owner) },
    {
      ...{ config, contentTypes, locale, signal, model: name },
      live: product.live,
      glossary: readGlossary(deps, shop).terms,
      facts: await readSourceFacts(deps, product),
      nearDuplicateOf: compareWithCatalogue(deps, { product, locale }).nearDuplicateOf,
    },
  );
  if (generated.outcome === "unusable") {
    spendAnswers(deps, owner);
    const message = "The model gave no usable text. Try again, or choose another model in Settings.";
    return { outcome: "failed", code: generated.reason, message };
  }
  await chargePreview(deps, { ...owner, credits, assertLease });
  return {
    outcome: "done",
    message: "Texts written for the preview",
    result: previewResultOf(generated.texts, product.facts.images),
  };
}
