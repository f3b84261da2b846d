import { expect, it } from "vitest";
import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";
import { agreeing, contradicting, type DenyingRow } from "./denying-rows.ts";

/** Whether the sentence is found to contradict the fact. */
function isContradicted([locale, fact, sentence, title]: DenyingRow): boolean {
  const [, name, value] = /^([^:：]{1,30}): (.*)$/u.exec(fact) ?? [];
  const product = someFacts(name && value ? { attributes: [{ name, value }] } : { descriptionText: fact });
  const book = readFacts({ ...product, locale, ...(title ? { title } : {}) });
  const { found } = assessText(book, { contentType: "desc", text: sentence, locale });
  return found.some(({ code }) => code === "CONTRADICTED_FACT");
}

it("a sentence that asserts what a fact denies in few words contradicts it, in each language of the table", () => {
  expect(contradicting.filter((row) => !isContradicted(row))).toEqual([]);
  expect(new Set(contradicting.map(([locale]) => locale)).size).toBeGreaterThanOrEqual(28);
});

it("a sentence that agrees with the denial, gives its reason, offers it, or speaks of something else contradicts nothing", () => {
  expect(agreeing.filter(isContradicted)).toEqual([]);
});

it("what one fact denies and another one affirms is not contradicted by either", () => {
  const facts = { ...someFacts({ descriptionText: "Nicht für Induktionsherde geeignet." }), locale: "de" };
  const text = "Für Induktionsherde und Gas.";
  const found = (attributes: { name: string; value: string }[]) =>
    assessText(readFacts({ ...facts, attributes }), { contentType: "desc", text, locale: "de" }).found.length;
  expect(found([])).toBe(1);
  expect(found([{ name: "Herdarten", value: "Gas, Induktionsherde" }])).toBe(0);
});

it("a denial under a condition, to a degree or of a need denies nothing by itself", () => {
  const silent: DenyingRow[] = [
    ["en", "Do not use the steamer when empty.", "The steamer is empty in a minute."],
    ["en", "Do not exceed the maximum load.", "It bears the maximum load with ease."],
    ["en", "No drilling required.", "Drilling two holes takes a minute."],
    ["de", "Nicht im Regen laden, wenn es gewittert.", "Auch bei Regen eine treue Begleiterin."],
  ];
  expect(silent.filter(isContradicted)).toEqual([]);
});
