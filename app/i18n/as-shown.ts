import { bindSpaces } from "./bound-spaces.ts";
import { pseudoLocale, type UiLocale } from "./locales.ts";
import { pseudoOf, type Words } from "./pseudo.ts";

/** The language in whose files the words of another one stand: the pseudo language is made of English. */
export function writtenIn(locale: UiLocale): Exclude<UiLocale, typeof pseudoLocale> {
  return locale === pseudoLocale ? "en" : locale;
}

/** Words as they stand in a file, made ready to be read. @param locale whose `writtenIn` the file is of */
export function asShown<Some extends Words>(words: Some, locale: UiLocale): Some;
export function asShown(words: Words, locale: UiLocale): Words {
  if (locale === pseudoLocale) return pseudoOf(words);
  return locale === "fr" || locale === "de" ? bindSpaces(words, locale) : words;
}
