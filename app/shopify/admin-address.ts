import { bouncedParameter } from "../lib/bounced-parameter.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** What does not belong to the app's own address: Shopify added it when it opened the app. */
const launchParameters = [
  "embedded",
  "hmac",
  "host",
  "id_token",
  "locale",
  "session",
  "shop",
  "timestamp",
  bouncedParameter,
];

/** The app's page in the admin: the only place where it can be used. @param path of the app, with its query */
export function adminAddress(
  config: { SHOPIFY_ADMIN_ORIGIN: string; SHOPIFY_API_KEY: string },
  shop: ShopDomain,
  path = "",
): string {
  const store = shop.replace(/\.myshopify\.com$/, "");
  return `${config.SHOPIFY_ADMIN_ORIGIN}/store/${store}/apps/${config.SHOPIFY_API_KEY}${path}`;
}

/** The app's own part of an address, as the admin shows it: path and query without what Shopify added. */
export function ownAddress(url: URL): string {
  const query = ownQuery(url.searchParams);
  // Remix's own requests for data end in this and are no pages.
  const path = url.pathname.replace(/\.data$/, "");
  query.delete("_routes");
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What of a query the app's own pages put there. */
export function ownQuery(query: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams(query);
  for (const name of launchParameters) own.delete(name);
  return own;
}

/** A path of this app from an address that anybody may have written, or "" when it leads elsewhere. */
export function safePath(wanted: string | null): string {
  if (!wanted?.startsWith("/app")) return "";
  const url = URL.parse(wanted, "https://app.invalid");
  return url?.origin === "https://app.invalid" && /^\/app(\/|$)/.test(url.pathname)
    ? `${url.pathname}${url.search}`
    : "";
}
