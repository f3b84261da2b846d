import { describe, expect, it } from "vitest";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { compareQuantity } from "../../../app/quality/quantities/compare-quantity.ts";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";
import { someFacts } from "../../support/content/facts.ts";

/** What the fields `Name: value; Name: value` of a product make of the last number of a text. */
function verdict(locale: string, fields: string, text: string): string | undefined {
  const attributes = fields.split("; ").map((field) => {
    const [name = "", value = ""] = field.split(": ");
    return { name, value };
  });
  const book = readFacts({ ...someFacts({ attributes }), locale });
  const statement = readQuantityStatements(text, { locale }).at(-1);
  return statement && compareQuantity(statement, book.candidates(statement), locale).verdict;
}

describe("arithmetic of facts", () => {
  // biome-ignore format: a table
  it.each([
    ["nl", "Draagvermogen per plank: 15 kg; Planken: 5", "Samen dragen ze 75 kilo."],
    ["en", "Load per hook: 2 kg; Hooks: 6", "Together they take 12 kg."],
    ["sv", "Vikt: 560 g per sko", "Ett par väger drygt 1,1 kilo."],
    ["de", "Gewicht: 320 g pro Schuh", "Das Paar wiegt 640 g."],
    ["ja", "内容量: 100g×3袋", "合わせて300gです。"],
    ["ko", "내용량: 5g x 16봉", "모두 합하면 80g입니다."],
    ["de", "Inhalt: 900 g; Portion: 30 g", "Er reicht für dreißig Portionen."],
    ["fr", "Poids net: 1 kg; Dose: 25 g", "Soit 40 portions."],
    ["pl", "Waga netto: 12 kg; Dawka: 240 g dziennie", "Starcza na 50 dni."],
    ["en", "Servings per container: 40", "One bottle lasts forty days."],
    ["en", "Size: 5' x 7'", "It covers 35 square feet."],
    ["it", "Misure: 80 x 150 cm", "Copre 1,2 m²."],
    ["fr", "Taille: 240x220", "En 240 × 220 cm."],
  ])("of %s, %s, supports %s", (locale, fields, text) => {
    expect(verdict(locale, fields, text)).toBe("supported");
  });

  // biome-ignore format: a table
  it.each([
    ["nl", "Draagvermogen per plank: 15 kg; Planken: 5", "Samen dragen ze 90 kilo."],
    ["en", "Load: 2 kg; Hooks: 6", "Together they take 12 kg."],
    ["sv", "Vikt: 560 g", "Ett par väger 1120 g."],
    ["ja", "内容量: 100g×3袋", "合わせて400gです。"],
    ["de", "Inhalt: 900 g; Portion: 30 g", "Er reicht für vierzig Portionen."],
    ["de", "Inhalt: 900 g; Portion: 30 g", "Es gibt 30 Farben."],
    ["pl", "Waga netto: 12 kg; Dawka: 240 g dziennie", "Starcza na 60 dni."],
    ["en", "Size: 5' x 7'", "It covers 40 square feet."],
    ["fr", "Taille: 240x220", "En 240 × 260 cm."],
  ])("of %s, %s, does not support %s", (locale, fields, text) => {
    expect(verdict(locale, fields, text)).not.toBe("supported");
  });

  it("takes per 100 g for what other amounts are of", () => {
    const read = (locale: string, text: string) => readQuantityStatements(text, { locale }).map(({ quote }) => quote);
    expect(read("de", "Je hundert Gramm stecken 7,1 Gramm darin.")).toEqual(["7,1 Gramm"]);
    expect(read("fr", "52 g pour 100 g")).toEqual(["52 g"]);
    expect(read("en", "6.8 g/100 ml")).toEqual(["6.8 g"]);
    expect(read("ja", "100gあたり5g")).toEqual(["5g"]);
    expect(read("en", "A jar of 100 g, 10 g per 50 g")).toEqual(["100 g", "10 g", "50 g"]);
  });
});

describe("short names of units in a field", () => {
  // biome-ignore format: a table
  it.each([
    ["nl", "Brandtijd: voor 5u (vol) / 20u (eco)", "Hij brandt twintig uur."],
    ["nb", "Garanti: 2 år", "Med to års garanti."],
    ["da", "Holdbarhed: 3 år", "Holder sig i tre år."],
  ])("are those of the data's language: %s, %s, supports %s", (locale, fields, text) => {
    expect(verdict(locale, fields, text)).toBe("supported");
  });

  it("are codes in other languages", () => {
    expect(verdict("en", "Part: 20u", "It burns for twenty hours.")).not.toBe("supported");
  });
});
