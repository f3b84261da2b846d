import { expect, it } from "vitest";
import { loadAnswers } from "../../app/i18n/load-answers.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { type UiLocale, uiLocales } from "../../app/i18n/locales.ts";

type Words = string | { readonly [key: string]: Words };

function textsOf(words: Words, key = ""): [string, string][] {
  if (typeof words === "string") return [[key, words]];
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, key === "" ? name : `${key}.${name}`));
}

async function allTexts(locale: UiLocale): Promise<Map<string, string>> {
  const [pages, answers] = await Promise.all([loadCatalog(locale), loadAnswers(locale)]);
  return new Map(textsOf({ ...pages, answers }));
}

/** Texts that say something else than the same English words elsewhere, by their keys without the form. */
const apart: Record<string, string> = {
  "texts.presets.home": "a kind of goods, not the app's first page",
  "texts.presets.general": "a kind of goods, not for whom a text is",
  "languages.cell.missingAll": "a translation, not a text that nobody wrote",
  "languages.editor.is.missing": "a translation, not a text that nobody wrote",
  "languages.head.missing": "a translation, not a text that nobody wrote",
  "languages.cell.missing": "a translation, not a text that nobody wrote",
  "rules.assign.when": "on which condition, not at which time",
  "rules.glossary.never": "a spelling, not how often",
  "rules.terms.kind.forbidden": "a word, not how often",
  "rules.checks.check": "the heading of checks, not what to do",
  "rules.description": "of rules, not of a product",
  "rules.meanwhile.discard": "rules, not a text",
  "rules.textTypes.publish": "what is ticked, not a button",
  "answers.common.saved": "that something was done just now",
  "settings.handsOff.giveBack": "writes again what was left alone, not another draft",
  "settings.handsOff.title": "the heading of products",
  "log.detail.name.modelApiKey": "within a line, so it begins small",
  "log.detail.name.items": "a name, not behind a number",
  "log.detail.name.products": "a name, not behind a number",
  "log.detail.none": "of values of any gender",
  "rules.textTypes.dialog.noLimit": "of a limit, which has a gender",
  "rules.none": "of words, which have another gender than findings",
  "home.week.published": "many, where others are one",
  "home.week.products": "behind a number",
  "home.setup.samples.live": "beside what is new, without a moment",
  "product.compare.live": "beside what is new, without a moment",
  "product.live.putBack": "the name of a moment, not a state",
  "product.finished.published": "that something was done just now",
  "product.versions.text": "a kind of text, of which one is chosen",
  "product.own.remove": "one's own attribute, which is gone then",
  "rules.assign.remove": "a line, which is gone then",
  "review.side.new": "short, in a row of three sides",
  "review.lanes.blocked": "many, where others are one",
  "review.lanes.clean": "a list of products, not what is said of one",
  "products.views.approved": "many, where others are one",
  "products.views.outdated": "many, where others are one",
  "languages.views.outdated": "many, where others are one",
  "languages.views.all": "of products, which have a gender",
  "products.views.all": "of products, which have a gender",
  "rules.results.rejected": "many, where others are one",
  "rules.results.rejectedFigure": "many, where others are one",
  "home.setup.isDone": "a step, not a run",
  "dock.action.finish": "ends writing, not a run",
  "editor.done": "ends writing, not a run",
  "products.select.end": "ends choosing, not a run",
  "review.edit.done": "ends writing, not a run",
  "dock.conflict": "names the text where there is one",
  "product.conflict.title": "stands above the names of the texts",
  "marks.source.other": "anything else of the product",
  "frame.nav.products": "an entry of the menu, beside Shopify's own Products",
};

const pluralForm = /_(?:zero|one|two|few|many|other)$/;
const isApart = (key: string) => Object.hasOwn(apart, key.replace(pluralForm, ""));

const english = await allTexts("en");

/** Keys with the same English words, in the same form, that stand in several namespaces. */
function sameMeanings(): string[][] {
  const found = new Map<string, string[]>();
  for (const [key, text] of english) {
    if (isApart(key)) continue;
    const meaning = JSON.stringify([text, pluralForm.exec(key)?.[0] ?? ""]);
    found.set(meaning, [...(found.get(meaning) ?? []), key]);
  }
  return [...found.values()].filter((keys) => new Set(keys.map((key) => key.split(".")[0])).size > 1);
}

it("what is said in the same English words is said in the same words of each language", async () => {
  const meanings = sameMeanings();
  expect(meanings.length).toBeGreaterThan(50);
  for (const locale of uiLocales) {
    const texts = await allTexts(locale);
    const different = meanings.filter((keys) => new Set(keys.flatMap((key) => texts.get(key) ?? [])).size > 1);
    const told = different.map((keys) => keys.map((key) => `${key}: ${texts.get(key)}`));
    expect([locale, told]).toEqual([locale, []]);
  }
});

it("each text that stands apart is there, and its words stand elsewhere too", () => {
  const keys = [...english.keys()].map((key) => key.replace(pluralForm, ""));
  const counts = new Map<string, number>();
  for (const text of english.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  const needless = Object.keys(apart).filter((key) => {
    const own = [...english].filter(([one]) => one.replace(pluralForm, "") === key);
    return !keys.includes(key) || own.every(([, text]) => counts.get(text) === 1);
  });
  expect(needless).toEqual([]);
});
