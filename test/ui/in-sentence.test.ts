import { expect, it } from "vitest";
import { inSentence } from "../../app/ui/in-sentence.ts";

it.each([
  ["Title", "title"],
  ["SEO title", "SEO title"],
  ["How to use", "how to use"],
  ["Übersicht", "übersicht"],
  ["iPhone tips", "iPhone tips"],
  ["A size guide", "a size guide"],
  ["", ""],
])("the label %s is written in a sentence as %s", (label, words) => {
  expect(inSentence(label)).toBe(words);
});
