import { describe, expect, it } from "vitest";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { bareFacts } from "../../support/content/verdicts.ts";
import { fewestCpuMs } from "../../support/cpu-ms.ts";

const pieces = [
  "a: no, ",
  "12 x ",
  "✗ ✓ ",
  "Vegan: Nein. ",
  "{{ ",
  "+49 0",
  "a@a.",
  "(0) ",
  "不。",
  "no\n",
  "https://",
  "[(",
  "1 cm, in ",
  "ohne Leder ",
];

describe("100 kB of hostile text in a fact", () => {
  it.each(pieces)("is read in no time: %j", async (piece) => {
    const value = piece.repeat(100_000 / piece.length);
    // A product's facts are read once and kept: each try has a product of its own.
    const product = () =>
      bareFacts({
        descriptionText: value,
        tags: [value],
        attributes: [
          { name: value.slice(0, 255), value },
          { name: "Vegan", value },
        ],
        options: [{ name: value.slice(0, 255), values: [value, "a"] }],
      });
    const read = () => readFacts(product()).statements();
    // Six times 100 kB, by two readers each; what grows with the square of it takes a minute.
    expect(await fewestCpuMs(read, { below: 1_000 })).toBeLessThan(1_000);
  });
});
