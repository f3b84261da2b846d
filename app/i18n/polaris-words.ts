import type { i18n } from "i18next";
import type { UiLocale } from "./locales.ts";
import type { Words } from "./pseudo.ts";

/** Under this name, beside the namespaces of the pages, lies what Polaris says. */
const polaris = "polaris";

export function addPolarisWords(words: i18n, locale: UiLocale, ofPolaris: Words): i18n {
  return words.addResourceBundle(locale, polaris, ofPolaris);
}

export function polarisWordsOf(words: i18n): { readonly [key: string]: Words } {
  return words.getResourceBundle(words.language, polaris) ?? {};
}
