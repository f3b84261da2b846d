import { describe, expect, it } from "vitest";
import { foundBeside } from "./found-beside.ts";
import { falseTranslations, swapped } from "./pairs/false-translations.ts";

const locale = /^([a-z]{2}(?:-[A-Z]{2})?) (.+)$/su;

describe.each(Object.entries(falseTranslations))("a false translation is marked: %s", (_kind, rows) => {
  it.each(rows)("%s", (written, ...targets) => {
    const [, from = "en", source = written] = locale.exec(written) ?? [];
    const unmarked = targets.filter((one) => {
      const [, to = "", target = ""] = locale.exec(one) ?? [];
      return foundBeside({ from, to, source: `<p>${source}</p>`, target: `<p>${target}</p>` }).length === 0;
    });
    expect(unmarked).toEqual([]);
  });
});

it.each(swapped)("numbers that changed places are told: %s in %s", (source, to, target) => {
  const found = foundBeside({ from: "en", to, source, target });
  expect(found.map(({ code, details }) => [code, details?.kind])).toContainEqual([
    "NUMBERS_DIFFER",
    "differs_from_source",
  ]);
});

describe("what nobody can decide stops nothing", () => {
  it.each([
    ["de", "Two pockets", "Drei Taschen"],
    ["de", "Contains 5 pieces", "Enthält 5 kg"],
    ["fr", "Available from January on", "Disponible dès juin"],
    ["es", "Delivered every Monday", "Entrega cada martes"],
    ["de", "Follow @fernandfield", "Folge @fernundfield"],
    ["de", "Visit fernfield.com for more", "Mehr auf fernfeld.com"],
  ])("%s: %s = %s", (to, source, target) => {
    const found = foundBeside({ from: "en", to, source: `<p>${source}</p>`, target: `<p>${target}</p>` });
    expect(found.map(({ severity }) => severity)).toEqual(["warn"]);
  });
});

it.each([
  ["de", "Holds 1,500 ml", "Fasst 1,500 ml", "1.500"],
  ["fr", "Holds 1,500 ml", "Contient 1,500 ml", "1\u202f500"],
  ["de", "Weighs 1.234 kg", "Wiegt 1.234 kg", "1,234"],
])("%s: a number that was kept by its letters is put right by one click: %s", (to, source, target, fixed) => {
  const found = foundBeside({ from: "en", to, source: `<p>${source}</p>`, target: `<p>${target}</p>` });
  expect(found.map(({ code, fix }) => [code, fix?.with])).toEqual([["CONVENTIONS", fixed]]);
});
