import { describe, expect, it } from "vitest";
import { compareDimensions } from "../../../app/quality/translation/compare-dimensions.ts";
import { compareRanges } from "../../../app/quality/translation/compare-ranges.ts";
import type { Difference } from "../../../app/quality/translation/side.ts";

const shown = (one: Difference) =>
  one.kind === "changed" ? `${one.source.quote} → ${one.target.quote}${one.doubtful ? " ?" : ""}` : one.kind;
const ranges = (source: string, to: string, target: string) =>
  compareRanges({ text: source, locale: "en" }, { text: target, locale: to }).map(shown);

describe("a range", () => {
  it.each([
    [
      "de",
      "Made in 2–3 weeks, with up to 3 letters.",
      "In 2–3 Tagen, mit bis zu 3 Buchstaben.",
      "2–3 weeks → 2–3 Tagen",
    ],
    ["ja", "Made in 2–3 weeks, with up to 3 letters.", "2〜3日で製作、3文字まで。", "2–3 weeks → 2〜3日"],
    [
      "fr",
      "Charge for 4–5 hours, on 5 channels.",
      "Charge de 4 à 5 minutes, sur 5 canaux.",
      "4–5 hours → 4 à 5 minutes",
    ],
  ])("in another unit is told in %s though its numbers stand elsewhere, too", (to, source, target, told) => {
    expect(ranges(source, to, target)).toEqual([told]);
  });

  it("that changed places with another one is worth a look, with a unit or without", () => {
    expect(ranges("S (150–165 cm), M (165–178 cm)", "de", "S (165–178 cm), M (150–165 cm)")).toEqual([
      "150–165 cm → 165–178 cm ?",
      "165–178 cm → 150–165 cm ?",
    ]);
    expect(ranges("Men 40–46, women 36–41", "fr", "Homme 36–41, femme 40–46")).toHaveLength(2);
  });

  it.each([
    ["de", "2–3 weeks, 3 letters", "2–3 Wochen, 3 Buchstaben"],
    ["zh-TW", "Made in 2–3 weeks", "2至3週製作"],
    ["de", "2–3 weeks or 2–3 days", "2–3 Tage oder 2–3 Wochen"],
    ["fr", "Delivery in 1–2 days", "Livraison en 24 à 48 h"],
    ["de", "Sizes 36–41", "Größen 36–41"],
  ])("that says the same has no finding in %s: %s = %s", (to, source, target) => {
    expect(ranges(source, to, target)).toEqual([]);
  });
});

describe("sizes with a cross between them", () => {
  it.each([
    ["Table 180 × 90 × 75 cm", "Tisch 90 × 180 × 75 cm", ["180 × 90 × 75 cm → 90 × 180 × 75 cm ?"]],
    ["30x40.5cm", "画布40.5×30cm", ["30x40.5cm → 40.5×30cm ?"]],
    ["30 × 40 cm and 40 × 30 cm", "40 × 30 cm und 30 × 40 cm", []],
    ["30 × 40.5 cm", "30 × 40,5 cm", []],
    ["2 × 250 ml", "2 × 250 ml", []],
    ["60 × 40 cm", "24 × 16 in", []],
  ])("are told where their order is another one: %s = %s", (source, target, told) => {
    expect(compareDimensions(source, target).map(shown)).toEqual(told);
  });
});
