import type { AppContext } from "../context.server.ts";
import { readSpend } from "../credits/read-spend.ts";
import { type RecentFigures, recentFigures } from "../credits/recent-figures.ts";
import { slotsOfShop } from "../jobs/shop-slots.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { costNanosOf, type ModelPrice, type TokenUsage } from "../model/model-prices.ts";
import { wordingsOf } from "../texts/short-texts.ts";
import type { SpendingView } from "../ui/spending.ts";
import { workSettingsOf } from "../workplace/work-settings.ts";

/** What a person must know before starting a run: what is left, and what products took lately. */
export async function readSpending(
  deps: Pick<AppContext, "db" | "clock" | "models">,
  shop: ShopDomain,
): Promise<SpendingView> {
  const [spend, recent, { nameOf, priceOf, examiner }, work] = await Promise.all([
    readSpend(deps, shop),
    recentFigures(deps, shop),
    deps.models.forShop(shop),
    deps.db.do(workSettingsOf(shop)),
  ]);
  const lacks = ({ contentTypes, wordings }: RecentFigures) => moreTokens(contentTypes, wordings, work.wordings);
  return {
    ...spend,
    concurrency: await deps.db.do(slotsOfShop(shop)),
    // Runs with as many wordings as the next one are the better measure.
    recent: recent
      .toSorted((a, b) => Math.abs(lacks(a)) - Math.abs(lacks(b)))
      .map((figures) => {
        const { agentModel, contentTypes, products, callsMs, examiner: examined, ...counted } = figures;
        const tokens = { ...counted, tokensOut: Math.max(0, counted.tokensOut + lacks(figures)) };
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

/** What one more wording of a short text takes of an answer, measured on those of the sandbox. */
const tokensOfWording: Readonly<Record<string, number>> = { title: 12, seo_title: 12, seo_desc: 36 };

/** Tokens of an answer that `wanted` wordings of a product's short texts take more than `had`; negative: so many less. */
function moreTokens(contentTypes: readonly string[], had: number, wanted: number): number {
  return contentTypes
    .map((name) => (wordingsOf(name, wanted) - wordingsOf(name, had)) * (tokensOfWording[name] ?? 0))
    .reduce((sum, tokens) => sum + tokens, 0);
}

/** What no token was used for costs nothing, whatever its price. */
function costOf(price: ModelPrice | null, tokens: TokenUsage): number | null {
  if (tokens.tokensIn + tokens.tokensOut === 0) return 0;
  return price === null ? null : costNanosOf(price, tokens);
}
