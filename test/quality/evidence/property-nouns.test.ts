import { expect, it } from "vitest";
import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { adjectiveOf } from "../../../app/quality/language/adjective-of.ts";
import { someFacts } from "../../support/content/facts.ts";

type Row = [locale: string, name: string, value: string, text: string];

/** Code of each finding on a text whose product has one field. */
function findingsOf([locale, name, value, text]: Row): string[] {
  const bare = { title: "N 7", productType: "", category: "", tags: [], options: [], images: [], descriptionText: "" };
  const book = readFacts({ ...someFacts({ ...bare, attributes: [{ name, value }] }), locale });
  return assessText(book, { contentType: "desc", text, locale }).found.map(({ code }) => code);
}

const agreeing: Row[] = [
  ["en", "Water resistance", "40 minutes", "Water resistant for 40 minutes."],
  ["en", "Scratch resistance", "high", "Scratch-resistant."],
  ["en", "Heat resistance", "220 °C", "Heat-resistant."],
  ["en", "Stain resistance", "yes", "Stain-resistant."],
  ["en", "Water resistance", "No", "Not water-resistant."],
  ["en", "Adjustability", "4 heights", "Adjustable in 4 heights."],
  ["en", "Recyclability", "fully", "Recyclable."],
  ["en", "Rechargeability", "via USB-C", "Rechargeable."],
  ["en", "Breathability", "10,000 g/m²", "Breathable."],
  ["de", "Heat resistance", "220 °C", "Hitzebeständig bis 220 °C."],
  ["de", "Kratzfestigkeit", "hoch", "Kratzfest."],
  ["de", "Spülmaschineneignung", "ja", "Spülmaschinengeeignet."],
  ["de", "Wasserdichtigkeit", "10.000 mm", "Wasserdicht."],
  ["fr", "Recyclabilité", "100 %", "Recyclable."],
  ["es", "Resistencia al agua", "30 m", "Resistente al agua."],
  ["it", "Resistenza al calore", "200 °C", "Resistente al calore."],
  ["nl", "Krasbestendigheid", "hoog", "Krasbestendig."],
  ["sv", "Reptålighet", "hög", "Reptålig."],
  ["pl", "Odporność na zarysowania", "wysoka", "Odporny na zarysowania."],
  ["hu", "Vízállóság", "IPX4", "Vízálló."],
  ["tr", "Suya dayanıklılık", "Evet", "Suya dayanıklı."],
  ["ru", "Водостойкость", "да", "Водостойкий."],
  ["ja", "耐熱性", "120度", "耐熱。"],
];

it("a field that names a property by its noun backs the adjective, in twelve languages", () => {
  expect(agreeing.filter((row) => findingsOf(row).length > 0)).toEqual([]);
});

it("a field that says no or little by the noun of a property backs nothing", () => {
  expect(findingsOf(["en", "Water resistance", "no", "Water-resistant."])).toEqual(["CONTRADICTED_FACT"]);
  expect(findingsOf(["en", "Scratch resistance", "low", "Scratch-resistant."])).toEqual(["UNSUPPORTED_FACT"]);
  expect(findingsOf(["en", "Water resistance", "low", "Water-resistant."])).toEqual(["UNSUPPORTED_FACT"]);
  expect(findingsOf(["pl", "Wodoodporność", "niska", "Wodoodporny."])).toEqual(["UNSUPPORTED_FACT"]);
  expect(findingsOf(["de", "Kratzfestigkeit", "gering", "Kratzfest."])).toEqual(["UNSUPPORTED_FACT"]);
  expect(findingsOf(["en", "Scratch resistance", "high", "Water-resistant."])).toEqual(["UNSUPPORTED_FACT"]);
});

it("words that stay the same are no nouns of a property", () => {
  expect(["Material", "Security level", "Menge", "Farbe", ""].map(adjectiveOf)).toEqual([null, null, null, null, null]);
});

it("East Asian words of two meanings are true where either is", () => {
  const rows: Row[] = [
    ["zh-CN", "Water resistant", "Yes", "防水。"],
    ["zh-TW", "Water resistant", "40 minutes", "防水40分鐘。"],
    ["ja", "Water resistance", "40 minutes", "防水は40分です。"],
    ["ko", "Water resistant", "40 minutes", "40분 방수."],
    ["ja", "Flavourings", "none", "香料不使用。"],
    ["ja", "Fragrance", "none", "香料を含みません。"],
    ["zh-CN", "Flavourings", "none", "不含香料。"],
    ["ko", "Flavourings", "none", "향료 무첨가."],
    ["zh-TW", "Harvest", "Hand-picked", "手工採收。"],
  ];
  expect(rows.filter((row) => findingsOf(row).length > 0)).toEqual([]);
  expect(findingsOf(["zh-CN", "Water resistant", "No", "防水。"])).toEqual(["CONTRADICTED_FACT"]);
  expect(findingsOf(["en", "Water resistant", "Yes", "Waterproof."])).toEqual(["UNSUPPORTED_FACT"]);
  expect(findingsOf(["ja", "Ingredients", "sugar, flavouring", "香料不使用。"])).not.toEqual([]);
});
