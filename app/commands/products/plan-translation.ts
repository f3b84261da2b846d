import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import { agentModelSchema, laneSchema } from "../../generation/jobs.ts";
import { estimateTranslation, type TranslationFigures } from "../../generation/translate/estimate-translation.ts";
import { translationWishSchema } from "../../generation/translate/jobs.ts";
import { slotsOfShop } from "../../jobs/shop-slots.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { costNanosOf } from "../../model/model-prices.ts";
import { defineCommand } from "../command.ts";
import { assertKnownMarkets } from "./assert-known-markets.ts";
import { allOwners, selectionSchema } from "./selection.ts";

/** What a run would translate, cost and take. */
export interface TranslationPlan
  extends Omit<
    TranslationFigures,
    "calls" | "tokensIn" | "tokensOut" | "examinerCalls" | "examinerTokensIn" | "examinerTokensOut"
  > {
  /** products that were chosen */
  chosen: number;
  /** billionths of a US dollar, the examiner's calls included, without repairs; null when a model's price is not set */
  costNanos: number | null;
  /** null in batch mode: up to a day */
  durationMs: number | null;
}

/** Until an answer begins, and for each of its tokens: usual ones of small models. */
const callMs = 700;
const tokenMs = 12;

/** Tells what a run would translate for the chosen products. Changes nothing. */
export const planProductTranslation = defineCommand({
  name: "products.plan_translation",
  kind: null,
  rate: "anything",
  input: translationWishSchema.extend({
    selection: selectionSchema,
    agentModel: agentModelSchema,
    lane: laneSchema,
  }),
  async run(
    deps: { db: Db; models: Models },
    { shop },
    asked,
  ): Promise<{ kind: "planned"; plan: TranslationPlan } | { kind: "unknown_locales"; locales: string[] }> {
    const { selection, agentModel, lane, ...wish } = asked;
    const languages = await deps.db.do(translatedLocalesOf(shop));
    const unknown = wish.locales.filter((locale) => !languages.includes(locale));
    if (unknown.length > 0) return { kind: "unknown_locales", locales: unknown };
    await assertKnownMarkets(deps, shop, wish.markets);
    const productIds = await allOwners(deps, shop, selection);
    const { nameOf, creditsOf, priceOf, examiner } = await deps.models.forShop(shop);
    const productCredits = creditsOf(agentModel);
    const figures = await estimateTranslation(deps, { shop, productIds, wish, productCredits });
    const { calls, tokensIn, tokensOut, ...rest } = figures;
    const { examinerCalls, examinerTokensIn, examinerTokensOut, ...told } = rest;
    // It is asked at once also in batch mode, and of all languages of a product together.
    const isExamined = examiner.mode !== "off" && examinerCalls > 0;
    const examinerPrice = isExamined ? priceOf(examiner.model) : null;
    const examined = { tokensIn: examinerTokensIn, tokensOut: examinerTokensOut, tokensCached: 0 };
    const examinerNanos = !isExamined ? 0 : examinerPrice === null ? null : costNanosOf(examinerPrice, examined);
    const together = Math.max(1, examinerCalls / Math.max(1, figures.products));
    const examinerMs = isExamined ? (examinerCalls * callMs + examinerTokensOut * tokenMs) / together : 0;
    const price = priceOf(nameOf(agentModel));
    const whole = price === null ? null : costNanosOf(price, { tokensIn, tokensOut, tokensCached: 0 });
    const atOnce = Math.max(1, Math.min(await deps.db.do(slotsOfShop(shop)), figures.products));
    return {
      kind: "planned",
      plan: {
        ...told,
        chosen: productIds.length,
        costNanos:
          whole === null || examinerNanos === null
            ? null
            : Math.round(lane === "batch" ? whole / 2 : whole) + examinerNanos,
        durationMs: lane === "batch" ? null : Math.ceil((calls * callMs + tokensOut * tokenMs + examinerMs) / atOnce),
      },
    };
  },
});
