import { expect, test } from "vitest";
import { findPhrases } from "../../../app/quality/phrases/find-phrases.ts";
import { forbiddenPhrases } from "../../../app/quality/phrases/forbidden-phrases.ts";
import { readingsOf } from "../../../app/quality/phrases/imitations.ts";
import { createTrie } from "../../../app/quality/phrases/phrase-trie.ts";
import { codesOf, isSpace } from "../../../app/quality/phrases/signs.ts";
import { sampleCatalogue } from "../../../sandbox/catalogue/sample-catalogue.ts";
import { createRandom, type Random } from "../../../sandbox/shared/random.ts";
import { fewestCpuMs } from "../../support/cpu-ms.ts";
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
    const found = forbiddenPhrases(words).in(texts, "en");
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
    expect(forbiddenPhrases(some).in([text], "en")).toEqual(naivePhrases(some, [text]));
  }
});

const finds = (word: string, text: string, locale: string) => forbiddenPhrases([word]).in([text], locale).length > 0;

test.each([
  ["sale", "fr", "Caramel au beurre salé"],
  ["sale", "en", "Caramel au beurre sale\u0301"],
  ["ano", "es", "Feliz año nuevo"],
  ["ano", "en", "Feliz año nuevo"],
  ["schon", "de", "Ein schönes, schön warmes Hemd"],
  ["schwul", "de", "Für schwül-warme Tage, schwül"],
  ["pèche", "fr", "Thé à la pêche"],
  ["peche", "fr", "Thé à la pêche"],
  ["lame", "en", "A gold lamé dress"],
  ["resume", "en", "A résumé holder"],
  ["rose", "en", "A glass for rosé wine"],
  ["pate", "en", "A pâté knife"],
  ["mas", "es", "Una camisa más ligera"],
  ["laska", "pl", "Uchwyt łaska"],
  ["fail", "en", "A fall jacket"],
  ["AI", "it", "Vicino al mare"],
  ["ail", "en", "For all seasons"],
  ["so", "en", "Pack of 50"],
  ["so", "en", "Size S0"],
  ["AI", "en", "Paper A1, printed on A4"],
  ["lo", "en", "10 cm wide"],
  ["ss", "en", "55 cups"],
  ["to", "en", "70 % cotton"],
  ["away", "en", "A 4-way stretch"],
  ["soml", "en", "A bottle of 50ml"],
  ["cop", "ru", "Без сор и пыли"],
  ["bot", "ru", "Вот новая рубашка, вот"],
  ["hi", "en", "H! A sign"],
  ["ilk", "en", "An elk on a mug"],
  ["illness", "en", "Made for allness"],
])("'%s' is not found in a text of %s in its own spelling: %s", (word, locale, text) => {
  expect(finds(word, text, locale)).toBe(false);
});

test.each([
  ["sale", "fr", "Une chemise sale"],
  ["salé", "fr", "Caramel au beurre SALÉ"],
  ["salé", "fr", "Caramel au beurre sale\u0301"],
  ["ano", "es", "el ano"],
  ["cheap", "en", "ch\u0435ap"],
  ["cheap", "en", "Not \u0441\u04bb\u0435\u0430\u0440 at all"],
  ["cheap", "en", "chéap"],
  ["cheap", "en", "c\u0336h\u0336e\u0336a\u0336p\u0336"],
  ["cheap", "en", "ｃｈｅａｐ"],
  ["cheap", "en", "𝐜𝐡𝐞𝐚𝐩"],
  ["cheap", "en", "ch\u200be\u00adap"],
  ["cheap", "en", "ch3ap"],
  ["cheap", "de", "c.h.3.a.p"],
  ["free", "en", "fr33"],
  ["sale", "en", "$ale"],
  ["sale", "en", "5ale"],
  ["sale", "en", "sa1e"],
  ["sale", "en", "saIe"],
  ["fail", "en", "fa1l"],
  ["fail", "en", "fa!l"],
  ["AI", "en", "Made by A.I. today"],
  ["скидка", "ru", "Большая cкидкa на все рубашки"],
  ["скидка", "ru", "Большая с.к.и.д.к.а на все"],
  ["gratis", "de", "gr\u03b1tis dazu"],
  ["guarantee", "en", "\u0261uarantee"],
])("'%s' is found in a text of %s as %s", (word, locale, text) => {
  expect(finds(word, text, locale)).toBe(true);
});

test("a text of look-alikes is read in little time", async () => {
  const hostile = ["\u0441\u04bb3ap.1!|", "a", "a.1", "é\u0301\u0302", "\u0301", "\u0430", "aI", "1"];
  for (const piece of hostile) {
    const text = piece.repeat(100_000 / piece.length);
    expect(await fewestCpuMs(() => readingsOf(text, "en"), { below: 250 }), piece).toBeLessThan(250);
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
