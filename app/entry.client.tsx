import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createWords } from "./i18n/create-words.ts";
import { loadCatalog } from "./i18n/load-catalog.ts";
import { spokenLocale } from "./i18n/locales.ts";

/** In the language in which the server wrote the document. */
async function start(): Promise<void> {
  const locale = spokenLocale(document.documentElement.lang) ?? "en";
  const words = createWords(locale, await loadCatalog(locale));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={words}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void start();
