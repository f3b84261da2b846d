import { formsOf, readingsOf } from "../../../app/quality/phrases/imitations.ts";
import { undivided } from "../../../app/texts/undivided.ts";

const gap = "[.\\-_*·•'’]{0,2}";

/** The forbidden words of some texts, by one regular expression a word: slow, and plain to read. */
export function naivePhrases(words: readonly string[], texts: readonly string[]): string[] {
  const written = texts.map((text) => text.normalize("NFC"));
  const seen = written.flatMap((text) => [...readingsOf(text, "en")]);
  return words.filter((word) => {
    if (word.trim() === "") return false;
    const bounded = (inner: string) => (undivided.test(word) ? inner : `(?<![\\p{L}\\p{N}])${inner}(?![\\p{L}\\p{N}])`);
    const plain = [...word.trim().normalize("NFC")].map((letter) => (/\s/.test(letter) ? "\\s+" : escaped(letter)));
    if (written.some((text) => new RegExp(bounded(plain.join("")), "iu").test(text))) return true;
    return [...formsOf(word.trim())].some((form) => {
      const looks = [...form].map((letter) => (/\s/.test(letter) ? "[\\s.\\-_]+" : escaped(letter)));
      return seen.some((text) => new RegExp(bounded(looks.join(gap)), "iu").test(text));
    });
  });
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
