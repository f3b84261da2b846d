import { handsOffAmong } from "../../catalog/hands-off.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readOwner } from "../../catalog/read-product.ts";
import { refreshSources } from "../../catalog/resources/refresh-sources.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import { chargeItem } from "../../credits/charge-item.ts";
import type { Db } from "../../db/open.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { ItemContext } from "../../jobs/task.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { type ResolvedConfig, resolveConfig } from "../../rules/configs/resolve-config.ts";
import type { AdminApiFor } from "../../shopify/admin-api.ts";
import { storeTarget } from "../../texts/target.ts";
import { draftsOfItem, type StoredByItem } from "../../versions/drafts-of-item.ts";
import { idsWrittenByPeople } from "../../versions/written-by-people.ts";
import { openCalls } from "../call-model.ts";
import type { UnusableReason, Usage } from "../generated-text.ts";
import { spendAnswers } from "../paid-answers.ts";
import { storeDraftsFor, type TargetDrafts } from "../store-drafts.ts";
import { checkFixed } from "../tried-texts.ts";
import { type Cell, chooseCells, type LeftOut } from "./choose-cells.ts";
import { mostTokens } from "./estimate-tokens.ts";
import type { TranslateItem, TranslatePayload } from "./jobs.ts";
import { placeName } from "./places.ts";
import { planShare } from "./plan-share.ts";
import { approvedTranslations, withoutRepeats } from "./reuse-approved.ts";
import { translatorPrompt } from "./system-prompt.ts";
import { generated, type NotTranslated, type TranslatedCell, translateTexts } from "./translate-texts.ts";
import { readTranslationContext, type TranslationContext } from "./translation-context.ts";
import { translationCredits } from "./translation-credits.ts";

/** A text that stays as it was in a language. */
export interface Untranslated {
  locale: string;
  /** name of its slot */
  text: string;
  why: NotTranslated;
}

export type TranslatedProduct =
  | {
      outcome: "drafted";
      stored: StoredByItem;
      /** in how many languages there is a text now */
      languages: number;
      /** texts of markets that say what is said everywhere: nothing is kept of them */
      sameAsGeneral: number;
      /** taken from approved translations, or from another text of the product: no model was asked for them */
      reused: number;
      untranslated: Untranslated[];
      leftOut: Readonly<Record<LeftOut, number>>;
      withoutSource: readonly string[];
    }
  /** stored by an earlier try of the same item */
  | { outcome: "resumed"; stored: StoredByItem }
  | { outcome: "gone" | "hands_off" }
  | { outcome: "nothing_to_translate"; leftOut: Readonly<Record<LeftOut, number>>; withoutSource: readonly string[] }
  /** of markets: all that came says what is said everywhere */
  | { outcome: "same_as_general"; sameAsGeneral: number }
  /** the model was asked, and not one translation came of it */
  | { outcome: "not_translated"; untranslated: Untranslated[] }
  | { outcome: "unusable"; reason: UnusableReason };

/** In batch mode only the first call waits for half the price, and nobody for its answer. */
const mostTokensInBatch = 10_000;

/**
 * The whole road of one product: which of its texts lack a translation, which are known already, the calls for the others, and
 * drafts in all languages in one transaction. What an earlier try of the same item has stored or paid for is used.
 * @throws AnswerPending when the first call waits for a batch; OperationalError what stops the calls; LeaseLost
 */
export async function translateProduct(
  deps: { db: Db; clock: Clock; models: Models; admin: AdminApiFor },
  item: ItemContext,
  payload: TranslatePayload,
  own: TranslateItem,
): Promise<TranslatedProduct> {
  const { shop, jobId, seq: itemSeq, signal } = item;
  const { productId, credits: held } = own.share ? await planShare(deps, item, payload, own) : own;
  const owner = { shop, jobId, itemSeq };
  const writtenBefore = await deps.db.do(idsWrittenByPeople({ shop, productId, jobId }));
  await refreshSources({ ...deps, admin: deps.admin(shop) }, { shop, id: productId, signal });
  const product = await readOwner(deps, shop, productId);
  if (!product || product.goneAt !== null) return { outcome: "gone" };
  const earlier = await deps.db.do(draftsOfItem(owner));
  if (earlier) return { outcome: "resumed", stored: earlier };
  if ((await handsOffAmong(deps, shop, [productId])).size > 0) {
    await bookNothing(deps, item, held);
    return { outcome: "hands_off" };
  }

  const { locale: sourceLocale } = await readPrimaryTarget(deps, shop);
  // A language may have been removed since the run was started.
  const languages = await deps.db.do(translatedLocalesOf(shop));
  const locales = payload.locales.filter((locale) => languages.includes(locale));
  const wish = { ...payload, locales };
  const chosen = await deps.db.do(chooseCells({ product, sourceLocale, wish }));
  const { leftOut, withoutSource, known } = chosen;
  if (chosen.cells.length === 0) {
    await bookNothing(deps, item, held);
    return { outcome: "nothing_to_translate", leftOut, withoutSource };
  }

  const rules = await deps.db.do(resolveConfig({ shop, product }));
  const approved = await deps.db.do(approvedTranslations(shop, chosen));
  const { first: asked, repeats } = withoutRepeats(chosen.cells.filter((cell) => !approved.has(cell)));
  const cost = (productCredits: number) => translationCredits(asked.length, productCredits);
  const calls = await openCalls(deps, owner, {
    agentModel: payload.agentModel,
    batch: payload.lane === "batch" ? { factsDigest: digestOf(asked.map(keyOf)) } : null,
    heedsPauses: true,
    // A text more than when the run was started costs nothing; a model that costs more is not called.
    pricing: (dearest, productNow) => {
      const credits = Math.min(held ?? dearest, cost(payload.productCredits));
      const isDearer = productNow > payload.productCredits;
      return { credits, creditsNow: isDearer ? Math.max(credits + 1, cost(productNow)) : credits };
    },
  });
  const context = await readTranslationContext(deps, {
    ...{ product, sourceLocale, rules, known, cells: chosen.cells, model: calls.name },
    ...{ notes: payload.notes, examplesBefore: payload.examplesBefore },
  });
  const translated =
    asked.length === 0
      ? { translated: [], failed: [], usage: noUsage, reason: null }
      : await translateTexts(calls.complete, context, asked, {
          ...{ signal, comparer: calls.comparer },
          mostTokens: payload.lane === "batch" ? mostTokensInBatch : mostTokens,
        });
  const taken = await withApproved(context, approved);
  const copied = translated.translated.flatMap(({ cell, text }) =>
    (repeats.get(cell) ?? []).map((other) => ({ cell: other, text: renamed(text, other.source.name) })),
  );
  const all = [...translated.translated, ...copied, ...taken];
  const same = translated.failed.filter(({ why }) => why === "same_as_general");
  const sameAsGeneral = same.reduce((sum, { cell }) => sum + 1 + (repeats.get(cell)?.length ?? 0), 0);
  const failed = translated.failed.filter(({ why }) => why !== "same_as_general");
  const untranslated = failed.flatMap(({ cell, why }) =>
    [cell, ...(repeats.get(cell) ?? [])].map(({ locale, source }) => ({ locale, text: source.name, why })),
  );
  if (all.length === 0) {
    await spendAnswers(deps, owner);
    if (same.length > 0 && failed.length === 0) {
      await bookNothing(deps, item, held);
      return { outcome: "same_as_general", sameAsGeneral };
    }
    const { reason } = translated;
    return reason === null ? { outcome: "not_translated", untranslated } : { outcome: "unusable", reason };
  }
  const targets = draftsOf(context, all);
  const stored = await storeDraftsFor(
    deps,
    {
      ...{ shop, productId, jobId, itemSeq, usage: translated.usage, configDigest: rules.digest },
      factsDigest: product.factsDigest,
      promptHash: promptHashOf(payload, rules),
      credits: Math.min(calls.credits, translationCredits(translated.translated.length, payload.productCredits)),
      heldCredits: held,
      createdBy: payload.createdBy,
      writtenBefore,
      assertLease: item.assertLease,
    },
    targets,
  );
  return {
    outcome: "drafted",
    ...{
      stored,
      languages: new Set(all.map(({ cell }) => cell.locale)).size,
      reused: copied.length + taken.length,
      sameAsGeneral,
    },
    ...{ untranslated, leftOut, withoutSource },
  };
}

const noUsage: Usage = { model: "", calls: 0, tokensIn: 0, tokensOut: 0 };

/** A run is closed when each of its done items is booked. */
async function bookNothing(
  { db, clock }: { db: Db; clock: Clock },
  item: ItemContext,
  held: number | undefined,
): Promise<void> {
  const { shop, jobId, seq: itemSeq } = item;
  await db.transactTogether({ shop }, function* () {
    yield* item.assertLease();
    yield* chargeItem({ shop, jobId, itemSeq }, { credits: 0, held, now: clock.now() });
  });
}

/** To the letter; the checks say of them what they say of any text. */
async function withApproved(
  context: TranslationContext,
  approved: ReadonlyMap<Cell, TextBody>,
): Promise<TranslatedCell[]> {
  const taken: TranslatedCell[] = [];
  for (const [place, cells] of Map.groupBy(approved, ([cell]) => placeName(cell))) {
    const checks = context.languages.get(place)?.checks;
    if (!checks) continue;
    const texts = cells.map(([{ source, from }, body]) => {
      const beside = { body: source.body, locale: from, kept: context.kept };
      return [source.name, { raw: body, draft: body, body, source: beside }] as const;
    });
    const checked = await checkFixed(checks, new Map(), new Map(texts));
    for (const [cell] of cells) {
      const text = checked.get(cell.source.name);
      if (text) taken.push({ cell, text: generated(cell, text) });
    }
  }
  return taken;
}

function renamed(text: TranslatedCell["text"], contentType: string): TranslatedCell["text"] {
  return { ...text, contentType, warnings: text.warnings.map((one) => ({ ...one, content_type: contentType })) };
}

function draftsOf({ languages }: TranslationContext, all: readonly TranslatedCell[]): TargetDrafts[] {
  return [...Map.groupBy(all, ({ cell }) => placeName(cell))].flatMap(([place, ofPlace]) => {
    const language = languages.get(place);
    const [first] = ofPlace;
    if (!language || !first) return [];
    return {
      target: { ...storeTarget(language.locale), market: first.cell.market },
      texts: ofPlace.map(({ text }) => text),
      comparison: language.comparison,
      config: language.checks.source.config,
      bases: Object.fromEntries(ofPlace.map(({ cell }) => [cell.source.name, cell.base])),
      digests: new Map(ofPlace.map(({ cell }) => [cell.source.name, cell.source.digest])),
    };
  });
}

function keyOf(cell: Cell): string {
  return `${placeName(cell)} ${cell.source.name} ${cell.source.digest}`;
}

/** Names the instructions that the texts were translated by. */
function promptHashOf(
  { agentModel, notes = "" }: TranslatePayload,
  { digest }: Pick<ResolvedConfig, "digest">,
): string {
  return digestOf([translatorPrompt, agentModel, digest, notes]);
}
