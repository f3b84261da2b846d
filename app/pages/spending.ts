import type { AppContext } from "../context.server.ts";
import { readSpend } from "../credits/read-spend.ts";
import { recentFigures } from "../credits/recent-figures.ts";
import { slotsOfShop } from "../jobs/shop-slots.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { costNanosOf, type ModelPrice, type TokenUsage } from "../model/model-prices.ts";
import type { SpendingView } from "../ui/spending.ts";

/** What a person must know before starting a run: what is left, and what products took lately. */
export async function readSpending(
  deps: Pick<AppContext, "db" | "clock" | "models">,
  shop: ShopDomain,
): Promise<SpendingView> {
  const [spend, recent, { nameOf, priceOf, examiner }] = await Promise.all([
    readSpend(deps, shop),
    recentFigures(deps, shop),
    deps.models.forShop(shop),
  ]);
  return {
    ...spend,
    concurrency: await deps.db.do(slotsOfShop(shop)),
    recent: recent.map(({ agentModel, contentTypes, products, callsMs, examiner: examined, ...tokens }) => {
      const price = priceOf(nameOf(agentModel === "v2" ? "v2" : "v1"));
      const examining = examiner.mode === "off" ? 0 : costOf(priceOf(examiner.model), examined);
      return {
        agentModel,
        contentTypes,
        products,
        callsMs,
        costNanos: price === null || examining === null ? null : costNanosOf(price, tokens) + examining,
        examinerNanos: examining,
      };
    }),
  };
}

/** What no token was used for costs nothing, whatever its price. */
function costOf(price: ModelPrice | null, tokens: TokenUsage): number | null {
  if (tokens.tokensIn + tokens.tokensOut === 0) return 0;
  return price === null ? null : costNanosOf(price, tokens);
}
