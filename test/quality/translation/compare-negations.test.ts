import { describe, expect, it } from "vitest";
import { compareNegations } from "../../../app/quality/translation/compare-negations.ts";
import { nativeLocales, trueTranslations } from "./native/true-translations.ts";

const found = (from: string, source: string, to: string, target: string) =>
  compareNegations({ text: source, locale: from }, { text: target, locale: to }).map(({ kind, target: { quote } }) => [
    kind,
    quote,
  ]);

describe("a sentence that denies what its translation affirms", () => {
  it.each([
    ["de", "Not intended for diving.", "Zum Tauchen geeignet.", "lost"],
    ["fr", "Do not use on bones.", "À utiliser sur les os.", "lost"],
    ["es", "Batteries are not included.", "Las pilas están incluidas.", "lost"],
    ["it", "It is not suitable for children.", "È adatto ai bambini.", "lost"],
    ["nl", "This bread is made without wheat.", "Dit brood wordt met tarwe gebakken.", "lost"],
    ["ja", "Not intended for diving.", "ダイビングに適しています。", "lost"],
    ["ru", "Not intended for diving.", "Предназначено для дайвинга.", "lost"],
    ["pl", "Do not use on bones.", "Używać na kościach.", "lost"],
    ["de", "The soap contains lavender oil.", "Die Seife enthält kein Lavendelöl.", "added"],
    ["ar", "Suitable for children.", "غير مناسب للأطفال.", "added"],
  ])("is told in %s: %s = %s", (to, source, target, kind) => {
    expect(found("en", source, to, target)).toEqual([[kind, target]]);
  });

  it("is told with its own words, among others that are right, and in one clause of it", () => {
    const source = "The saddle is comfortable. It is not for children.\nNickel-free. It fits all bikes.";
    const target = "Der Sattel ist bequem. Er ist für Kinder.\nNickelfrei. Er passt auf alle Räder.";
    expect(found("en", source, "de", target)).toEqual([["lost", "Er ist für Kinder."]]);
    expect(found("en", "Water-resistant, but not for diving.", "de", "Wasserabweisend, auch für das Tauchen.")).toEqual(
      [["lost", "Wasserabweisend, auch für das Tauchen."]],
    );
  });
});

it.each([
  ["fr", "It weighs 1 kg.", "Il ne pèse que 1 kg."],
  ["fr", "It counts 10,000 steps.", "Il compte 10 000 pas."],
  ["ar", "Not shown in the box.", "غَيْر معروض في العلبة."],
  ["de", "Frame No. 5", "Rahmen Nummer 5"],
  ["de", "Free from €80 within the EU", "Ab 80 € in der EU gratis"],
  ["de", "No-load speed 460 rpm", "Leerlaufdrehzahl 460 U/min"],
  ["de", "Please don’t hesitate to write.", "Schreiben Sie uns gern."],
  ["zh-TW", "A unique piece of steel.", "獨一無二的不鏽鋼製品。"],
  ["de", "Without perfume, gentle.", "Sanft, unparfümiert."],
  ["tr", "Not for diving.", "Dalış için uygundur."],
])("what a language says otherwise is no lost negation: %s “%s” = “%s”", (to, source, target) => {
  expect(found("en", source, to, target)).toEqual([]);
});

it.each(Object.entries(trueTranslations))("true translations of %s deny what their sources deny", (_kind, rows) => {
  const told = rows.flatMap(([source, ...targets]) =>
    targets.flatMap((target, i) => found("en", source, nativeLocales[i] ?? "", target)),
  );
  expect(told).toEqual([]);
});
