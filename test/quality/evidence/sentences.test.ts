import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../app/quality/evidence/sentences.ts";

const wordsOf = (text: string, locale = "en") => sentencesOf(text, locale).map((sentence) => sentence.text);

describe("the sentences of a text", () => {
  it("end at a full stop, a question or exclamation mark and a line feed", () => {
    expect(wordsOf("Cool linen. Is it new? Yes!\nTwo pockets\n\n Easy fit ")).toEqual([
      "Cool linen.",
      "Is it new?",
      "Yes!",
      "Two pockets",
      "Easy fit",
    ]);
  });

  it("do not end at an abbreviation", () => {
    expect(wordsOf("It takes max. 5 W and approx. 3 hours.")).toHaveLength(1);
    expect(wordsOf("A bottle of 12 fl. oz. for the road.")).toHaveLength(1);
    expect(wordsOf("Aus Wolle, z. B. Merino, max. 30 °C.", "de")).toHaveLength(1);
    expect(wordsOf("Designed by J. Miller in Leeds.")).toHaveLength(1);
  });

  it("end at a unit that a new sentence follows", () => {
    expect(wordsOf("It weighs 240 g. It dries overnight.")).toEqual(["It weighs 240 g.", "It dries overnight."]);
    expect(wordsOf("Es ist 5 cm. Die Farbe ist Blau.", "de")).toHaveLength(2);
  });

  it("do not end at an ordinal where the language writes it with a full stop", () => {
    expect(wordsOf("Das ist der 1. Preis der Messe.", "de")).toHaveLength(1);
    expect(wordsOf("We are number 1. Nobody doubts it.", "en")).toHaveLength(2);
  });

  it("end at the full stops of Chinese, Japanese and Hindi", () => {
    expect(wordsOf("このシャツは防水です。重さは240gです。", "ja")).toEqual([
      "このシャツは防水です。",
      "重さは240gです。",
    ]);
    expect(wordsOf("यह है। वह है।", "hi")).toHaveLength(2);
  });

  it("know their place in the text", () => {
    const text = "  👕 One. \n Two ";
    for (const sentence of sentencesOf(text, "en")) {
      expect(text.slice(sentence.at.start, sentence.at.end)).toBe(sentence.text);
    }
    expect(wordsOf(text)).toEqual(["👕 One.", "Two"]);
  });

  it("are found whatever is given as a locale", () => {
    expect(wordsOf("One. Two.", "no such locale")).toEqual(["One.", "Two."]);
  });
});
