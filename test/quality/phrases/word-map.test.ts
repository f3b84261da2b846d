import { expect, test } from "vitest";
import { literal, mapWords } from "../../../app/quality/fixes/map-words.ts";
import { undivided } from "../../../app/texts/undivided.ts";
import { createRandom, type Random } from "../../../sandbox/shared/random.ts";

const alphabet = [
  ..."abcABC iIıİsSſßẞσς",
  ..."  -'’‑_/*·1½",
  ..."棉シ",
  "\u0301",
  "\u00a0",
  "\n",
  "\ud800",
  "𝐚",
  "😀",
  "ab",
];

test("a word map replaces what one expression of all its words replaces", () => {
  const random = createRandom(417);
  let changes = 0;
  for (let round = 0; round < 60; round++) {
    const words = Array.from({ length: 6 }, () => phrase(random, random.int(1, 4)));
    const kept = [phrase(random, 3)];
    const wordMap = Object.fromEntries(words.map((word) => [word, random.pick(["Xx", "yy", word])]));
    for (let i = 0; i < 5; i++) {
      const text = `${phrase(random, 20)}${random.pick(words)} ${random.pick(words).toUpperCase()} ${phrase(random, 9)}${random.pick(kept)}`;
      const mapped = mapWords(text, { wordMap, html: false, kept });
      expect(mapped, JSON.stringify({ text, wordMap, kept })).toBe(naively(text, wordMap, kept));
      if (mapped !== text) changes++;
    }
  }
  expect(changes).toBeGreaterThan(100);
});

function naively(text: string, wordMap: Record<string, string>, kept: readonly string[]): string {
  const spaced = (word: string) => word.replace(/\s+/gu, " ");
  const own = new Map(Object.entries(wordMap).map(([word, replacement]) => [spaced(word), replacement]));
  const words = [...new Set(kept), ...own.keys()].sort((a, b) => b.length - a.length);
  return text.replace(new RegExp(words.map(wholeWord).join("|"), "giu"), (word) => {
    if (kept.includes(word)) return word;
    const exact = own.get(spaced(word));
    if (exact !== undefined) return exact;
    const found = own.get(spaced(word).toLowerCase());
    if (found === undefined) return word;
    const letters = [...spaced(word)].filter((char) => char.toLowerCase() !== char.toUpperCase());
    const capital = (char = "") => char !== char.toLowerCase();
    if (letters.length > 1 && letters.every(capital)) return found.toUpperCase();
    const [first = "", ...rest] = [...found];
    return capital(letters[0]) ? first.toUpperCase() + rest.join("") : found;
  });
}

function wholeWord(word: string): string {
  const letter = "[\\p{L}\\p{N}\\p{M}]";
  const tie = "[-‐‑'’_]";
  const isLetter = (char = "") => /[\p{L}\p{N}\p{M}]/u.test(char) && !undivided.test(char);
  const before = isLetter([...word][0]) ? `(?<!${letter})(?<!${letter}${tie})(?<!\\p{N}[/.])` : "";
  const after = isLetter([...word].at(-1)) ? `(?!${letter})(?!${tie}${letter})(?![/.]\\p{N})` : "";
  return `${before}${literal(word).replace(/\s+/gu, "\\s+")}${after}`;
}

function phrase(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(alphabet)).join("");
}
