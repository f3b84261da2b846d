import { describe, expect, it } from "vitest";
import { chooseFacts } from "../../../app/quality/examiner/choose-facts.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";

const sentences = ["The collar holds its shape."];

describe("the facts that an examiner is shown", () => {
  it("are all of them where they are few, but for codes", () => {
    const shown = chooseFacts(readFacts(someFacts()), { sentences, locale: "en" });
    expect(shown.map(({ value }) => value)).toContain("240 g");
    expect(shown.map(({ kind }) => kind)).not.toContain("code");
  });

  it("are, of many, the denials and those with words or numbers of the sentences, in their order", () => {
    const filler = Array.from({ length: 90 }, (_, n) => ({
      name: `Note ${"abcdefghij"[n % 10]}${n}`,
      value: "x ".repeat(60),
    }));
    const attributes = [
      ...filler,
      { name: "Collar", value: "Stand-up collar" },
      { name: "Vegan", value: "No" },
      { name: "Height", value: "74 cm" },
    ];
    const book = readFacts(someFacts({ attributes }));
    const shown = chooseFacts(book, { sentences: [...sentences, "It is 74 centimetres long."], locale: "en" });
    const names = shown.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Collar", "Vegan", "Height"]));
    expect(shown.length).toBeLessThan(book.list.length);
    expect(shown).toEqual(book.list.filter((fact) => shown.includes(fact)));
  });
});
