import { expect, it } from "vitest";
import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";

const book = readFacts({
  ...someFacts({
    title: "N 7",
    descriptionText: "Thrown in Stoke. Runs 38 hours with the lamp on and 55 without.",
    options: [
      { name: "Color", values: ["Olive", "Bamboo"] },
      { name: "Bag", values: ["250 g", "1 kg"] },
    ],
    attributes: [
      { name: "Material", value: "Cotton canvas" },
      { name: "Skin type", value: "Sensitive, dry" },
    ],
    tags: ["handmade"],
  }),
  locale: "en",
});

/** The words that are marked, each with how. */
function marked(text: string, locale: string): string[] {
  const { found } = assessText(book, { contentType: "bullets", text, locale });
  return found.map(({ code, severity = "block", quote }) => `${severity} ${code} ${quote}`);
}

it.each([
  ["fr", "En olive ou en bambou"],
  ["es", "En bolsas de 250 g y 1 kg"],
  ["en", "It runs for 55 hours without the lamp."],
  ["de", "38 Stunden mit Lampe, 55 ohne"],
  ["it", "Per pelli sensibili"],
  ["en", "For sensitive skin"],
  ["en", "Thrown by hand in Stoke\nGlazed twice"],
  ["fr", "Fait main à Stoke\nÉmaillé deux fois"],
])("what the facts say in another form is not marked (%s): %s", (locale, text) => {
  expect(marked(text, locale)).toEqual([]);
});

it.each([
  ["fr", "Toile 100 % polyester", "FACT"],
  ["es", "En bolsas de 250 g y 3 kg", "UNSUPPORTED_FACT"],
  ["en", "It runs for 56 hours without the lamp.", "FACT"],
  ["en", "Thrown by hand in Leeds\nGlazed twice", "CONTRADICTED_FACT"],
  ["it", "Per pelli acneiche: cura l'acne", "UNSUPPORTED_FACT"],
])("what they do not say is still found (%s): %s", (locale, text, code) => {
  expect(marked(text, locale).join()).toContain(code);
});
