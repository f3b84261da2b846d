import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { spokenLocale } from "./i18n/locales.ts";
import { wordsInBrowser } from "./i18n/words-in-browser.ts";
import { wordsOfHandles } from "./i18n/words-of-pages.ts";

// A page that is left while its data comes ends the load on purpose. `turbo-stream` makes a promise of the stream's end that nobody
// holds (decode's `done`), and so does Remix of a load that no route waits for: neither is an error of the page.
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
});

/** In the language in which the server wrote the document. */
async function start(): Promise<void> {
  const routes = Object.values(window.__remixRouteModules);
  const names = wordsOfHandles(routes.map((route) => route?.handle));
  const words = await wordsInBrowser(spokenLocale(document.documentElement.lang) ?? "en", names);
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
