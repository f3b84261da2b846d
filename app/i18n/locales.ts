/** Languages of the app's own words. */
export const uiLocales = ["en", "de", "fr", "es", "ja"] as const;
/** English with every letter changed and every text in brackets, made of the English ones: what is forgotten shows at once. */
export const pseudoLocale = "en-XA";
export type UiLocale = (typeof uiLocales)[number] | typeof pseudoLocale;

const known: readonly UiLocale[] = [...uiLocales, pseudoLocale];

/**
 * The language to answer a request in: that of the admin, which Shopify names in the first address as `locale` and App Bridge
 * with each request as Accept-Language. English where we do not speak it.
 * @see https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api
 */
export function uiLocaleOf(request: Pick<Request, "url" | "headers">): UiLocale {
  const ofAdmin = new URL(request.url).searchParams.get("locale");
  const accepted = (request.headers.get("Accept-Language") ?? "").split(",").map((part) => part.split(";")[0] ?? "");
  for (const wanted of [ofAdmin ?? "", ...accepted]) {
    const found = spokenLocale(wanted);
    if (found) return found;
  }
  return "en";
}

/** @param wanted BCP-47, e.g. `de-CH`; anything else is spoken nowhere */
export function spokenLocale(wanted: string): UiLocale | undefined {
  const name = wanted.trim().toLowerCase();
  return (
    known.find((locale) => locale.toLowerCase() === name) ?? known.find((locale) => locale === name.split(/[-_]/)[0])
  );
}

/** Whether the words are English: what is kept in English need not be said otherwise. */
export function readsEnglish({ language }: { language: string }): boolean {
  return language === "en" || language.startsWith("en-");
}
