import type { Catalog } from "./catalog.ts";
import type { UiLocale } from "./locales.ts";
import { pseudoCatalog } from "./pseudo.ts";

/** What the browser fetches of a language; each is a file of its own, so that nobody loads five. */
const languages: Record<UiLocale, () => Promise<Catalog>> = {
  en: async () => (await import("./en/index.ts")).default,
  de: async () => (await import("./de/index.ts")).default,
  fr: async () => (await import("./fr/index.ts")).default,
  es: async () => (await import("./es/index.ts")).default,
  ja: async () => (await import("./ja/index.ts")).default,
  "en-XA": async () => pseudoCatalog((await import("./en/index.ts")).default),
};

export async function loadCatalog(locale: UiLocale): Promise<Catalog> {
  return languages[locale]();
}
