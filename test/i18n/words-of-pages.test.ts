import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import base from "../../app/i18n/en/base.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { pseudoLocale, uiLocales } from "../../app/i18n/locales.ts";
import { fetchWords, wordsInBrowser } from "../../app/i18n/words-in-browser.ts";
import { pageNamespaces, wordsOfHandles } from "../../app/i18n/words-of-pages.ts";

/** The namespaces of single pages that a file's components speak in. */
function spokenIn(file: string, text: string): string[] {
  // What a route's loader says is said on the server, which has all words.
  const isRoute = file.startsWith("app/routes/");
  return pageNamespaces.filter(
    (name) =>
      text.includes(`useTranslation("${name}")`) ||
      (!isRoute && (text.includes(`TFunction<"${name}"`) || new RegExp(`["\`]${name}:[a-z]`).test(text))),
  );
}

/** All that the components of a route can say, those that are fetched later too. */
function needsOf(route: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const name of spokenIn(file, text)) found.add(name);
    const values = text.replace(/^import type [^;]*;/gm, "");
    for (const [, target = ""] of values.matchAll(/(?:from|import|import\() ?"(\.[^"]+\.tsx?)"/g)) {
      const path = join(dirname(file), target);
      if (path.startsWith("app/ui/")) follow(path);
    }
  };
  follow(route);
  return pageNamespaces.filter((name) => found.has(name));
}

const routes = globSync("app/routes/*.tsx").sort();

/** Of every page: what fetches its words itself. */
const own: Record<string, string[]> = { "app/routes/app.tsx": ["runs"] };

it("each route names the words that its components need, and no others", async () => {
  let pages = 0;
  for (const route of routes) {
    const { handle } = (await import(`../../app/routes/${basename(route, ".tsx")}.tsx`)) as { handle?: unknown };
    if (handle) pages++;
    expect([route, wordsOfHandles([handle])]).toEqual([route, own[route] ? [] : needsOf(route)]);
  }
  expect(pages).toBeGreaterThan(10);
  for (const [route, names] of Object.entries(own)) expect([route, needsOf(route)]).toEqual([route, names]);
});

it("a browser has the words of every page and of the first one, and all of them once they are fetched", async () => {
  for (const locale of [...uiLocales, pseudoLocale] as const) {
    const catalog = await loadCatalog(locale);
    const words = await wordsInBrowser(locale, ["home"]);
    const there = () => Object.keys(catalog).filter((name) => words.hasResourceBundle(locale, name));
    expect(there().sort()).toEqual([...Object.keys(base), "home"].sort());
    expect(fetchWords(words, ["home"])).toBeNull();
    await fetchWords(words);
    for (const [name, texts] of Object.entries(catalog)) {
      expect([locale, name, words.getResourceBundle(locale, name)]).toEqual([locale, name, texts]);
    }
  }
});
