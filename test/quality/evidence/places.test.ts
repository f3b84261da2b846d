import { describe, expect, it } from "vitest";
import { spansOf } from "../../../app/lib/html/spans-of-words.ts";
import { placesOf } from "../../../app/quality/evidence/places.ts";

/** The words at the places, cut out of the text by code points as a page does it. */
function wordsAt(text: string, quote: string): string[] {
  const points = [...text];
  return placesOf(text, quote).map(({ start, end }) => points.slice(start, end).join(""));
}

describe("the places of a finding's words", () => {
  it("are each time the words occur as whole words", () => {
    expect(placesOf("30 cm wide, 130 cm high, 30 cm deep", "30 cm")).toEqual([
      { start: 0, end: 5 },
      { start: 25, end: 30 },
    ]);
  });

  it("count an emoji and a rare ideograph as one", () => {
    expect(placesOf("👕𠮷 Made in Italy", "Made in Italy")).toEqual([{ start: 3, end: 16 }]);
    expect(wordsAt("👕 vegan 👕 vegan", "vegan")).toEqual(["vegan", "vegan"]);
  });

  it("are found whatever the capitals, and to the letter where that is there", () => {
    expect(wordsAt("VEGAN and vegan", "vegan")).toEqual(["vegan"]);
    expect(wordsAt("VEGAN leather", "vegan")).toEqual(["VEGAN"]);
  });

  it("are found inside a run of letters where a script puts no spaces", () => {
    expect(wordsAt("このシャツは防水です", "防水")).toEqual(["防水"]);
    expect(wordsAt("waterproofing", "waterproof")).toEqual([]);
  });

  it("are found again after words before them were changed", () => {
    const edited = "A much longer beginning. Made in Italy.";
    expect(wordsAt(edited, "Made in Italy")).toEqual(["Made in Italy"]);
    expect(placesOf(edited, "Made in Spain")).toEqual([]);
  });

  it("are few however often the words occur, and none for no words", () => {
    expect(placesOf("a ".repeat(5_000), "a")).toHaveLength(20);
    expect(spansOf("anything", "  ")).toEqual([]);
  });
});
