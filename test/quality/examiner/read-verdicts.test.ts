import { describe, expect, it } from "vitest";
import { readVerdicts } from "../../../app/quality/examiner/read-verdicts.ts";

const sentences = ["It is linen.", "It is vegan.", "It lasts."];
const quotes = [{ fact: "f1", quote: "linen" }];

describe("an examiner's answer", () => {
  it("is read sentence by sentence, by the numbers that were given", () => {
    const read = readVerdicts(
      { entailed: [{ n: 1, quotes }], not_stated: [3], no_claim: [], contradicted: [] },
      sentences,
    );
    expect([...(read?.values() ?? [])]).toEqual([
      { sentence: "It lasts.", verdict: "not_stated", quotes: [] },
      { sentence: "It is linen.", verdict: "entailed", quotes },
    ]);
  });

  it("counts a sentence in two lists for what marks it", () => {
    const both = readVerdicts({ entailed: [{ n: 1, quotes }], not_stated: [1], no_claim: [1] }, sentences);
    expect(both?.get("It is linen.")?.verdict).toBe("not_stated");
  });

  it("is left out where it is of another form or about no sentence", () => {
    const read = readVerdicts(
      { entailed: [null, { n: 9, quotes }, { n: 2, quotes: "all" }], not_stated: ["x"] },
      sentences,
    );
    expect([...(read ?? [])]).toEqual([
      ["It is vegan.", { sentence: "It is vegan.", verdict: "entailed", quotes: [] }],
    ]);
  });

  it("is none when it says nothing of any sentence", () => {
    for (const json of [null, "fine", [], {}, { verdicts: [] }, { entailed: "all" }, { not_stated: [4, 0, -1] }]) {
      expect(readVerdicts(json, sentences)).toBeNull();
    }
  });
});
