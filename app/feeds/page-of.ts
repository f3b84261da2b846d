import type { StoredFacts } from "../db/schema/index.ts";

interface Shop {
  locale: string;
  primaryLocale: string;
  primaryDomain: string | null;
}

/**
 * The address of a product's page in a language; null where customers can open none. Other languages stand below the shop's own
 * address under their tag.
 * @see https://help.shopify.com/en/manual/markets/languages/multi-language-urls
 */
export function pageOf(
  { facts, handle }: { facts: Pick<StoredFacts, "onlineStoreUrl">; handle: string },
  { locale, primaryLocale, primaryDomain }: Shop,
): string | null {
  // Products that were read by an earlier release do not say whether they have a page: none is made up.
  if (!facts.onlineStoreUrl) return null;
  if (locale === primaryLocale) return facts.onlineStoreUrl;
  const url = URL.parse(facts.onlineStoreUrl);
  if (url === null) return null;
  if (primaryDomain !== null) url.hostname = primaryDomain;
  url.pathname = `/${locale.toLowerCase()}/products/${encodeURIComponent(handle)}`;
  return url.href;
}
