import { expect, it } from "vitest";
import { wordsThatHold } from "../../../app/quality/phrases/words-that-hold.ts";

const has = (words: string) => (part: string) => part.toLowerCase().includes(words);
const filler = "washed linen with an easy fit ".repeat(700);

it.each([
  ["A shirt of (pure linen), soft.", "pure linen"],
  ["Pure Linen", "Pure Linen"],
  [`${filler}so it is pure linen, ${filler}`, "pure linen"],
  [`${filler}pure linen`, "pure linen"],
  [`pure linen ${filler}`, "pure linen"],
  ["pure linen and pure linen", "pure linen"],
])("the words that a test is true of are found, and no others: %.40s", (text, words) => {
  expect(wordsThatHold(text, has("pure linen"))).toBe(words);
});

it("a text that a test is not true of has none", () => {
  expect(wordsThatHold("A shirt of wool.", has("pure linen"))).toBeUndefined();
});

it("of a text without spaces, its signs are looked at one by one", () => {
  expect(wordsThatHold("洗いざらしのリネン、最安値の一枚です。", has("最安値"))).toBe("最安値");
});

it("words are found wherever the text is cut in halves", () => {
  for (let before = 0; before < 1500; before += 7) {
    const text = `${"linen ".repeat(400).slice(0, before)} pure linen ${"wool ".repeat(400)}`;
    expect(wordsThatHold(text, has("pure linen"))).toBe("pure linen");
  }
});

it("a long text is read some times over, not once for each word", () => {
  let read = 0;
  const text = `${"a ".repeat(25_000)}pure linen${" b".repeat(25_000)}`;
  wordsThatHold(text, (part) => {
    read += part.length;
    return has("pure linen")(part);
  });
  expect(read).toBeLessThan(5 * text.length);
});
