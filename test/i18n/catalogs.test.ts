import { expect, it } from "vitest";
import type { Catalog } from "../../app/i18n/catalog.ts";
import { createWords } from "../../app/i18n/create-words.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { uiLocales } from "../../app/i18n/locales.ts";

type Words = string | { readonly [key: string]: Words };

/** Each text of a catalog by its key, e.g. `frame.nav.jobs`. */
function textsOf(words: Words, key = ""): [string, string][] {
  if (typeof words === "string") return [[key, words]];
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, key === "" ? name : `${key}.${name}`));
}

const pluralForm = /_(?:zero|one|two|few|many|other)$/;

/** Values, tags and references that a text holds. */
const partsOf = (text: string) => (text.match(/\{\{[^}]*\}\}|<[^>]+>|\$t\([^)]*\)/g) ?? []).sort();

const english = textsOf(await loadCatalog("en"));

it("every language has every text of the app, with the same values and tags in it", async () => {
  expect(english.length).toBeGreaterThan(5);
  const single = (texts: [string, string][]) => texts.filter(([key]) => !pluralForm.test(key));
  for (const locale of uiLocales) {
    const texts = single(textsOf(await loadCatalog(locale)));
    expect([locale, texts.map(([key]) => key).sort()]).toEqual([
      locale,
      single(english)
        .map(([key]) => key)
        .sort(),
    ]);
    const parts = new Map(english.map(([key, text]) => [key, partsOf(text)]));
    for (const [key, text] of texts) expect([locale, key, partsOf(text)]).toEqual([locale, key, parts.get(key)]);
  }
});

it("a counted text has all forms that its language has", async () => {
  const counted = new Set(english.flatMap(([key]) => (pluralForm.test(key) ? [key.replace(pluralForm, "")] : [])));
  for (const locale of uiLocales) {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const keys = new Set(textsOf(await loadCatalog(locale)).map(([key]) => key));
    for (const key of counted) {
      for (const form of forms)
        expect([locale, keys.has(`${key}_${form}`), key, form]).toEqual([locale, true, key, form]);
    }
  }
});

it("no text of another language is left in English", async () => {
  for (const locale of uiLocales.filter((one) => one !== "en")) {
    const texts = new Map(textsOf(await loadCatalog(locale)));
    const same = english.filter(
      ([key, text]) => /\p{L}{4}/u.test(text.replace(/\{\{[^}]*\}\}/g, "")) && texts.get(key) === text,
    );
    expect([locale, same.map(([key]) => key).filter((key) => !alike.has(key))]).toEqual([locale, []]);
  }
});

/** Texts that are the same word in several languages. */
const alike = new Set<string>([]);

it("the pseudo language changes every text and none of its values", async () => {
  const catalog: Catalog = await loadCatalog("en-XA");
  for (const [key, text] of textsOf(catalog)) expect([key, text]).toEqual([key, expect.stringMatching(/^⟦.*⟧$/s)]);
  const words = createWords("en-XA", catalog);
  expect(words.t("frame:nav.jobs")).toBe("⟦Ĵóƀš··⟧");
});
