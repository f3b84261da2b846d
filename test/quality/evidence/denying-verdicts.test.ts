import { expect, it } from "vitest";
import type { ExaminerVerdict } from "../../../app/quality/evidence/examiner-verdict.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { someFacts } from "../../support/content/facts.ts";

const facts = {
  ...someFacts({
    attributes: [
      { name: "Altitude", value: "2,000 m" },
      { name: "Foldable", value: "Yes" },
      { name: "Weight", value: "240 g" },
      { name: "Size", value: "40 × 30 cm" },
      { name: "Nap", value: "the pile lies flat" },
    ],
  }),
  title: "Alpaca Fisherman Sweater",
  vendor: "Acme",
};

/** What the checks block when an examiner calls a sentence contradicted by words of a fact. */
function blocked(sentence: string, name: string, quote: string): string[] {
  const fact = readFacts(facts).list.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!fact) throw new Error(`no fact ${name}`);
  const verdict: ExaminerVerdict = { sentence, verdict: "contradicted", quotes: [{ fact: fact.id, quote }] };
  const body = `<p>${sentence}</p>`;
  const result = runChecks({
    texts: new Map([["desc", { body, raw: body }]]),
    facts,
    config: {},
    locale: "en",
    verdicts: new Map([[sentence, verdict]]),
  }).get("desc");
  return (result?.warnings ?? []).filter(({ severity }) => severity === "block").map(({ code }) => code);
}

it.each([
  ["Altitude: 2,000 m, so you know what you carry.", "Altitude", "2,000 m"],
  ["Foldable: Yes, a detail that counts.", "Foldable", "Yes"],
  ["Weight: 240 g, chosen with care.", "Weight", "240 g"],
  ["It weighs 240 g.", "Weight", "240 g"],
  ["Size: 40 × 30 cm, as it says.", "Size", "40 × 30 cm"],
])(
  "an examiner that calls a sentence contradicted by the very same value is not believed: %s",
  (sentence, name, quote) => {
    expect(blocked(sentence, name, quote)).toEqual([]);
  },
);

it.each([
  ["Order it online now.", "title", "Alpaca Fisherman Sweater"],
  ["Bring it along when you are invited to dinner.", "title", "Sweater"],
  ["Discover it today.", "brand", "Acme"],
])("a name says nothing against a sentence that shares no word with it: %s", (sentence, name, quote) => {
  expect(blocked(sentence, name, quote)).toEqual([]);
});

it.each([
  ["It stands at 900 m.", "Altitude", "2,000 m"],
  ["It cannot be folded.", "Foldable", "Yes"],
  ["Der Flor steht aufrecht.", "Nap", "the pile lies flat"],
])("words that tell how the product is deny what says otherwise, in any language: %s", (sentence, name, quote) => {
  expect(blocked(sentence, name, quote)).toContain("CONTRADICTED_FACT");
});
