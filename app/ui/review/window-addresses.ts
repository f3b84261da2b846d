import { wholeParameter } from "./review-addresses.ts";

/** Where a person is in the review: an address's lane, order and filter, and the product. */
export interface ReviewPlace {
  search: string;
  product: string | null;
}

/** Signed for one opening of the app: another one has its own. */
const ofOneOpening = ["hmac", "id_token", "session", "timestamp"];
/** Shopify's, of a page that the admin opened. */
const ofAdmin = ["embedded", "shop", "host", "locale"];

/**
 * The query of the window that lies over the admin, at a place.
 * @param given.admin what the admin gives an app that it opens: the first answer needs to know the shop, and who asks
 */
export function searchAbove(
  place: ReviewPlace,
  { name, admin }: { name: string; admin: Record<string, string | undefined> },
): URLSearchParams {
  const params = searchAt(place);
  params.set(wholeParameter, name);
  for (const [key, value] of Object.entries(admin)) if (value) params.set(key, value);
  return params;
}

/** The query of the page below the window, at the place where the window is. @param here what the page has now */
export function searchBelow(here: string, place: ReviewPlace): URLSearchParams {
  const own = new URLSearchParams(here);
  const params = searchAt(place);
  params.delete(wholeParameter);
  for (const name of ofAdmin) {
    params.delete(name);
    const value = own.get(name);
    if (value !== null) params.set(name, value);
  }
  return params;
}

function searchAt({ search, product }: ReviewPlace): URLSearchParams {
  const params = new URLSearchParams(search);
  for (const name of ofOneOpening) params.delete(name);
  if (product === null) params.delete("product");
  else params.set("product", product);
  return params;
}
