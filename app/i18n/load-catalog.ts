import { asShown, writtenIn } from "./as-shown.ts";
import type { Catalog } from "./catalog.ts";
import type { UiLocale } from "./locales.ts";

const languages: Record<ReturnType<typeof writtenIn>, () => Promise<{ default: Catalog }>> = {
  en: () => import("./en/index.ts"),
  de: () => import("./de/index.ts"),
  fr: () => import("./fr/index.ts"),
  es: () => import("./es/index.ts"),
  ja: () => import("./ja/index.ts"),
};

/** All words of the app's pages, as the server has them. A browser fetches them page by page: `words-in-browser.ts`. */
export async function loadCatalog(locale: UiLocale): Promise<Catalog> {
  return asShown((await languages[writtenIn(locale)]()).default, locale);
}
