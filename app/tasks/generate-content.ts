import { z } from "zod";
import { namedImages } from "../catalog/image-alts.ts";
import { isBlank, missingTexts } from "../catalog/live-texts.ts";
import type { Product } from "../catalog/product.ts";
import { readProduct } from "../catalog/read-product.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import { agreedCredits, assertCreditsHold } from "../credits/agreed-credits.ts";
import { chargeItem } from "../credits/charge-item.ts";
import { assertMaySpend } from "../credits/check-spend.ts";
import type { Db } from "../db/open.ts";
import type { PauseReason, StoredFacts } from "../db/schema/index.ts";
import type { Steps } from "../db/steps.ts";
import { AnswerPending, deferFirstCall, masterCode, pendingCode } from "../generation/batch/defer-request.ts";
import { chooseExamples } from "../generation/choose-examples.ts";
import { draftsOfItem, type StoredByItem } from "../generation/drafts-of-item.ts";
import { type Generated, generateProduct } from "../generation/generate-product.ts";
import { type GenerateItem, type GeneratePayload, generateJob } from "../generation/jobs.ts";
import { payOnce, spendAnswers } from "../generation/paid-answers.ts";
import { storeDrafts } from "../generation/store-drafts.ts";
import { type Variant, writeVariant } from "../generation/variants/write-variant.ts";
import { prepared } from "../jobs/prepared.ts";
import { type ItemContext, type ItemOutcome, JobCancelled } from "../jobs/task.ts";
import { productIdSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { OperationalError } from "../lib/errors.ts";
import type { Models } from "../model/model-for-shop.ts";
import { compareWithCatalogue } from "../quality/near-duplicates/compare-catalogue.ts";
import { resolveConfig } from "../rules/configs/resolve-config.ts";
import { listContentTypes, typeNamed } from "../rules/content-types/list-content-types.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { systemPrompt } from "../rules/system-prompt.ts";
import { configNameOf, imageAlt, isImageAlt } from "../texts/slot.ts";
import { readSourceFacts } from "../versions/read-source-facts.ts";
import { readWaitingTexts } from "../versions/waiting-texts.ts";
import { defineTask } from "./define-task.ts";
import { codeOfPause } from "./outcome-of-error.ts";

export interface GenerateDeps {
  db: Db;
  clock: Clock;
  models: Models;
}

const promptHashes = new Map<string, string>();
const maxPromptHashes = 1_000;

/** Writes texts for one product: facts → prompt → model → fix → checks → repairs → drafts. */
export function createGenerateTask(deps: GenerateDeps) {
  return defineTask(generateJob, (context, payload, item) => generateOne(deps, context, payload, item));
}

async function generateOne(
  deps: GenerateDeps,
  context: ItemContext,
  payload: GeneratePayload,
  { productId, master }: GenerateItem,
): Promise<ItemOutcome> {
  const { shop, jobId, seq: itemSeq, signal } = context;
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) {
    return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
  }
  const owner = { shop, jobId, itemSeq };
  const stored = draftsOfItem(deps, owner);
  if (stored) return asStored(stored);
  try {
    const rules = resolveConfig(deps, { shop, product });
    const { config, digest: configDigest } = rules;
    const { locale, notes, fieldNotes } = payload;
    // A type may have been removed since the job was made.
    const types = listContentTypes(deps, shop);
    const wanted = payload.onlyMissing
      ? await missingOnly(deps, context, payload, product)
      : textsOfProduct(payload, product.facts.images);
    const contentTypes = wanted.filter((name) => typeNamed(types, name));
    if (contentTypes.length === 0) return await withoutTexts(deps, context);
    const texts = contentTypes.filter((contentType) => !isImageAlt(contentType));
    const pictures = contentTypes.filter(isImageAlt);
    const comparison = compareWithCatalogue(deps, { product, locale });
    const { nearDuplicateOf } = comparison;
    const variant: Variant =
      master && texts.length > 0
        ? await writeVariant(deps, {
            shop,
            jobId,
            master,
            product,
            contentTypes: texts,
            locale,
            rules,
            notes,
            fieldNotes,
            nearDuplicateOf,
          })
        : { outcome: "apart" };
    if (variant.outcome === "wait") return waitsForMaster(payload.lane);
    const { model, nameOf, creditsOf, priceOf, seesInBatches } = await deps.models.forShop(shop);
    const modelName = nameOf(payload.agentModel);
    const creditsNow = creditsOf(payload.agentModel);
    const price = await deps.db.do(agreedCredits({ shop, jobId }, creditsNow));
    const beforeCall = async (call: number) => {
      assertNotPaused(deps, context);
      if (call === 0) assertCreditsHold({ agreed: price, now: creditsNow, model: modelName });
      const priced = priceOf(modelName) !== null;
      // Repairs cost no credits: once an item's first call is paid, only a cap in money stops it.
      await assertMaySpend(deps, { shop, model: modelName, priced, credits: call === 0 ? price : 0 });
    };
    const direct = payOnce({ ...deps, model, priceOf, beforeCall }, owner);
    const complete =
      payload.lane === "batch"
        ? deferFirstCall({ ...deps, beforeCall, direct }, { ...owner, factsDigest: product.factsDigest })
        : direct;
    const byModel = async (wanted: readonly string[]) =>
      generateProduct(
        { complete },
        {
          facts: await readSourceFacts(deps, product),
          config,
          contentTypes: wanted,
          locale,
          notes,
          fieldNotes,
          live: product.live,
          glossary: readGlossary(deps, shop).terms,
          examples: chooseExamples(deps, {
            shop,
            product,
            contentTypes: wanted,
            locale,
            configDigest,
            before: payload.examplesBefore,
          }),
          nearDuplicateOf,
          // A batch carries no bytes: where the model fetches nothing itself, pictures are shown to it at once. Where it sees
          // none, only an answer that comes at once says so.
          picturesApart: payload.lane === "batch" && !seesInBatches(modelName),
          model: modelName,
          signal,
        },
      );
    const varied = variant.outcome === "written";
    // Nobody's picture shows what the first product's does: only the texts of a variant are varied.
    const asked = varied ? pictures : contentTypes;
    const generated = varied && asked.length === 0 ? variant : joined(variant, await byModel(asked));
    if (generated.outcome === "unusable") {
      spendAnswers(deps, owner);
      return { outcome: "failed", code: generated.reason, message: unusable[generated.reason] };
    }
    await storeDrafts(deps, {
      shop,
      productId,
      locale: payload.locale,
      texts: generated.texts,
      config,
      comparison,
      live: product.live,
      factsDigest: product.factsDigest,
      configDigest,
      promptHash: promptHashOf(payload, configDigest),
      usage: generated.usage,
      jobId,
      itemSeq,
      // A varied text costs nothing: no model wrote it.
      credits: varied && pictures.length === 0 ? 0 : price,
      createdBy: payload.createdBy,
      assertLease: () => assertLeaseOfPaid(context),
    });
    return done(generated, varied && pictures.length === 0);
  } catch (error) {
    if (error instanceof AnswerPending) return pending;
    throw error;
  }
}

/** Drafts whose model call is paid are stored also when the job was cancelled meanwhile: nothing goes to the shop by that. */
function* assertLeaseOfPaid({ assertLease }: ItemContext): Steps<void> {
  try {
    yield* assertLease();
  } catch (error) {
    if (!(error instanceof JobCancelled)) throw error;
  }
}

/** The names of the texts that an item is about: `image_alt` stands for images of the product. */
function textsOfProduct({ contentTypes, allImages }: GeneratePayload, images: StoredFacts["images"]): string[] {
  const named = namedImages(images);
  const open = named.filter(({ alt }) => allImages || isBlank(alt)).map(({ contentType }) => contentType);
  const there = new Set(named.map(({ contentType }) => contentType));
  const all = contentTypes.flatMap((name) => (name === imageAlt ? open : [name]));
  return [...new Set(all)].filter((name) => !isImageAlt(name) || there.has(name));
}

const askedSchema = z.object({ contentTypes: z.array(z.string()) });

/**
 * The texts that the product lacks when it is its turn, without those that somebody wrote meanwhile. A request that may wait
 * for hours is not changed under way: its answer is paid.
 */
async function missingOnly(
  deps: GenerateDeps,
  { shop, jobId, seq: itemSeq, checkpoint, saveCheckpoint }: ItemContext,
  payload: GeneratePayload,
  { id, missing: bits, facts }: Product,
): Promise<string[]> {
  const asked = askedSchema.safeParse(checkpoint);
  if (asked.success) return asked.data.contentTypes;
  const missing = missingTexts(bits, readTextPlaces(deps, shop));
  const except = { jobId, itemSeq };
  const waiting = readWaitingTexts(deps, {
    shop,
    productIds: [productIdSchema.parse(id)],
    locale: payload.locale,
    except,
  }).get(id);
  const contentTypes = textsOfProduct(payload, facts.images).filter(
    (name) => missing.has(configNameOf(name)) && !waiting?.has(name),
  );
  if (payload.lane === "batch") await saveCheckpoint({ contentTypes });
  return contentTypes;
}

/** Booked at no credits: a run is closed when each of its done items is. */
async function withoutTexts(
  { db, clock }: GenerateDeps,
  { shop, jobId, seq: itemSeq, assertLease }: ItemContext,
): Promise<ItemOutcome> {
  await db.transactTogether(function* () {
    yield* assertLease();
    yield* chargeItem({ shop, jobId, itemSeq }, { credits: 0, now: clock.now() });
  });
  return {
    outcome: "done",
    message:
      "There is nothing to write: the product has these texts or drafts of them by now, no image needs an alt text, or the content types were removed.",
    result: { texts: 0, blocked: 0, warnings: 0 },
  };
}

/** The varied texts of a variant with those that a model wrote beside them. */
function joined(variant: Variant, written: Generated): Generated {
  if (variant.outcome !== "written" || written.outcome !== "written") return written;
  return { ...written, texts: [...variant.texts, ...written.texts] };
}

/** Woken when the answer is there; the wait is only for the case that nothing wakes it. */
const pending: ItemOutcome = {
  outcome: "retry",
  code: pendingCode,
  message: "Waiting for the half-price answer, which can take up to 24 hours.",
  waitMs: 30 * 60_000,
};

/** Its master is written before or beside it: a short wait, which costs no attempt; a longer one for a master in a batch. */
function waitsForMaster(lane: GeneratePayload["lane"]): ItemOutcome {
  return {
    outcome: "retry",
    code: masterCode,
    message: "Waiting for the texts of the first product of its variant group.",
    waitMs: lane === "batch" ? 60_000 : 2_000,
  };
}

const unusable = {
  model_refused:
    "The model refused to write about this product. Write the text by hand, or choose another model in Settings.",
  model_truncated:
    "The model's answer was cut off three times. Choose fewer content types, or another model in Settings.",
  model_prompt_cut:
    "The model server cut the request short, so its answer was not used: raise the server's context length, or choose another model in Settings.",
  model_bad_answer: "The model did not answer in the agreed form. Retry, or choose another model in Settings.",
  model_empty: "The model's answer held no text. Retry, or choose another model in Settings.",
} as const;

function asStored({ texts, ...rest }: StoredByItem): ItemOutcome {
  return { outcome: "done", message: textsWritten(texts, rest.blocked), result: { texts, ...rest } };
}

function textsWritten(texts: number, blocked: number, how = "written"): string {
  return `${texts} ${texts === 1 ? "text" : "texts"} ${how}${blocked > 0 ? `, ${blocked} blocked by checks` : ""}`;
}

function done({ texts, usage }: Extract<Generated, { outcome: "written" }>, varied: boolean): ItemOutcome {
  const blocked = texts.filter((text) => text.blocked).length;
  const warnings = texts.reduce((sum, text) => sum + text.warnings.length, 0);
  const message = textsWritten(
    texts.length,
    blocked,
    varied ? "varied from the first product of the group" : "written",
  );
  return { outcome: "done", message, result: { texts: texts.length, blocked, warnings, ...usage } };
}

/** The breaker: once the provider refused for billing or key, the shop's other items stop before they call. */
function assertNotPaused({ db }: GenerateDeps, { shop }: ItemContext): void {
  const pause = prepared<object, { reason: PauseReason; message: string }>(
    db,
    "SELECT reason, message FROM pauses WHERE shop = @shop AND reason IN ('billing', 'model_key', 'model_settings') LIMIT 1",
  ).get({ shop });
  if (!pause) return;
  throw new OperationalError("the shop's model calls are paused", {
    code: codeOfPause(pause.reason) ?? "model_key",
    retryable: false,
    merchantMessage: pause.message,
  });
}

/** Names the instructions a text was written with; they are the same for all products of a job that share a config. */
function promptHashOf(payload: GeneratePayload, configDigest: string): string {
  const { contentTypes, locale, agentModel, notes = "", fieldNotes = {} } = payload;
  const key = JSON.stringify([contentTypes, locale, agentModel, configDigest, notes, fieldNotes]);
  const kept = promptHashes.get(key) ?? digestOf([systemPrompt, key]);
  if (promptHashes.size >= maxPromptHashes) promptHashes.clear();
  promptHashes.set(key, kept);
  return kept;
}
