import { expect, test } from "vitest";
import { findPhrases } from "../../../app/quality/phrases/find-phrases.ts";
import { forbiddenPhrases } from "../../../app/quality/phrases/forbidden-phrases.ts";
import { createTrie } from "../../../app/quality/phrases/phrase-trie.ts";
import { codesOf, isSpace } from "../../../app/quality/phrases/signs.ts";
import { sampleCatalogue } from "../../../sandbox/catalogue/sample-catalogue.ts";
import { createRandom, type Random } from "../../../sandbox/shared/random.ts";
import { naivePhrases } from "./naive-phrases.ts";

const alphabet = [
  ..."abcdeABE iIıİsSſßẞkKσςΣ 's",
  ..."  ..--__**··''’,;!$@140|€",
  ..."аесο棉シเ",
  "\u0301", "\u0345", "\u200b", "\u00ad", "\u00a0", "\u2003", "\n", "\ud800", "\udc00", "𝐚", "😀", "ｃ", "ﬅ", "ﬆ", "ΐ", "ΐ", "µ", "Å",
]; // biome-ignore format: letters of one kind a line

test("random words are found in random texts as one expression a word finds them", () => {
  const random = createRandom(20_260_417);
  let hits = 0;
  for (let round = 0; round < 60; round++) {
    const words = Array.from({ length: 4 }, () => phrase(random, random.int(1, 6)));
    const texts = [phrase(random, 60), planted(random, words)];
    const found = forbiddenPhrases(words).in(texts);
    expect(found, JSON.stringify({ words, texts })).toEqual(naivePhrases(words, texts));
    hits += found.length;
  }
  expect(hits).toBeGreaterThan(40);
});

test("words of the sample catalogue are found in its texts as one expression a word finds them", () => {
  const products = [...sampleCatalogue("en"), ...sampleCatalogue("de")];
  const texts = products.map(({ title, html }) => `${title}\n${html}`);
  const words = [...new Set(texts.flatMap((text) => text.match(/\p{L}[\p{L}-]+(?: \p{L}+)?/gu) ?? []))];
  const some = words.filter((_word, i) => i % 11 === 0);
  for (const text of texts.slice(0, 40)) {
    expect(forbiddenPhrases(some).in([text])).toEqual(naivePhrases(some, [text]));
  }
});

test("looking for 5,000 words costs hardly more than looking for fifty", () => {
  const random = createRandom(7);
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const word = () => Array.from({ length: random.int(4, 9) }, () => random.pick(letters)).join("");
  const text = codesOf(Array.from({ length: 3_000 }, word).join(" "));
  const words = Array.from({ length: 5_000 }, word);
  const costOf = (some: readonly string[]) => {
    const trie = createTrie(some.map((one, index) => ({ index, signs: [...codesOf(one)] })));
    const spelling = { isGap: () => false, mostGaps: 2, isSpace };
    return findPhrases(trie, text, { spelling, wholeWords: true }, new Set());
  };
  expect(costOf(words)).toBeLessThan(costOf(words.slice(0, 50)) * 6);
  // One expression a word would look at each sign of the text for each word.
  expect(costOf(words)).toBeLessThan(text.length * 3);
});

/** A text with one of the words in it, dressed up. */
function planted(random: Random, words: readonly string[]): string {
  const word = random.pick(words);
  const dressed = [...word].map(
    (letter) => letter + (random.chance(0.3) ? random.pick(["", ".", "-", "''", "\u200b", "***"]) : ""),
  );
  const cased = random.chance(0.5) ? dressed.join("").toUpperCase() : dressed.join("");
  return (
    phrase(random, 8) +
    random.pick([" ", "", "-", "$", "x"]) +
    cased +
    random.pick([" ", "", "!", "x", "."]) +
    phrase(random, 8)
  );
}

function phrase(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(alphabet)).join("");
}
