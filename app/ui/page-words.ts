import { useMatches } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { fetchWords } from "../i18n/words-in-browser.ts";
import { wordsOfHandles } from "../i18n/words-of-pages.ts";

/**
 * Has the words of the pages that are about to be shown. Who goes to a page in the first moments of the app, before the words of
 * all pages were fetched, waits for them as for the page's data.
 */
export function usePageWords(): void {
  const { i18n } = useTranslation();
  const coming = fetchWords(i18n, wordsOfHandles(useMatches().map(({ handle }) => handle)));
  // React's way to wait within a transition, and the router navigates in one.
  if (coming) throw coming;
}
