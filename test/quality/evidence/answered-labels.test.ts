import { expect, it } from "vitest";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

type Row = [locale: string, text: string, name: string, value: string];

function factCodes([locale, text, name, value]: Row): string[] {
  const facts = someFacts({ locale, attributes: [{ name, value }] });
  const texts = new Map([["bullets", { raw: [text], body: [text] }]]);
  const warnings = runChecks({ texts, facts, config: defaultConfig, locale }).get("bullets")?.warnings ?? [];
  return warnings.filter(({ code }) => code.endsWith("_FACT")).map(({ code }) => code);
}

const restated: Row[] = [
  ["en", "Pet safe: no", "Pet safe", "no"],
  ["en", "Waterproof: No.", "Waterproof", "No"],
  ["de", "Wasserdicht: Nein", "Waterproof", "No"],
  ["de", "Spülmaschinenfest: nein", "Spülmaschinenfest", "nein"],
  ["fr", "Étanche : non", "Étanche", "Non"],
  ["es", "Vegano: no", "Vegano", "No"],
  ["nl", "Waterdicht: nee", "Waterdicht", "nee"],
  ["sv", "Vattentät: nej", "Vattentät", "Nej"],
  ["en", "Gluten free: no", "Gluten free", "No"],
];

it.each(restated)("%s: %s is what %s = %s says", (...row) => {
  expect(factCodes(row)).toEqual([]);
});

const turned: Row[] = [
  ["en", "It is pet safe.", "Pet safe", "no"],
  ["en", "Waterproof: yes", "Waterproof", "No"],
  ["en", "Waterproof: no", "Waterproof", "Yes"],
  ["de", "Vegan: ja", "Vegan", "nein"],
  ["fr", "Étanche : oui", "Étanche", "Non"],
];

it.each(turned)("%s: %s is not what %s = %s says", (...row) => {
  expect(factCodes(row)).toEqual(["CONTRADICTED_FACT"]);
});
