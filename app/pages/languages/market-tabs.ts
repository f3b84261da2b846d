import { shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import { shopTranslationsOf } from "../../catalog/translations/shop-translations.ts";
import { translationTargetsOf } from "../../catalog/translations/translation-targets.ts";
import type { Steps } from "../../db/steps.ts";
import type { Locale, ProductId, ShopDomain } from "../../lib/brand.ts";
import { storeChannel } from "../../texts/target.ts";
import { editorUrl } from "../../ui/languages/language-address.ts";
import type { MarketTab } from "../../ui/languages/market-tab.ts";
import { writtenSlots } from "../../versions/written-slots.ts";

/**
 * The markets where customers are offered a language, each with how many texts of its own a product has there and how many wait;
 * a market that does not offer it is among them while it is looked at, and while it has texts in it.
 */
export function* marketTabs(
  shop: ShopDomain,
  asked: { locale: Locale; productId: ProductId; address: URLSearchParams; market: string },
): Steps<MarketTab[]> {
  const { locale, productId, address } = asked;
  const offered = new Set(
    (yield* translationTargetsOf(shop)).flatMap((target) => (target.locale === locale ? [target.market] : [])),
  );
  const tabs: MarketTab[] = [];
  for (const { id, name, active } of yield* shopMarketsOf(shop)) {
    const target = { locale, market: id, channel: storeChannel };
    const own = Object.keys(yield* shopTranslationsOf({ shop, owner: productId, target })).length;
    if (!offered.has(id) && id !== asked.market && own === 0) continue;
    const states = ["draft", "approved"] as const;
    const waits = (yield* writtenSlots({ shop, productId, target, states })).length;
    tabs.push({ id, name, active, own, waits, url: editorUrl({ locale, productId, market: id }, address) });
  }
  return tabs;
}
