import { handsOffAmong } from "../../catalog/hands-off.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readOwner } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { wait } from "../../lib/retry.ts";
import { comparerSystemPrompt } from "../../quality/examiner/translation-prompt.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { type Cell, chooseCells, type LeftOut, noneLeftOut } from "./choose-cells.ts";
import { chunkCells, mostTokens, tokensOfCell } from "./estimate-tokens.ts";
import type { TranslationWish } from "./jobs.ts";
import { placeName } from "./places.ts";
import { approvedTranslations, withoutRepeats } from "./reuse-approved.ts";
import { translatorPrompt } from "./system-prompt.ts";

/** What a run does with each product, as things are now. */
export interface PlannedProduct {
  productId: ProductId;
  /** texts and languages that a model is asked for */
  asked: number;
}

/** What a run would do, as things are now. */
export interface PlannedTranslation {
  /** those of which something is translated */
  products: PlannedProduct[];
  /** texts and languages that a model is asked for */
  asked: number;
  /** texts and languages that approved translations and repeats give for nothing */
  reused: number;
  /** language → texts */
  byLocale: Record<string, number>;
  /** market, "" for everywhere → texts */
  byMarket: Record<string, number>;
  /** texts and languages that are left as they are */
  leftOut: Record<LeftOut, number>;
  /** content type → products that have no text of it to translate */
  withoutSource: Record<string, number>;
  /** nothing is to be written for so many products */
  handsOff: number;
  calls: number;
  /** estimated: repairs are not in them */
  tokensIn: number;
  tokensOut: number;
  /** of the examiner, where the shop has one: one call a product and place */
  examinerCalls: number;
  examinerTokensIn: number;
  examinerTokensOut: number;
}

/** So many products are looked at while somebody waits for the answer: about two milliseconds each. */
export const mostPlannedAtOnce = 250;

const charsPerToken = 4;
/** Of the brief, the schema and what the shop says already. */
const aroundTokens = 300;
/** Of the examiner's answer, whatever it says. */
const aroundAnswer = 30;

/** Looks at what each product lacks. Changes nothing. */
export async function planTranslation(
  deps: { db: Db },
  { shop, productIds, wish }: { shop: ShopDomain; productIds: readonly ProductId[]; wish: TranslationWish },
): Promise<PlannedTranslation> {
  const { db } = deps;
  const { locale: sourceLocale } = await readPrimaryTarget(deps, shop);
  const off = await handsOffAmong(deps, shop, productIds);
  const plan: PlannedTranslation = {
    ...{ products: [], asked: 0, reused: 0, byLocale: {}, byMarket: {}, withoutSource: {} },
    leftOut: { ...noneLeftOut },
    ...{ handsOff: off.size, calls: 0, tokensIn: 0, tokensOut: 0 },
    ...{ examinerCalls: 0, examinerTokensIn: 0, examinerTokensOut: 0 },
  };
  for (const productId of new Set(productIds)) {
    // Whoever else asks is answered between two products.
    await wait(0);
    if (off.has(productId)) continue;
    const product = await readOwner(deps, shop, productId);
    if (!product || product.goneAt !== null) continue;
    const chosen = await db.do(chooseCells({ product, sourceLocale, wish }));
    const { cells, leftOut, withoutSource } = chosen;
    for (const [why, count] of Object.entries(leftOut)) plan.leftOut[why as LeftOut] += count;
    for (const name of withoutSource) plan.withoutSource[name] = (plan.withoutSource[name] ?? 0) + 1;
    if (cells.length === 0) continue;
    const approved = await db.do(approvedTranslations(shop, chosen));
    const { first } = withoutRepeats(cells.filter((cell) => !approved.has(cell)));
    plan.products.push({ productId, asked: first.length });
    plan.asked += first.length;
    plan.reused += cells.length - first.length;
    for (const { locale, market } of cells) {
      plan.byLocale[locale] = (plan.byLocale[locale] ?? 0) + 1;
      plan.byMarket[market] = (plan.byMarket[market] ?? 0) + 1;
    }
    addCalls(plan, first);
    addExaminerCalls(plan, first);
  }
  return plan;
}

/** About what an answer says of a pair of lines: its number, rarely a quote. */
const tokensPerLine = 8;

function addExaminerCalls(plan: PlannedTranslation, cells: readonly Cell[]): void {
  for (const ofPlace of Map.groupBy(cells, placeName).values()) {
    const sourceChars = ofPlace.reduce((sum, { source }) => sum + writtenOf(source.body).length, 0);
    const lines = ofPlace.reduce((sum, { source }) => sum + linesOf(source.body), 0);
    plan.examinerCalls++;
    plan.examinerTokensIn +=
      Math.ceil((comparerSystemPrompt.length + sourceChars) / charsPerToken) +
      ofPlace.reduce((sum, cell) => sum + tokensOfCell(cell), 0);
    plan.examinerTokensOut += aroundAnswer + lines * tokensPerLine;
  }
}

/** Blocks of a text and lines of a list, as they are compared one by one. */
function linesOf(body: TextBody): number {
  const blocks = writtenOf(body).split(/<\/(?:p|li|h[1-6]|td|th)>|<br\s*\/?>|\n/i);
  return Math.max(1, blocks.filter((block) => /\p{L}/u.test(block.replace(/<[^>]*>/g, ""))).length);
}

function addCalls(plan: PlannedTranslation, cells: readonly Cell[]): void {
  for (const chunk of chunkCells(cells, mostTokens)) {
    const sources = new Map(chunk.map(({ source }) => [source.name, writtenOf(source.body).length]));
    const chars = translatorPrompt.length + [...sources.values()].reduce((sum, each) => sum + each, 0);
    plan.calls++;
    plan.tokensIn += aroundTokens + Math.ceil(chars / charsPerToken);
    plan.tokensOut += chunk.reduce((sum, cell) => sum + tokensOfCell(cell), 0);
  }
}
