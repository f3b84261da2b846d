import { expect, it } from "vitest";
import { stillSource } from "../../../app/quality/translation/still-source.ts";

const ask = (source: string, target: string, locale: string, kept: string[] = []) =>
  stillSource({ text: source, locale: "en" }, { text: target, locale }, kept);

it.each([
  ["de", "Lasts longer than with brushed motors.", "Hält länger als mit brushed motors.", "brushed motors"],
  ["fr", "The jacket has taped seams.", "La veste a des taped seams.", "taped seams"],
  ["ja", "The jacket has taped seams.", "ジャケットにはtaped seamsが付いています。", "taped seams"],
  ["ar", "Lasts longer than with brushed motors.", "تدوم أطول من brushed motors.", "brushed motors"],
])("words of the source that stand in a sentence are worth a look in %s: %s = %s", (to, source, target, quote) => {
  const start = target.indexOf(quote);
  expect(ask(source, target, to)).toEqual({
    kind: "language",
    certain: false,
    place: { quote, start, end: start + quote.length },
  });
});

it.each([
  ["de", "A slim fit with taped seams", "Ein slim fit mit getapten Nähten", []],
  ["ja", "It says “made for you” inside", "内側に「made for you」の文字", []],
  ["ja", "For amber glow lamps", "amber glowランプ用", ["amber glow"]],
  ["fr", "Touring with six points", "Randonnée à six points", []],
  ["zh-TW", "Mail to care team@fern.example", "請寄信至team@fern.example", []],
])("a loan, a quotation and a name are no words left over: %s “%s” = “%s”", (to, source, target, kept) => {
  expect(ask(source, target, to, kept)).toBeNull();
});
