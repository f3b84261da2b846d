import { resolveText } from "../../catalog/translations/resolve-text.ts";
import { shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import { type ShopTranslations, shopTranslationsOf } from "../../catalog/translations/shop-translations.ts";
import { bodyOfValue, valueOfBody } from "../../catalog/translations/text-form.ts";
import type { SourceText } from "../../catalog/translations/translation-sources.ts";
import type { Steps } from "../../db/steps.ts";
import type { TargetColumns } from "../../texts/target.ts";
import type { InMarketView } from "../../ui/languages/editor-view.ts";

/**
 * What customers of a market read of a product in a language, and what they would read if the market had no text of its own.
 * @returns null for a target of no market
 */
export function* readInMarket(
  shop: string,
  { owner, target }: { owner: string; target: TargetColumns },
): Steps<((name: string, source: SourceText | null) => Omit<InMarketView, "isBehind">) | null> {
  if (target.market === "") return null;
  const { locale } = target;
  const markets = yield* shopMarketsOf(shop);
  const names = new Map(markets.map(({ id, name }) => [id, name]));
  const { parents = [] } = markets.find(({ id }) => id === target.market) ?? {};
  const held = new Map<string, ShopTranslations>();
  for (const market of [target.market, ...parents, ""]) {
    held.set(market, yield* shopTranslationsOf({ shop, owner, target: { locale, market } }));
  }
  const without = new Map([...held].filter(([market]) => market !== target.market));
  return (name, source) => {
    const form = source?.form ?? "plain";
    const value = source === null ? null : valueOfBody(form, source.body);
    const market = { id: target.market, parents };
    const read = (texts: typeof held, of: typeof market | null) => {
      const found = resolveText(name, of, { held: texts, source: value });
      const body = found && bodyOfValue(form, found.value);
      return found && body !== null ? { body, from: found.from, market: names.get(found.market) ?? "" } : null;
    };
    return { reads: read(held, market), otherwise: read(without, market), general: read(without, null)?.body ?? null };
  };
}
