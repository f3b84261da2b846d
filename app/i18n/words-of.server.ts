import type { i18n } from "i18next";
import { createWords } from "./create-words.ts";
import { loadCatalog } from "./load-catalog.ts";
import { type UiLocale, uiLocaleOf } from "./locales.ts";

const made = new Map<UiLocale, Promise<i18n>>();

/** The words in which a request is answered. Made once a language and process. */
export function wordsOf(request: Pick<Request, "url" | "headers">): Promise<i18n> {
  return wordsIn(uiLocaleOf(request));
}

function wordsIn(locale: UiLocale): Promise<i18n> {
  const known = made.get(locale);
  if (known) return known;
  const fresh = loadCatalog(locale).then((catalog) => createWords(locale, catalog));
  made.set(locale, fresh);
  return fresh;
}
