import { languagePlaces } from "../../catalog/translations/languages-of-products.ts";
import { shopLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Steps } from "../../db/steps.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { editorUrl } from "../../ui/languages/language-address.ts";
import type { LanguageTab } from "../../ui/languages/language-tab.ts";
import { languageName } from "./names.ts";
import { languageRows } from "./row-views.ts";

/**
 * The languages of a product beside the shop's own, each with how it stands there and the way to its editor.
 * @param asked.also a language that is gone, and is looked at all the same. @param asked.inLanguage of the reader
 */
export function* languageTabs(
  shop: ShopDomain,
  product: { id: ProductId; title: string; vendor: string; imageUrl: string | null },
  asked: { inLanguage: string; address?: URLSearchParams; also?: string },
): Steps<LanguageTab[]> {
  const { inLanguage, address = new URLSearchParams(), also } = asked;
  const locales = (yield* shopLocalesOf(shop)).filter(
    ({ isPrimary, state, locale }) => !isPrimary && (state !== "gone" || locale === also),
  );
  const places = yield* languagePlaces(
    shop,
    locales.map(({ locale }) => locale),
  );
  const [row] = yield* languageRows(shop, [product], places);
  return locales.flatMap(({ locale, state }): LanguageTab[] => {
    const cell = row?.cells.find((one) => one.locale === locale);
    const url = editorUrl({ locale, productId: product.id }, address);
    return cell ? [{ ...cell, name: languageName(locale, inLanguage), url, isShown: state === "live" }] : [];
  });
}
