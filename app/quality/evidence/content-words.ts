import { functionWords } from "../language/function-words.ts";

/** Shorter words carry little. */
const shortest = 3;
const keyChars = 4;
/** Two words of one stem begin alike for so much of the longer one. */
const alike = 0.7;
/** Of words that begin alike, so many are compared: hostile facts may hold thousands. */
const mostOfKey = 40;
const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/u;

/** Words that others are compared with. */
export interface WordSet {
  /** an inflected form counts as the word itself */
  has(word: string): boolean;
}

/**
 * The words of a text that carry its meaning, lower case, each once; of scripts without spaces, pairs of signs. Numbers are
 * left out: they are statements.
 * @param locale BCP-47
 */
export function contentWords(text: string, locale: string): Set<string> {
  const found = new Set<string>();
  const small = functionWords(locale);
  for (const [run] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu)) {
    if (spaceless.test(run)) addPairs(found, run);
    else if (run.length >= shortest && !small.has(run)) found.add(run);
  }
  return found;
}

/** @param words lower case */
export function wordSet(words: Iterable<string>): WordSet {
  const exact = new Set(words);
  const byKey = new Map<string, string[]>();
  for (const word of exact) {
    if (word.length < keyChars) continue;
    const key = word.slice(0, keyChars);
    const known = byKey.get(key);
    if (!known) byKey.set(key, [word]);
    else if (known.length < mostOfKey) known.push(word);
  }
  return {
    has(word) {
      if (exact.has(word)) return true;
      return (byKey.get(word.slice(0, keyChars)) ?? []).some((other) => sameStem(word, other));
    },
  };
}

function sameStem(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  let common = keyChars;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  return common >= longer * alike;
}

/** `は` and the like stand between words: a pair of signs is the least that means something. */
function addPairs(found: Set<string>, run: string): void {
  const signs = [...run].filter((sign) => !/\p{scx=Hira}/u.test(sign) || run.length <= 2);
  if (signs.length === 1) found.add(signs.join(""));
  for (let at = 0; at + 1 < signs.length; at++) found.add(`${signs[at]}${signs[at + 1]}`);
}
