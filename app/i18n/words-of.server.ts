import type { i18n } from "i18next";
import { createWords } from "./create-words.ts";
import { answerWords, loadAnswers } from "./load-answers.ts";
import { loadCatalog } from "./load-catalog.ts";
import { loadPolarisWords } from "./load-polaris-words.ts";
import { spokenLocale, type UiLocale, uiLocaleOf } from "./locales.ts";
import { addPolarisWords } from "./polaris-words.ts";

const made = new Map<UiLocale, Promise<i18n>>();

/** The words in which a request is answered. Made once a language and process. */
export function wordsOf(request: Pick<Request, "url" | "headers">): Promise<i18n> {
  return wordsIn(uiLocaleOf(request));
}

/** In the language of a shop, for who is not there to say theirs: English where we do not speak it. @param locale BCP-47 */
export function wordsForShop(locale: string): Promise<i18n> {
  return wordsIn(spokenLocale(locale) ?? "en");
}

/** For who cannot be asked which language they read. */
export function english(): Promise<i18n> {
  return wordsIn("en");
}

function wordsIn(locale: UiLocale): Promise<i18n> {
  const known = made.get(locale);
  if (known) return known;
  const fresh = wordsWithAnswers(locale);
  made.set(locale, fresh);
  return fresh;
}

async function wordsWithAnswers(locale: UiLocale): Promise<i18n> {
  const [catalog, ofPolaris, answers] = await Promise.all([
    loadCatalog(locale),
    loadPolarisWords(locale),
    loadAnswers(locale),
  ]);
  const words = addPolarisWords(createWords(locale, catalog), locale, ofPolaris);
  return words.addResourceBundle(locale, answerWords, answers);
}
