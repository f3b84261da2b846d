import { expect, it } from "vitest";
import { compareNegations } from "../../../app/quality/translation/compare-negations.ts";

const kinds = (source: string, locale: string, text: string) =>
  compareNegations({ text: source, locale: "en" }, { text, locale }).map(({ kind }) => kind);

it.each([
  ["Not suitable for children under 36 months.", "de", "Geeignet für Kinder unter 36 Monaten."],
  ["Not suitable for children under 36 months.", "fr", "Convient aux enfants de moins de 36 mois."],
  ["Not suitable for children under 36 months.", "ja", "36か月未満のお子様に適しています。"],
  ["This jacket is not waterproof.", "de", "Diese Jacke ist wasserdicht."],
  ["This jacket is not waterproof.", "fr", "Cette veste est imperméable."],
  ["This jacket is not waterproof.", "es", "Esta chaqueta es impermeable."],
  ["This jacket is not waterproof.", "nl", "Deze jas is waterdicht."],
  ["This jacket is not waterproof.", "ja", "このジャケットは防水です。"],
])("“%s” lost its negation in %s, though a word of it turns a meaning elsewhere: “%s”", (source, locale, text) => {
  expect(kinds(source, locale, text)).toEqual(["lost"]);
});

it.each([
  ["Not suitable for children under 36 months.", "de", "Für Kinder unter 36 Monaten ungeeignet."],
  ["Not suitable for children under 36 months.", "fr", "Ne convient pas aux enfants de moins de 36 mois."],
  ["This jacket is not waterproof.", "de", "Diese Jacke ist nicht wasserdicht."],
  ["This jacket is not waterproof.", "ja", "このジャケットは防水ではありません。"],
  ["Do not use without the lid.", "de", "Nur mit Deckel verwenden."],
])("“%s” is denied in %s by “%s”", (source, locale, text) => {
  expect(kinds(source, locale, text)).toEqual([]);
});
