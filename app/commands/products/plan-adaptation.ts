import type { Db } from "../../db/open.ts";
import { adaptationWishSchema } from "../../generation/adapt/jobs.ts";
import { type PlannedAdaptation, planAdaptation } from "../../generation/adapt/plan-adaptation.ts";
import { agentModelSchema, laneSchema } from "../../generation/jobs.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { costNanosOf } from "../../model/model-prices.ts";
import { defineCommand } from "../command.ts";
import { assertKnownMarkets } from "./assert-known-markets.ts";
import { type UnknownWish, unknownOf } from "./known-channels.ts";
import { allSelected, selectionSchema } from "./selection.ts";

/** What a run would adapt and cost. */
export interface AdaptationPlan extends Pick<PlannedAdaptation, "texts" | "leftOut" | "withoutSource" | "handsOff"> {
  /** that were chosen */
  chosen: number;
  /** of which something is adapted */
  products: number;
  credits: number;
  /** billionths of a US dollar, without repairs and examiner; null when the model's price is not set */
  costNanos: number | null;
  /** false: a part of the products was looked at, and stands for all of them */
  exact: boolean;
}

/** So many products are looked at while somebody waits for the answer. */
const mostLookedAt = 250;

/** Tells what a run would adapt for the chosen products. Changes nothing. */
export const planProductAdaptation = defineCommand({
  name: "products.plan_adaptation",
  kind: null,
  rate: "anything",
  input: adaptationWishSchema.extend({ selection: selectionSchema, agentModel: agentModelSchema, lane: laneSchema }),
  async run(
    deps: { db: Db; models: Models },
    { shop },
    asked,
  ): Promise<{ kind: "planned"; plan: AdaptationPlan } | UnknownWish> {
    const { selection, agentModel, lane, ...wish } = asked;
    const unknown = await unknownOf(deps, shop, wish);
    if (unknown) return unknown;
    await assertKnownMarkets(deps, shop, [wish.market]);
    const productIds = await allSelected(deps, shop, selection);
    const { nameOf, creditsOf, priceOf } = await deps.models.forShop(shop);
    const step = Math.max(1, productIds.length / mostLookedAt);
    const sample = Array.from({ length: Math.min(mostLookedAt, productIds.length) }, (_, at) =>
      productIds.slice(Math.floor(at * step), Math.floor(at * step) + 1),
    ).flat();
    const found = await planAdaptation(deps, { shop, productIds: sample, wish });
    const factor = sample.length === 0 ? 1 : productIds.length / sample.length;
    const of = (count: number) => Math.round(count * factor);
    const products = of(found.productIds.length);
    const price = priceOf(nameOf(agentModel));
    const tokens = { tokensIn: of(found.tokensIn), tokensOut: of(found.tokensOut), tokensCached: 0 };
    const whole = price === null ? null : costNanosOf(price, tokens);
    const { adapted, waits, edited } = found.leftOut;
    return {
      kind: "planned",
      plan: {
        ...{ chosen: productIds.length, products, texts: of(found.texts), exact: factor === 1 },
        ...{ withoutSource: of(found.withoutSource), handsOff: of(found.handsOff) },
        leftOut: { adapted: of(adapted), waits: of(waits), edited: of(edited) },
        // All texts of a product in one call, for the credits of a product.
        credits: products * creditsOf(agentModel),
        costNanos: whole === null ? null : Math.round(lane === "batch" ? whole / 2 : whole),
      },
    };
  },
});
