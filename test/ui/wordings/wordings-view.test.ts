import { describe, expect, it } from "vitest";
import { otherWordings, wordingBeside } from "../../../app/ui/wordings/wordings-view.ts";

const wordings = ["a", "b", "c"].map((body) => ({ body }));
const beside = (body: string, by: 1 | -1) => wordingBeside(wordings, body, by)?.number;

describe("the wordings beside a text", () => {
  it("are the others, with the numbers that they keep", () => {
    expect(otherWordings(wordings, "b").map(({ number }) => number)).toEqual([1, 3]);
    expect(otherWordings(wordings, "a").map(({ number }) => number)).toEqual([2, 3]);
  });

  it("are all of them where a person wrote other words, from the first on or from the last back", () => {
    expect(otherWordings(wordings, "mine")).toHaveLength(3);
    expect([beside("mine", 1), beside("mine", -1)]).toEqual([1, 3]);
  });

  it("follow on each other in a circle", () => {
    expect([beside("a", 1), beside("c", 1), beside("a", -1)]).toEqual([2, 1, 3]);
  });

  it("are none where the model offered one text", () => {
    expect(wordingBeside([], "a", 1)).toBeNull();
    expect(wordingBeside([{ body: "a" }], "a", 1)).toBeNull();
  });
});
