import { levelledLetters, skeleton } from "../../../app/quality/phrases/skeleton.ts";
import { undivided } from "../../../app/texts/undivided.ts";

const gap = "[.\\-_*·•'’]{0,2}";

/** The forbidden words of some texts, by one regular expression a word: slow, and plain to read. */
export function naivePhrases(words: readonly string[], texts: readonly string[]): string[] {
  const seen = texts.flatMap((text) => [skeleton(text), skeleton(text, levelledLetters)]);
  return words.filter((word) => {
    if (word.trim() === "") return false;
    const looks = [...skeleton(word.trim())].map((letter) => (/\s/.test(letter) ? "[\\s.\\-_]+" : escaped(letter)));
    const plain = [...word.trim()].map((letter) => (/\s/.test(letter) ? "\\s+" : escaped(letter)));
    const bounded = (inner: string) => (undivided.test(word) ? inner : `(?<![\\p{L}\\p{N}])${inner}(?![\\p{L}\\p{N}])`);
    const disguised = new RegExp(bounded(looks.join(gap)), "u");
    const written = new RegExp(bounded(plain.join("")), "iu");
    return texts.some((text) => written.test(text)) || seen.some((text) => disguised.test(text));
  });
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
