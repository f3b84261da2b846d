import { expect, it } from "vitest";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { goodTexts, someFacts } from "../../support/content/facts.ts";

/** What is found of a sentence before a good text, with a note of the merchant. */
function foundOf(sentence: string, notes?: string): string[] {
  const body = `<p>${sentence}</p>${goodTexts.desc}`;
  const texts = new Map([["desc", { body, raw: body }]]);
  const result = runChecks({ texts, facts: someFacts(), config: defaultConfig, locale: "en", notes });
  return result.get("desc")?.warnings.map(({ code }) => code) ?? [];
}

it("what the merchant says in a note backs a text, as an instruction too", () => {
  const sentence = "The shirt is made in Portugal.";
  expect(foundOf(sentence)).toContain("UNSUPPORTED_FACT");
  expect(foundOf(sentence, "Say that it is made in Portugal.")).toEqual([]);
  expect(foundOf(sentence, "Made in Portugal.")).toEqual([]);
});

it("a note backs its own words and no others", () => {
  expect(foundOf("The shirt is made in Portugal.", "Write for people who travel a lot.")).toContain("UNSUPPORTED_FACT");
  expect(foundOf("The shirt is waterproof and made in Italy.", "Say that it is made in Portugal.")).toContain(
    "CONTRADICTED_FACT",
  );
});

it("a note that forbids a statement does not back it", () => {
  expect(foundOf("The shirt is waterproof.", "Do not say that it is waterproof.").length).toBeGreaterThan(0);
});
