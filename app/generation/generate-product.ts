import { handsOffAmong } from "../catalog/hands-off.ts";
import { readProduct } from "../catalog/read-product.ts";
import { chargeItem } from "../credits/charge-item.ts";
import type { Db } from "../db/open.ts";
import type { ItemContext } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import type { Models } from "../model/model-for-shop.ts";
import { resolveConfig } from "../rules/configs/resolve-config.ts";
import { systemPrompt } from "../rules/system-prompt.ts";
import { isImageAlt } from "../texts/slot.ts";
import { draftsOfItem, type StoredByItem } from "../versions/drafts-of-item.ts";
import { idsWrittenByPeople } from "../versions/written-by-people.ts";
import { openCalls } from "./call-model.ts";
import { chooseExamples } from "./choose-examples.ts";
import { chooseTexts } from "./choose-texts.ts";
import { examinationOf } from "./examine/examination.ts";
import type { UnusableReason } from "./generated-text.ts";
import { narrowed, readContext } from "./generation-context.ts";
import type { GenerateItem, GeneratePayload } from "./jobs.ts";
import { spendAnswers } from "./paid-answers.ts";
import { storeDrafts } from "./store-drafts.ts";
import { findMaster, varyFromMaster } from "./variants/vary-from-master.ts";
import { writeTexts } from "./write-texts.ts";

/** What became of a product that texts were wanted for. */
export type GeneratedProduct =
  | {
      outcome: "drafted";
      stored: StoredByItem;
      /** no model wrote them: they were made of the texts of its variant group's first product */
      varied: boolean;
    }
  | { outcome: "gone" | "nothing_to_write" | "waits_for_master" }
  /** a person keeps its texts: see `catalog/hands-off.ts` */
  | { outcome: "hands_off" }
  /** not one text came of the calls */
  | { outcome: "unusable"; reason: UnusableReason };

/**
 * The whole road of one product: load what is needed, write its texts (or vary those of its variant group's first product),
 * and store them as drafts. What an earlier try of the same item has stored or paid for is used.
 * @throws AnswerPending when the first call waits for a batch; OperationalError what stops the calls; LeaseLost
 */
export async function generateProduct(
  deps: { db: Db; clock: Clock; models: Models },
  item: ItemContext,
  payload: GeneratePayload,
  { productId, master }: GenerateItem,
): Promise<GeneratedProduct> {
  const { shop, jobId, seq: itemSeq, signal } = item;
  const owner = { shop, jobId, itemSeq };
  const writtenBefore = await deps.db.do(idsWrittenByPeople({ shop, productId, jobId }));
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) return { outcome: "gone" };
  const earlier = await deps.db.do(draftsOfItem(owner));
  if (earlier) return { outcome: "drafted", stored: earlier, varied: false };

  const { locale, notes, fieldNotes, wordings } = payload;
  const rules = await deps.db.do(resolveConfig({ shop, product }));
  const isHandsOff = (await handsOffAmong(deps, shop, [productId])).size > 0;
  const wanted = isHandsOff ? [] : await chooseTexts(deps, item, payload, product);
  if (wanted.length === 0) {
    await deps.db.transactTogether({ shop }, function* () {
      yield* item.assertLease();
      // A run is closed when each of its done items is booked.
      yield* chargeItem(owner, { credits: 0, now: deps.clock.now() });
    });
    return { outcome: isHandsOff ? "hands_off" : "nothing_to_write" };
  }
  const texts = wanted.filter((contentType) => !isImageAlt(contentType));
  const found = await findMaster(deps, { shop, jobId, master, contentTypes: texts, locale, rules });
  if (found.outcome === "wait") return { outcome: "waits_for_master" };

  const { agentModel, lane } = payload;
  const batch = lane === "batch" ? { factsDigest: product.factsDigest } : null;
  const calls = await openCalls(deps, owner, { agentModel, batch, heedsPauses: true });
  const { examiner } = calls;
  const context = await readContext(deps, {
    ...{ shop, product, locale, notes, fieldNotes, wordings },
    config: rules.config,
    contentTypes: wanted,
    model: calls.name,
  });
  const varied =
    found.outcome === "found"
      ? await varyFromMaster(deps, found, context, examinationOf(context, { examiner, signal }))
      : null;
  // Nobody's picture shows what the first product's does: only the texts of a variant are varied.
  const asked = varied ? wanted.filter(isImageAlt) : wanted;
  const isVaried = varied !== null && asked.length === 0;
  const written = isVaried
    ? varied
    : await writeTexts(calls, narrowed(context, asked), {
        ...{ signal, examiner },
        examples: await chooseExamples(deps, {
          ...{ shop, product, contentTypes: asked, locale },
          configDigest: rules.digest,
          before: payload.examplesBefore,
        }),
      });
  if (written.outcome === "unusable") {
    await spendAnswers(deps, owner);
    return { outcome: "unusable", reason: written.reason };
  }

  const stored = await storeDrafts(deps, {
    ...{ shop, productId, locale, jobId, itemSeq },
    comparison: context.comparison,
    texts: isVaried || !varied ? written.texts : [...varied.texts, ...written.texts],
    config: rules.config,
    live: product.live,
    factsDigest: product.factsDigest,
    configDigest: rules.digest,
    promptHash: promptHashOf(payload, rules.digest),
    usage: written.usage,
    // A varied text costs nothing: no model wrote it.
    credits: isVaried ? 0 : calls.credits,
    createdBy: payload.createdBy,
    writtenBefore,
    assertLease: item.assertLease,
  });
  return { outcome: "drafted", stored, varied: isVaried };
}

const promptHashes = new Map<string, string>();
const maxPromptHashes = 1_000;

/** Names the instructions a text was written with; they are the same for all products of a job that share a config. */
function promptHashOf(payload: GeneratePayload, configDigest: string): string {
  const { contentTypes, locale, agentModel, notes = "", fieldNotes = {}, wordings } = payload;
  const key = JSON.stringify([contentTypes, locale, agentModel, configDigest, notes, fieldNotes, wordings]);
  const kept = promptHashes.get(key) ?? digestOf([systemPrompt, key]);
  if (promptHashes.size >= maxPromptHashes) promptHashes.clear();
  promptHashes.set(key, kept);
  return kept;
}
