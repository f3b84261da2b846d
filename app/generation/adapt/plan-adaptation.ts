import { handsOffAmong } from "../../catalog/hands-off.ts";
import { readProduct } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { wait } from "../../lib/retry.ts";
import { systemPrompt } from "../../rules/system-prompt.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { chooseChannelTexts, type LeftAsItIs } from "./choose-texts.ts";
import type { AdaptationWish } from "./jobs.ts";
import { adapterPrompt } from "./prompt.ts";

/** What a run would do, as things are now. */
export interface PlannedAdaptation {
  /** those of which something is adapted */
  productIds: ProductId[];
  /** that a model is asked for */
  texts: number;
  /** texts that are left as they are */
  leftOut: Record<LeftAsItIs, number>;
  /** products without a text to adapt */
  withoutSource: number;
  /** products that a person keeps */
  handsOff: number;
  /** one a product: estimated, repairs are not in them */
  calls: number;
  tokensIn: number;
  tokensOut: number;
}

const charsPerToken = 4;
/** Of brief, schema and the product's data. */
const aroundTokens = 900;
/** Of one text in an answer. */
const tokensPerText = 160;

/** Looks at what each product lacks on the channel: a few milliseconds a product. Changes nothing. */
export async function planAdaptation(
  deps: { db: Db },
  { shop, productIds, wish }: { shop: ShopDomain; productIds: readonly ProductId[]; wish: AdaptationWish },
): Promise<PlannedAdaptation> {
  const off = await handsOffAmong(deps, shop, productIds);
  const plan: PlannedAdaptation = {
    ...{ productIds: [], texts: 0, withoutSource: 0, handsOff: off.size, calls: 0, tokensIn: 0, tokensOut: 0 },
    leftOut: { adapted: 0, waits: 0, edited: 0 },
  };
  for (const productId of new Set(productIds)) {
    // Whoever else asks is answered between two products.
    await wait(0);
    if (off.has(productId)) continue;
    const product = await readProduct(deps, shop, productId);
    if (!product || product.goneAt !== null) continue;
    const { contentTypes, sources, leftOut } = await deps.db.do(chooseChannelTexts(product, wish));
    for (const [why, count] of Object.entries(leftOut)) plan.leftOut[why as LeftAsItIs] += count;
    if (Object.keys(sources).length === 0) plan.withoutSource++;
    else if (contentTypes.length > 0) {
      const chars = Object.values(sources).reduce((sum, body) => sum + writtenOf(body).length, 0);
      plan.productIds.push(productId);
      plan.texts += contentTypes.length;
      plan.calls++;
      plan.tokensIn += aroundTokens + Math.ceil((systemPrompt.length + adapterPrompt.length + chars) / charsPerToken);
      plan.tokensOut += contentTypes.length * tokensPerText;
    }
  }
  return plan;
}
