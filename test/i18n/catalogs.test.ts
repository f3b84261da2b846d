import { expect, it } from "vitest";
import type { Catalog } from "../../app/i18n/catalog.ts";
import { createWords } from "../../app/i18n/create-words.ts";
import { loadAnswers } from "../../app/i18n/load-answers.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { type UiLocale, uiLocales } from "../../app/i18n/locales.ts";

type Words = string | { readonly [key: string]: Words };

/** Each text of a catalog by its key, e.g. `frame.nav.rules`. */
function textsOf(words: Words, key = ""): [string, string][] {
  if (typeof words === "string") return [[key, words]];
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, key === "" ? name : `${key}.${name}`));
}

const pluralForm = /_(?:zero|one|two|few|many|other)$/;

/** Values, tags and references that a text holds. */
const partsOf = (text: string): string[] => [...(text.match(/\{\{[^}]*\}\}|<[^>]+>|\$t\([^)]*\)/g) ?? [])].sort();

/** All that the app says in a language: on pages, and in answers of the server. */
async function allTexts(locale: UiLocale): Promise<[string, string][]> {
  const [pages, answers] = await Promise.all([loadCatalog(locale), loadAnswers(locale)]);
  return textsOf({ ...pages, answers });
}

const english = await allTexts("en");

/** Texts whose number stands for itself: an amount beside its name, "of 12", "× 3", "and 3 more", "3 to review". */
const bareNumbers = new Set<string>([
  "dock.examined",
  "frame.form.more",
  "texts.loss.more",
  "home.next.review.action",
  "home.next.publish.action",
  "home.next.write.action.other",
  "home.todo.outdated.action",
  "home.todo.new.action",
  "home.catalogue.reviewCount",
  "home.week.granted",
  "home.observation.text",
  "languages.head.review",
  "languages.menu.todo",
  "languages.menu.outdated",
  "languages.menu.review",
  "languages.menu.conflicts",
  "languages.cell.review",
  "languages.cell.approved",
  "languages.market.waits",
  "product.factsCard.all",
  "product.keywords.more",
  "product.machine.more",
  "products.number",
  "products.findings.times",
  "rules.importing.tooLarge",
  "rules.results.of",
  "rules.results.keptOf",
  "runs.page.reason",
  "runs.page.notDoneReason",
  "runs.undo.more",
  "runs.failed.retryChosenCount",
  "runs.failed.retryAll",
]);

/** A value that is no `count`, nor a limit (which is never one), with a word behind it that says "several". */
const agreeingWords = {
  en: agreeing("credits|products|texts|translations|entries|were|are|have"),
  de: agreeing("Credits|Produkte|Texte|fehlen|sind|warten|haben"),
  fr: agreeing("(?!(?:sans|dans|plus|moins)(?!\\p{L}))\\p{Ll}+s"),
  es: agreeing("(?!(?:más|menos)(?!\\p{L}))\\p{Ll}+s"),
};

function agreeing(several: string): RegExp {
  const limits = "count|limit|most|least|length|chars|bullets|percent|tokens|of|all|wanted|total|minutes";
  return new RegExp(`\\{\\{(?!(?:${limits})\\b)\\w+, number\\}\\}[ \u00a0\u202f](?:${several})(?!\\p{L})`, "u");
}

it("every language has every text of the app, with the same values and tags in it", async () => {
  expect(english.length).toBeGreaterThan(5);
  const single = (texts: [string, string][]) => texts.filter(([key]) => !pluralForm.test(key));
  for (const locale of uiLocales) {
    const texts = single(await allTexts(locale));
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
    const keys = new Set((await allTexts(locale)).map(([key]) => key));
    for (const key of counted) {
      for (const form of forms)
        expect([locale, keys.has(`${key}_${form}`), key, form]).toEqual([locale, true, key, form]);
    }
  }
});

it("each form of a counted text holds the values and tags of the English one, and no others", async () => {
  const parts = new Map(english.map(([key, text]) => [key, partsOf(text)]));
  const isCount = (part: string) => /^\{\{(?:count|number)\b/.test(part);
  for (const locale of uiLocales) {
    for (const [key, text] of await allTexts(locale)) {
      if (!pluralForm.test(key)) continue;
      const base = key.replace(pluralForm, "");
      const [one = [], other = []] = [parts.get(`${base}_one`), parts.get(`${base}_other`)];
      const own = partsOf(text);
      // A text about one thing may do without the number; a language with one form says in it what English says of one.
      const wanted = parts.get(key) ?? other;
      const missing = wanted.filter((part) => !own.includes(part) && !(key.endsWith("_one") && isCount(part)));
      const strange = own.filter((part) => !one.includes(part) && !other.includes(part));
      expect([locale, key, { missing, strange }]).toEqual([locale, key, { missing: [], strange: [] }]);
    }
  }
});

it("a text that counts something says it in the forms of its language, or as a number that no word agrees with", async () => {
  const counts = new Set(english.flatMap(([key, text]) => (/\{\{count\b/.test(text) ? [key] : [])));
  expect([...counts].filter((key) => !pluralForm.test(key) && !bareNumbers.has(key))).toEqual([]);
  expect([...bareNumbers].filter((key) => !counts.has(key))).toEqual([]);
});

it("no word agrees with a number that brings no forms of the word", async () => {
  for (const [locale, agreeing] of Object.entries(agreeingWords)) {
    const texts = (await allTexts(locale as UiLocale)).filter(([, text]) => agreeing.test(text));
    expect([locale, texts.map(([key]) => key)]).toEqual([locale, []]);
  }
});

it("no text of another language is left in English", async () => {
  for (const locale of uiLocales.filter((one) => one !== "en")) {
    const texts = new Map(await allTexts(locale));
    const same = english.filter(
      ([key, text]) => /\p{L}{4}/u.test(text.replace(/\{\{[^}]*\}\}/g, "")) && texts.get(key) === text,
    );
    expect([locale, same.map(([key]) => key).filter((key) => !alike.has(texts.get(key) ?? ""))]).toEqual([locale, []]);
  }
});

/** Texts that are the same word in several languages. */
const alike = new Set<string>([
  // German merchants say so of what is in the shop.
  "Live",
  // Names of fields that Shopify itself calls so.
  "Status in Shopify",
  "Description",
  "descriptions",
  // What models count in.
  "{{count, number}} token",
  "{{count, number}} tokens",
  "Link",
  "Image",
  "Collection",
  "Collections",
  "Pages",
  "Blogs",
  "Tags",
  "Name",
  "Keywords",
  "Keyword",
  "Credits",
  "General",
  "· optional",
  "Text",
  "Links",
  "Emoticons",
  "Collection · {{value}}",
  "Type · {{value}}",
  "T-shirt",
  "General",
  "Handle",
  "Type",
  "Status",
  "name",
  // French has these words too.
  "Collections",
  "Description",
  "{{count, number}} image",
  "{{count, number}} images",
  "{{count, number}} version",
  "{{count, number}} versions",
  "{{count, number}} style",
  "{{count, number}} styles",
  "{{count, number}} classes",
  "Note",
  "Shopify",
  "Video",
  "Barcode",
  "Barcode {{codes}}",
  "Barcodes {{codes}}",
]);

it("the pseudo language changes every text and none of its values", async () => {
  const catalog: Catalog = await loadCatalog("en-XA");
  for (const [key, text] of await allTexts("en-XA"))
    expect([key, text]).toEqual([key, expect.stringMatching(/^⟦.*⟧$/s)]);
  const words = createWords("en-XA", catalog);
  expect(words.t("frame:nav.rules")).toBe("⟦Řúłéš··⟧");
});
