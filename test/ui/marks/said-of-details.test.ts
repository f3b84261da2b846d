import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { createWords } from "../../../app/i18n/create-words.ts";
import { loadCatalog } from "../../../app/i18n/load-catalog.ts";
import { uiLocales } from "../../../app/i18n/locales.ts";
import type { DetailsView } from "../../../app/ui/marks/finding-view.ts";
import { findingTitleKey } from "../../../app/ui/marks/finding-words.ts";
import { saidOfDetails } from "../../../app/ui/marks/said-of-details.ts";

/** One of each kind: without an example of its own a kind does not compile. */
const examples: Record<DetailsView["kind"], DetailsView> = {
  empty: { kind: "empty" },
  too_long: { kind: "too_long", chars: 1_212, limit: 3_434 },
  much_too_long: { kind: "much_too_long", chars: 1_212 },
  too_short: { kind: "too_short", chars: 1_212, least: 3_434 },
  too_many_items: { kind: "too_many_items", items: 7, most: 5 },
  too_few_items: { kind: "too_few_items", items: 1, least: 3 },
  place_too_long: { kind: "place_too_long", chars: 1_212, limit: 20 },
  place_too_short: { kind: "place_too_short", chars: 2, limit: 20 },
  place_most: { kind: "place_most", items: 1_212, limit: 5 },
  place_least: { kind: "place_least", items: 2, limit: 5 },
  not_a_choice: { kind: "not_a_choice", choices: '"Red", "Green"' },
  not_of_pattern: { kind: "not_of_pattern", pattern: "^[A-Z]+$" },
  asked_term: { kind: "asked_term", term: "Gusseisen", words: "cast iron" },
  term: { kind: "term", term: "Leinöl" },
  keyword: { kind: "keyword", keyword: "Kratzbaum" },
  missing_words: { kind: "missing_words", words: "Made in Peru" },
  missing_ending: { kind: "missing_ending", words: "* at 30 °C" },
  same_bullets: { kind: "same_bullets", first: 1, second: 4 },
  said_twice: { kind: "said_twice" },
  word_repeated: { kind: "word_repeated" },
  copy_of_title: { kind: "copy_of_title" },
  copy_of_live: { kind: "copy_of_live" },
  copy_of_text: { kind: "copy_of_text" },
  sign_code: { kind: "sign_code", sign: "&" },
  differs_from_source: { kind: "differs_from_source", words: "240 g" },
  not_kept: { kind: "not_kept", words: "{{ name }}" },
  negation_lost: { kind: "negation_lost", words: "Not for diving." },
  negation_added: { kind: "negation_added", words: "For diving." },
  not_in_source: { kind: "not_in_source" },
  tags_missing: { kind: "tags_missing", tag: "<strong>", count: 1_212 },
  tags_added: { kind: "tags_added", tag: "<li>", count: 1_212 },
  tag_order: { kind: "tag_order", tag: "<h2>" },
  items_differ: { kind: "items_differ", items: 1_212, of: 3_434 },
  copy_of_source: { kind: "copy_of_source" },
  in_source_language: { kind: "in_source_language" },
  sentence_missing: { kind: "sentence_missing", words: "Keep away from fire." },
  fewer_sentences: { kind: "fewer_sentences", sentences: 1_212, of: 3_434 },
  unusual_length: { kind: "unusual_length", percent: 1_212 },
  channel_rule: {
    kind: "channel_rule",
    rule: "amazon.title.max.char",
    channel: "amazon",
    source: "seller forums",
    certainty: "third-party",
    checked_on: "2026-11-28",
    breach: { is: "most", unit: "char", have: 1_212, limit: 75 },
  },
  not_listed: { kind: "not_listed", count: 1_212 },
};

async function marksIn(locale: (typeof uiLocales)[number]): Promise<TFunction<"marks">> {
  return createWords(locale, await loadCatalog(locale)).getFixedT(locale, "marks");
}

describe.each(uiLocales)("what a finding says beside its quote, in %s", (locale) => {
  it("is a sentence that holds every number and word of it", async () => {
    const t = await marksIn(locale);
    const number = new Intl.NumberFormat(locale);
    for (const example of Object.values(examples)) {
      const said = saidOfDetails(t, example);
      expect(said, example.kind).toMatch(/[.。)]$/);
      for (const [name, value] of Object.entries(example)) {
        if (["kind", "rule", "channel", "certainty", "breach"].includes(name)) continue;
        expect(said).toContain(typeof value === "number" ? number.format(value) : value);
      }
    }
    expect(saidOfDetails(t, { kind: "too_long", chars: 3, bullet: 2 })).toContain("2");
    expect(saidOfDetails(t, { kind: "too_long", chars: 3 })).not.toMatch(/undefined|[{}]/);
    expect(saidOfDetails(t, { kind: "sign_code", sign: "\u00a0" })).not.toMatch(/\u00a0[”“»」]|「\u00a0/);
  });
});

it.each(uiLocales)("how a text breaks a channel's rule is a sentence with its numbers, in %s", async (locale) => {
  const t = await marksIn(locale);
  const rule = examples.channel_rule;
  if (rule.kind !== "channel_rule") throw new Error("no example");
  const said = (breach: typeof rule.breach, certainty: typeof rule.certainty = "official") =>
    saidOfDetails(t, { ...rule, certainty, breach });
  const number = new Intl.NumberFormat(locale);
  for (const is of ["most", "least", "total", "together"] as const) {
    for (const unit of ["char", "grapheme", "utf16", "byte", "item", "sign"] as const) {
      const words = said({ is, unit, have: 1_212, limit: 3_434 });
      expect(words).toContain(number.format(1_212));
      expect(words).toContain(number.format(3_434));
      expect(words).not.toMatch(/undefined|[{}]|channel_/);
    }
  }
  expect(said({ is: "repeated", limit: 7 })).toContain("7");
  const kinds = [
    "sign",
    "phrase",
    "html",
    "emoji",
    "all_caps",
    "active_content",
    "contact",
    "url",
    "price",
    "promotion",
  ];
  const words = [...kinds, "availability", "review", "of_tomorrow"].map((what) => said({ is: "not_taken", what }));
  expect(new Set(words).size).toBe(words.length);
  expect(
    new Set((["official", "third-party", "unconfirmed", "own"] as const).map((one) => said(rule.breach, one))).size,
  ).toBe(4);
});

it("a text that copies or repeats itself is not said to repeat another product, nor its instructions", async () => {
  const t = await marksIn("en");
  const name = (code: string, details: DetailsView | null) => t(findingTitleKey({ code, details }));
  expect(name("DUPLICATE", { kind: "said_twice" })).toBe("Repeats itself");
  expect(name("DUPLICATE", { kind: "copy_of_text" })).toBe("Copies another text");
  expect(name("ECHO", { kind: "copy_of_live" })).toBe("Copies another text");
  expect(name("PLACEHOLDER", { kind: "sign_code", sign: "&" })).toBe("A sign’s code is shown");
  expect(name("ECHO", { kind: "copy_of_source" })).toBe("Not translated");
  expect(name("PLACEHOLDER", null)).toBe("Unfinished");
  expect(name("DUPLICATE", null)).toBe("Nearly repeats another product");
  expect(name("ECHO", null)).toBe("Repeats its instructions");
});

it("a kind of a newer server than the page is told by its name alone", async () => {
  const t = await marksIn("en");
  expect(saidOfDetails(t, { kind: "of_tomorrow" } as never)).toBe("");
});
