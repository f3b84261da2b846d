import { readProduct } from "../catalog/read-product.ts";
import { chargeItem } from "../credits/charge-item.ts";
import type { Db } from "../db/open.ts";
import type { Steps } from "../db/steps.ts";
import { type ItemContext, JobCancelled } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { Models } from "../model/model-for-shop.ts";
import type { ModelAnswer } from "../model/port.ts";
import { resolveConfig } from "../rules/configs/resolve-config.ts";
import { systemPrompt } from "../rules/system-prompt.ts";
import { isImageAlt } from "../texts/slot.ts";
import { draftsOfItem, type StoredByItem } from "../versions/drafts-of-item.ts";
import { type Asked, buildRequest } from "./build-prompt.ts";
import { type Complete, callModel, openCalls } from "./call-model.ts";
import { chooseExamples } from "./choose-examples.ts";
import { chooseTexts } from "./choose-texts.ts";
import type { Generated, GeneratedText, UnusableReason, Usage } from "./generated-text.ts";
import { createGenerationContext, type GenerationSource } from "./generation-context.ts";
import { groupCalls } from "./group-calls.ts";
import type { GenerateItem, GeneratePayload } from "./jobs.ts";
import { spendAnswers } from "./paid-answers.ts";
import { readSource } from "./read-source.ts";
import { repairRequest } from "./repair-request.ts";
import { storeDrafts } from "./store-drafts.ts";
import { checkFixed, fixTexts, hasAny, keepBetter, type Texts, withMissing } from "./tried-texts.ts";
import { findMaster, varyFromMaster } from "./variants/vary-from-master.ts";

/** At most so many further calls put right what the checks found. */
const maxRepairs = 2;
/** How often an answer without any text is asked for again: a model that fails twice at the form fails the third time. */
const maxLost = 1;
/** A repair that is refused for what it asks leaves the texts as they are. */
const endsRepairs: ReadonlySet<string> = new Set(["model_bad_request", "model_refused"]);

/** What became of a product that texts were wanted for. */
export type GeneratedProduct =
  | {
      outcome: "drafted";
      stored: StoredByItem;
      /** no model wrote them: they were made of the texts of its variant group's first product */
      varied: boolean;
    }
  | { outcome: "gone" | "nothing_to_write" | "waits_for_master" }
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
  const product = await readProduct(deps, shop, productId);
  if (!product || product.goneAt !== null) return { outcome: "gone" };
  const earlier = await deps.db.do(draftsOfItem(owner));
  if (earlier) return { outcome: "drafted", stored: earlier, varied: false };

  const { locale, notes, fieldNotes } = payload;
  const rules = await deps.db.do(resolveConfig({ shop, product }));
  const wanted = await chooseTexts(deps, item, payload, product);
  if (wanted.length === 0) {
    await bookNothing(deps, item);
    return { outcome: "nothing_to_write" };
  }
  const texts = wanted.filter((contentType) => !isImageAlt(contentType));
  const found = await findMaster(deps, { shop, jobId, master, contentTypes: texts, locale, rules });
  if (found.outcome === "wait") return { outcome: "waits_for_master" };

  const { agentModel, lane } = payload;
  const batch = lane === "batch" ? { factsDigest: product.factsDigest } : null;
  const calls = await openCalls(deps, owner, { agentModel, batch, heedsPauses: true });
  const { source, comparison } = await readSource(deps, {
    ...{ shop, product, locale, notes, fieldNotes },
    config: rules.config,
    contentTypes: texts,
    model: calls.name,
  });
  const varied = found.outcome === "found" ? await varyFromMaster(deps, found, source) : null;
  // Nobody's picture shows what the first product's does: only the texts of a variant are varied.
  const asked = varied ? wanted.filter(isImageAlt) : wanted;
  const isVaried = varied !== null && asked.length === 0;
  const written = isVaried
    ? varied
    : await writeTexts(
        { complete: (request, options) => callModel(deps, calls, request, options) },
        {
          ...source,
          contentTypes: asked,
          examples: await chooseExamples(deps, {
            ...{ shop, product, contentTypes: asked, locale },
            configDigest: rules.digest,
            before: payload.examplesBefore,
          }),
          signal,
          picturesApart: calls.picturesApart,
        },
      );
  if (written.outcome === "unusable") {
    await spendAnswers(deps, owner);
    return { outcome: "unusable", reason: written.reason };
  }
  const drafts = isVaried || !varied ? written.texts : [...varied.texts, ...written.texts];

  await storeDrafts(deps, {
    ...{ shop, productId, locale, jobId, itemSeq },
    comparison,
    texts: drafts,
    config: rules.config,
    live: product.live,
    factsDigest: product.factsDigest,
    configDigest: rules.digest,
    promptHash: promptHashOf(payload, rules.digest),
    usage: written.usage,
    // A varied text costs nothing: no model wrote it.
    credits: isVaried ? 0 : calls.credits,
    createdBy: payload.createdBy,
    assertLease: () => assertLeaseOfPaid(item),
  });
  return { outcome: "drafted", stored: countsOf(drafts, written.usage), varied: isVaried };
}

export interface WriteInput extends GenerationSource {
  signal: AbortSignal;
  /** pictures in calls of their own, after the first; default: with the other texts as far as they go */
  picturesApart?: boolean | undefined;
}

/**
 * Writes the texts of one product: prompt, call, fixes, checks, and at most two repairs with only the failing content types
 * and the concrete findings. One call asks for all texts, more where there are many pictures. Of several tries of a text the
 * one with the fewest and lightest warnings is kept; nothing is cut.
 * @throws what the model throws at the first call. A further call that the model's server refuses, or that comes after the job
 * was cancelled, ends the calls: what is paid is kept
 */
export async function writeTexts({ complete }: { complete: Complete }, input: WriteInput): Promise<Generated> {
  const { signal, picturesApart = false } = input;
  const context = createGenerationContext(input);
  let usage: Usage = { model: input.model, calls: 0, tokensIn: 0, tokensOut: 0 };
  let texts: Texts = new Map();
  let answer: ModelAnswer | undefined;
  for (const { number, contentTypes } of groupCalls(context.contentTypes, { picturesApart })) {
    if (texts.size > 0 && signal.reason instanceof JobCancelled) break;
    const first = buildRequest({ ...context.prompt, contentTypes });
    let asked: Asked | null = { request: first, wanted: contentTypes };
    let lost = 0;
    for (let repair = 0; asked !== null; repair++) {
      const call = number * (1 + maxRepairs) + repair;
      const came = await answerOf(complete(asked.request, { call, signal }), repair > 0 && texts.size > 0, signal);
      if (came === null) break;
      answer = came;
      usage = plusCall(usage, answer);
      const fixed = fixTexts(context, asked, answer);
      texts = keepBetter(texts, await checkFixed(context, texts, fixed));
      if (!hasAny(texts, contentTypes)) lost++;
      // A prompt that was cut would be cut again: nothing is paid twice for that.
      const mayRepair = repair < maxRepairs && lost <= maxLost && answer.kind !== "prompt_cut";
      asked = mayRepair ? repairRequest(context, { wanted: contentTypes, texts, answer }) : null;
    }
  }
  if (context.contentTypes.length > 0 && !hasAny(texts, context.contentTypes)) {
    return { outcome: "unusable", reason: reasonOf(answer), usage };
  }
  return { outcome: "written", texts: await withMissing(context, texts), usage };
}

/** The answer, or null where a repair failed that only would have made paid texts better: they are not given up with it. */
async function answerOf(
  asked: Promise<ModelAnswer>,
  isExtra: boolean,
  signal: AbortSignal,
): Promise<ModelAnswer | null> {
  try {
    return await asked;
  } catch (error) {
    const endsOnly =
      signal.reason instanceof JobCancelled || (isOperationalError(error) && endsRepairs.has(error.code));
    if (isExtra && endsOnly) return null;
    throw error;
  }
}

function plusCall({ calls, tokensIn, tokensOut }: Usage, answer: ModelAnswer): Usage {
  return {
    model: answer.model,
    calls: calls + 1,
    tokensIn: tokensIn + answer.tokensIn,
    tokensOut: tokensOut + answer.tokensOut,
  };
}

function reasonOf(answer: ModelAnswer | undefined): UnusableReason {
  if (!answer || answer.kind === "refused") return "model_refused";
  if (answer.kind === "truncated") return "model_truncated";
  if (answer.kind === "prompt_cut") return "model_prompt_cut";
  return answer.kind === "json" || answer.text.trim() === "" ? "model_empty" : "model_bad_answer";
}

/** Booked at no credits: a run is closed when each of its done items is. */
async function bookNothing(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId, seq: itemSeq, assertLease }: ItemContext,
): Promise<void> {
  await db.transactTogether({ shop }, function* () {
    yield* assertLease();
    yield* chargeItem({ shop, jobId, itemSeq }, { credits: 0, now: clock.now() });
  });
}

/** Drafts whose model call is paid are stored also when the job was cancelled meanwhile: nothing goes to the shop by that. */
function* assertLeaseOfPaid({ assertLease }: ItemContext): Steps<void> {
  try {
    yield* assertLease();
  } catch (error) {
    if (!(error instanceof JobCancelled)) throw error;
  }
}

function countsOf(drafts: readonly GeneratedText[], usage: Usage): StoredByItem {
  const blocked = drafts.filter((text) => text.blocked).length;
  const warnings = drafts.reduce((sum, text) => sum + text.warnings.length, 0);
  return { texts: drafts.length, blocked, warnings, ...usage };
}

const promptHashes = new Map<string, string>();
const maxPromptHashes = 1_000;

/** Names the instructions a text was written with; they are the same for all products of a job that share a config. */
function promptHashOf(payload: GeneratePayload, configDigest: string): string {
  const { contentTypes, locale, agentModel, notes = "", fieldNotes = {} } = payload;
  const key = JSON.stringify([contentTypes, locale, agentModel, configDigest, notes, fieldNotes]);
  const kept = promptHashes.get(key) ?? digestOf([systemPrompt, key]);
  if (promptHashes.size >= maxPromptHashes) promptHashes.clear();
  promptHashes.set(key, kept);
  return kept;
}
