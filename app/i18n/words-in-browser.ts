import type { i18n } from "i18next";
import { asShown, writtenIn } from "./as-shown.ts";
import type { BaseWords, PageNamespace } from "./catalog.ts";
import { createWords } from "./create-words.ts";
import de from "./de/pages.ts";
import en from "./en/pages.ts";
import es from "./es/pages.ts";
import fr from "./fr/pages.ts";
import ja from "./ja/pages.ts";
import { loadPolarisWords } from "./load-polaris-words.ts";
import type { UiLocale } from "./locales.ts";
import { addPolarisWords } from "./polaris-words.ts";
import type { Words } from "./pseudo.ts";
import { pageNamespaces } from "./words-of-pages.ts";

/** Each language's words are files of their own, so that nobody loads five; and so are those of pages. */
const bases: Record<ReturnType<typeof writtenIn>, () => Promise<{ default: BaseWords }>> = {
  en: () => import("./en/base.ts"),
  de: () => import("./de/base.ts"),
  fr: () => import("./fr/base.ts"),
  es: () => import("./es/base.ts"),
  ja: () => import("./ja/base.ts"),
};
const pages: Record<ReturnType<typeof writtenIn>, Record<PageNamespace, () => Promise<{ default: Words }>>> = {
  ...{ en, de, fr, es, ja },
};

/** What drawing the first page in a browser needs. @param names of the page's own words */
export async function wordsInBrowser(locale: UiLocale, names: readonly PageNamespace[]): Promise<i18n> {
  const language = writtenIn(locale);
  const [base, ofPolaris, ...own] = await Promise.all([
    untilItComes(bases[language]),
    loadPolarisWords(locale),
    ...names.map((name) => untilItComes(pages[language][name])),
  ]);
  const words = addPolarisWords(createWords(locale, asShown(base.default, locale)), locale, ofPolaris);
  names.forEach((name, at) => {
    const file = own[at];
    if (file) words.addResourceBundle(locale, name, asShown(file.default, locale));
  });
  return words;
}

const coming = new WeakMap<i18n, Map<PageNamespace, Promise<void>>>();

/** Fetches words that are not there yet. @returns null when all are there */
export function fetchWords(words: i18n, names: readonly PageNamespace[] = pageNamespaces): Promise<unknown> | null {
  const locale = words.language as UiLocale;
  const missing = names.filter((name) => !words.hasResourceBundle(locale, name));
  if (missing.length === 0) return null;
  const here = coming.get(words) ?? new Map<PageNamespace, Promise<void>>();
  coming.set(words, here);
  const fetchOne = async (name: PageNamespace) => {
    const file = await untilItComes(pages[writtenIn(locale)][name]);
    words.addResourceBundle(locale, name, asShown(file.default, locale));
  };
  return Promise.all(
    missing.map((name) => {
      const known = here.get(name) ?? fetchOne(name);
      here.set(name, known);
      return known;
    }),
  );
}

const againMs = 1_000;

/** A page without its words says nothing: while the network is away it waits for them. */
async function untilItComes<File>(load: () => Promise<File>): Promise<File> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}
