import { placeInList, productPage } from "../../catalog/list-products.ts";
import type { Product } from "../../catalog/product.ts";
import { writeCursor } from "../../catalog/product-cursor.ts";
import { conditionOfView, languagePlaces } from "../../catalog/translations/languages-of-products.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { viewOfAddress } from "../../ui/languages/language-address.ts";
import { languageQuery } from "./list-query.ts";

export interface Neighbours {
  previous: string | null;
  next: string | null;
  /** which of how many it is; null where it is none of them any more, and in a list that is too long to be counted */
  place: { at: number; of: number } | null;
}

/**
 * The products before and after one in the list of a language, for everywhere or for a market, by the place that it has in its
 * order: also of one that is none of them any more, because its texts were approved.
 */
export function* neighboursOf(
  shop: ShopDomain,
  { id, updatedAt }: Pick<Product, "id" | "updatedAt">,
  { locale, market, address }: { locale: string; market: string; address: URLSearchParams },
): Steps<Neighbours> {
  const places = yield* languagePlaces(shop, [locale], market);
  const view = yield* conditionOfView(shop, places, viewOfAddress(address));
  const also = view ? [view] : [];
  const query = { ...languageQuery(shop, address), limit: 1 };
  const beside = function* (back: boolean) {
    const cursor = writeCursor(query, { back, key: [updatedAt, id] });
    const { rows } = yield* productPage({ ...query, cursor }, also, 0);
    return rows[0]?.id ?? null;
  };
  const previous = yield* beside(true);
  const next = yield* beside(false);
  const place = yield* placeInList(query, also, { id, updatedAt });
  return { previous, next, place: place?.isAmong ? { at: place.at, of: place.of } : null };
}
