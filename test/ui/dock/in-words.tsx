import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { createWords } from "../../../app/i18n/create-words.ts";
import { loadCatalog } from "../../../app/i18n/load-catalog.ts";
import type { UiLocale } from "../../../app/i18n/locales.ts";

/** What the server draws of a component for a person who reads a language. */
export async function markupIn(locale: UiLocale, shown: ReactNode): Promise<string> {
  const words = createWords(locale, await loadCatalog(locale));
  return renderToStaticMarkup(<I18nextProvider i18n={words}>{shown}</I18nextProvider>);
}

/** The words of markup, one space between them. */
export function wordsOfMarkup(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
