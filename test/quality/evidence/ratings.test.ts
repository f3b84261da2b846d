import { describe, expect, it } from "vitest";
import type { Attribute } from "../../../app/catalog/attribute-of.ts";
import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";

/** "Rated 4.9 by 12,000 buyers." in every language with words for it. */
const rated: Readonly<Record<string, string>> = {
  en: "Rated 4.9 by 12,000 buyers.", de: "Mit 4,9 bewertet von 12.000 Käufern.", fr: "Noté 4,9 par 12 000 acheteurs.", es: "Valorado con 4,9 por 12.000 compradores.",
  it: "Valutato 4,9 da 12.000 acquirenti.", nl: "Beoordeeld met een 4,9 door 12.000 kopers.", pt: "Avaliado com 4,9 por 12.000 compradores.", ro: "Evaluat cu 4,9 de 12.000 de cumpărători.",
  sv: "Betyg 4,9 från 12 000 köpare.", da: "Bedømt til 4,9 af 12.000 købere.", nb: "Vurdert til 4,9 av 12 000 kjøpere.", fi: "12 000 ostajan arvosana 4,9.",
  pl: "Oceniony na 4,9 przez 12 000 kupujących.", cs: "Hodnoceno 4,9 od 12 000 zákazníků.", sk: "Hodnotenie 4,9 od 12 000 zákazníkov.", ru: "Оценка 4,9 от 12 000 покупателей.",
  uk: "Оцінка 4,9 від 12 000 покупців.", hr: "Ocjena 4,9 od 12.000 kupaca.", sl: "Ocena 4,9 od 12.000 kupcev.", bg: "Оценка 4,9 от 12 000 купувачи.", hu: "12 000 vásárló 4,9-re értékelte.",
  el: "Βαθμολογία 4,9 από 12.000 αγοραστές.", tr: "12.000 alıcıdan 4,9 puan aldı.", ar: "تقييم 4.9 من 12000 مشترٍ.", he: "דירוג 4.9 מ-12,000 קונים.", hi: "12,000 खरीदारों ने 4.9 रेटिंग दी।",
  ja: "12,000人の購入者による評価4.9。", "zh-CN": "12,000位买家评分4.9分。", "zh-TW": "12,000 位買家評分 4.9。", ko: "구매자 12,000명의 평점 4.9.", th: "คะแนน 4.9 จากผู้ซื้อ 12,000 คน",
  vi: "Được 12.000 người mua đánh giá 4,9.", id: "Dinilai 4,9 oleh 12.000 pembeli.",
}; // biome-ignore format: a table

const bare = { title: "N 7", descriptionText: "", productType: "", category: "", tags: [], options: [], images: [] };
const source = "app:reviews";

/** Codes of what blocks. */
function blocking(locale: string, attributes: Attribute[], text: string): string[] {
  const book = readFacts({ ...someFacts({ ...bare, attributes }), locale });
  const { found } = assessText(book, { contentType: "desc", text, locale });
  return found.flatMap(({ code, severity = "block" }) => (severity === "block" ? [code] : []));
}

describe.each(Object.entries(rated))("a rating of buyers in %s", (locale, text) => {
  it("blocks where no field says one", () => {
    expect(blocking(locale, [], text)).toEqual(["UNSUPPORTED_FACT"]);
  });

  it("is backed by the same number of a field that an app fills, to the precision of the text", () => {
    for (const value of ["4.9", "4.9 of 5", "4,9 / 5", "4.86"]) {
      expect(blocking(locale, [{ name: "Average rating", value, source }], text)).toEqual([]);
    }
  });

  it("is contradicted by another number of the only one", () => {
    expect(blocking(locale, [{ name: "Rating", value: "4.6 of 5", source }], text)).toEqual(["CONTRADICTED_FACT"]);
  });
});

it("a field of ratings backs nothing else that a shop must be able to prove", () => {
  const attributes = [{ name: "Reviews", value: "4.9 of 5, dermatologically tested, buyers say", source }];
  expect(blocking("en", attributes, "It is dermatologically tested.")).toEqual(["UNSUPPORTED_FACT"]);
});

it("one of several ratings is enough", () => {
  const attributes = [
    { name: "Rating in our shop", value: "4.6", source },
    { name: "Rating elsewhere", value: "4.9", source },
  ];
  expect(blocking("en", attributes, "Rated 4.9 by buyers.")).toEqual([]);
  expect(blocking("en", attributes, "Rated 4.8 by buyers.")).toEqual(["UNSUPPORTED_FACT"]);
});

it.each<[string, string, string, string]>([
  ["en", "Voltage", "3.7 V", "The cell is rated at 3.7 V."],
  ["en", "R-value", "4.2", "With an R-value rating of 4.2 it keeps the cold off."],
  ["en", "Warmth rating", "4.5 tog", "Its warmth rating is 4.5 tog."],
  ["en", "Untappd", "4.12", "Rated 4.12 on Untappd."],
  ["en", "Screen", "6.1 in", "A 6.1 in screen under the stars."],
  ["de", "Sterne", "2,5 cm groß", "Goldene Sterne, 2,5 cm groß, liegen bei."],
  ["fr", "Étoiles", "3,5 cm", "Des étoiles de 3,5 cm."],
  ["tr", "Çap", "2,5 cm", "2,5 cm çapında yıldız desenleri."],
  ["ja", "直径", "2.5 cm", "星の直径は2.5 cm。"],
])("what is no rating of buyers stays silent (%s): %s %s", (locale, name, value, text) => {
  expect(blocking(locale, [{ name, value }], text)).toEqual([]);
});
