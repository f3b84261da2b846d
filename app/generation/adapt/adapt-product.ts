import { handsOffAmong } from "../../catalog/hands-off.ts";
import { readProduct } from "../../catalog/read-product.ts";
import { chargeItem } from "../../credits/charge-item.ts";
import type { Db } from "../../db/open.ts";
import type { ItemContext } from "../../jobs/task.ts";
import type { ProductId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { catalogueOf, compareWithCatalogue } from "../../quality/near-duplicates/compare-catalogue.ts";
import { channelConfig } from "../../rules/channels/channel-config.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { readGlossary } from "../../rules/glossary/read-glossary.ts";
import { readLocaleTerms } from "../../rules/terms/read-locale-terms.ts";
import { draftsOfItem, type StoredByItem } from "../../versions/drafts-of-item.ts";
import { readKeptFindings } from "../../versions/findings/read-kept-findings.ts";
import { openVersions } from "../../versions/open-versions.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";
import { idsWrittenByPeople } from "../../versions/written-by-people.ts";
import { openCalls } from "../call-model.ts";
import type { UnusableReason } from "../generated-text.ts";
import { createGenerationContext } from "../generation-context.ts";
import { spendAnswers } from "../paid-answers.ts";
import { storeDraftsFor } from "../store-drafts.ts";
import { writeTexts } from "../write-texts.ts";
import { chooseChannelTexts, type LeftAsItIs } from "./choose-texts.ts";
import type { AdaptPayload } from "./jobs.ts";
import { adapterPrompt } from "./prompt.ts";
import { readAdaptationExamples } from "./read-examples.ts";

export type AdaptedProduct =
  | { outcome: "drafted"; stored: StoredByItem; leftOut: Readonly<Record<LeftAsItIs, number>> }
  /** stored by an earlier try of the same item */
  | { outcome: "resumed"; stored: StoredByItem }
  | { outcome: "gone" | "hands_off" }
  /** there is no text to adapt */
  | { outcome: "no_source" }
  | { outcome: "nothing_to_adapt"; leftOut: Readonly<Record<LeftAsItIs, number>> }
  | { outcome: "unusable"; reason: UnusableReason };

/**
 * The whole road of one product: its texts of the one channel, what of the other it lacks, one call for all of that, and drafts
 * in one transaction. Checks, evidence, repairs and near-duplicates are those of all texts. What an earlier try of the same item
 * has stored or paid for is used.
 * @throws AnswerPending when the first call waits for a batch; OperationalError what stops the calls; LeaseLost
 */
export async function adaptProduct(
  deps: { db: Db; clock: Clock; models: Models },
  item: ItemContext,
  payload: AdaptPayload,
  productId: ProductId,
): Promise<AdaptedProduct> {
  const { db } = deps;
  const { shop, jobId, seq: itemSeq, signal } = item;
  const owner = { shop, jobId, itemSeq };
  const writtenBefore = await db.do(idsWrittenByPeople({ shop, productId, jobId }));
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) return { outcome: "gone" };
  const earlier = await db.do(draftsOfItem(owner));
  if (earlier) return { outcome: "resumed", stored: earlier };
  const isHandsOff = (await handsOffAmong(deps, shop, [productId])).size > 0;
  const { target, contentTypes, sources, digest, leftOut } = await db.do(chooseChannelTexts(product, payload));
  const hasSource = Object.keys(sources).length > 0;
  if (isHandsOff || !hasSource || contentTypes.length === 0) {
    await db.transactTogether({ shop }, function* () {
      yield* item.assertLease();
      // A run is closed when each of its done items is booked.
      yield* chargeItem(owner, { credits: 0, now: deps.clock.now() });
    });
    if (isHandsOff) return { outcome: "hands_off" };
    return hasSource ? { outcome: "nothing_to_adapt", leftOut } : { outcome: "no_source" };
  }

  const { agentModel, lane, notes, from } = payload;
  const rules = await db.do(resolveConfig({ shop, product }));
  const config = channelConfig(rules.config, target);
  const calls = await openCalls(deps, owner, {
    agentModel,
    batch: lane === "batch" ? { factsDigest: digestOf([product.factsDigest, digest, contentTypes]) } : null,
    heedsPauses: true,
  });
  const comparison = await db.do(compareWithCatalogue(openVersions, { product, target }));
  const examples = await readAdaptationExamples(deps, {
    ...{ product, target, from, contentTypes, before: payload.examplesBefore },
  });
  const context = createGenerationContext({
    ...{ config, contentTypes, notes, model: calls.name, locale: target.locale },
    ...{ channel: target.channel, market: target.market },
    facts: await readSourceFacts(deps, product),
    glossary: (await db.do(readGlossary(shop))).terms,
    terms: await db.do(readLocaleTerms(shop, target.locale)),
    kept: await db.do(readKeptFindings({ shop, productId, target })),
    catalogue: catalogueOf(deps, comparison),
    adaptation: { from, channel: target.channel, sources, examples },
  });
  const written = await writeTexts(calls, context, { signal, examiner: calls.examiner });
  if (written.outcome === "unusable") {
    await spendAnswers(deps, owner);
    return { outcome: "unusable", reason: written.reason };
  }
  const stored = await storeDraftsFor(
    deps,
    {
      ...{ shop, productId, jobId, itemSeq, usage: written.usage, configDigest: rules.digest },
      ...{ factsDigest: digest, credits: calls.credits, createdBy: payload.createdBy, writtenBefore },
      promptHash: digestOf([adapterPrompt, agentModel, target.channel, rules.digest, notes ?? ""]),
      assertLease: item.assertLease,
    },
    [{ target, texts: written.texts, comparison, config, bases: {} }],
  );
  return { outcome: "drafted", stored, leftOut };
}
