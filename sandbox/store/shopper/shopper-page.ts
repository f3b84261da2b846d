import { collectionsOf } from "../collections.ts";
import { marketsOfCountry } from "../markets/resolve-market.ts";
import { gid, idOf, type ProductRecord } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import { type Shopper, servedLocale, shopperTexts } from "./shopper-text.ts";

export interface ShopperPage {
  country: string;
  /** most specific first; drafts are nobody's */
  markets: { id: string; name: string }[];
  asked: string;
  /** the language that is served, which is another when no address leads to the one asked for */
  served: string;
  /** by gid: every text with where it came from */
  texts: Record<string, ReturnType<typeof shopperTexts>>;
}

/**
 * What a shopper sees of a product, with its options, images, metafields and collections, or of any other resource.
 * `handle` is the product's own or a translated one of the language. Undefined when there is nothing of that name.
 */
export function shopperPage(
  shop: ShopState,
  asked: Shopper,
  what: { handle: string } | { resourceId: string },
): ShopperPage | undefined {
  const served = servedLocale(shop, asked);
  const shopper = { country: asked.country, locale: served };
  const ids = "handle" in what ? partsOf(shop, productOf(shop, what.handle, served)) : [what.resourceId];
  const texts = ids.map((id) => [id, shopperTexts(shop, shopper, id)] as const);
  if (texts[0]?.[1] === undefined) return undefined;
  return {
    country: asked.country,
    markets: marketsOfCountry(shop, asked.country).map(({ id, name }) => ({ id: gid("Market", id), name })),
    asked: asked.locale,
    served,
    texts: Object.fromEntries(texts.filter(([, found]) => found !== undefined)),
  };
}

function productOf(shop: ShopState, handle: string, locale: string): ProductRecord | undefined {
  const translated = shop.translations.handleHolder("Product", locale, handle);
  return shop.products.byHandle(handle) ?? shop.products.get(idOf("Product", translated) ?? 0);
}

function partsOf(shop: ShopState, product: ProductRecord | undefined): string[] {
  if (!product) return [];
  return [
    gid("Product", product.id),
    ...product.options.flatMap((option) => [
      gid("ProductOption", option.id),
      ...option.values.map((value) => gid("ProductOptionValue", value.id)),
    ]),
    ...product.media.map(({ id }) => gid("MediaImage", id)),
    ...product.metafields.map(({ id }) => gid("Metafield", id)),
    ...collectionsOf(shop, product).map(({ id }) => gid("Collection", id)),
  ];
}
