import { LRUCache } from "lru-cache";
import { undivided } from "../../texts/undivided.ts";
import { quotedInAnyCase } from "../evidence/places.ts";
import type { Finding } from "../finding.ts";
import { findPhrases, type Spelling } from "./find-phrases.ts";
import { foldCase } from "./fold-case.ts";
import { formsOf, readingsOf } from "./imitations.ts";
import { createTrie, type PhraseTrie, type Signs, space } from "./phrase-trie.ts";
import { codesOf, isSpace } from "./signs.ts";
import { wordsThatHold } from "./words-that-hold.ts";

/** Words prepared once for all texts. */
export interface ForbiddenPhrases {
  /**
   * The words that one of the texts contains, in their own spelling or disguised, in the order of the list.
   * @param locale of the texts, BCP-47
   */
  in(texts: Iterable<string>, locale: string): string[];
}

interface Tries {
  whole: PhraseTrie;
  anywhere: PhraseTrie;
}

/** Signs that may come between the letters of a disguised word. */
const gapSigns = new Set([...".-_*·•'’"].map((sign) => sign.charCodeAt(0)));
const disguise: Spelling = {
  isGap: (code) => gapSigns.has(code),
  mostGaps: 2,
  isSpace: (code) => isSpace(code) || code === 0x2e || code === 0x2d || code === 0x5f,
};
const asWritten: Spelling = { isGap: () => false, mostGaps: 0, isSpace };

/** Counted in signs of all words, so that many small lists and few large ones take the same room: some 10 MB. */
const mostSigns = 200_000;
const kept = new LRUCache<string, ForbiddenPhrases>({
  maxSize: mostSigns,
  sizeCalculation: (_phrases, key) => key.length + 1,
});

/** The prepared words of a list; the same words are prepared once. */
export function forbiddenPhrases(words: readonly string[]): ForbiddenPhrases {
  const key = keyOf(words);
  const known = kept.get(key);
  if (known) return known;
  const fresh = prepare(words);
  kept.set(key, fresh);
  return fresh;
}

/** Lists of configurations are not changed in place: each is read once. */
const keys = new WeakMap<readonly string[], string>();

function keyOf(words: readonly string[]): string {
  const known = keys.get(words);
  if (known !== undefined) return known;
  const key = words.join("\u0000");
  keys.set(words, key);
  return key;
}

/** Those of the words that are in one of the texts, in their own spelling or disguised. @param locale of the texts, BCP-47 */
export function disguisedWords(words: readonly string[], texts: readonly string[], locale: string): string[] {
  return words.length === 0 ? [] : forbiddenPhrases(words).in(texts, locale);
}

/**
 * Where a text contains a word that {@link disguisedWords} found in it, as it stands there: each time in its own spelling, else
 * its first disguise. Nothing where what is written contains it and what a reader sees does not.
 */
export function quoteOf(word: string, text: string, locale: string): Pick<Finding, "quote" | "spans"> {
  const plain = quotedInAnyCase(text, word);
  if (plain.quote !== undefined) return plain;
  const quote = wordsThatHold(text, (part) => disguisedWords([word], [part], locale).length > 0);
  return quote === undefined ? {} : { quote };
}

function prepare(words: readonly string[]): ForbiddenPhrases {
  const looks = triesOf(words, (word) => [...formsOf(word)].map(signsOf));
  const plain = triesOf(words, (word) => [signsOf(word.normalize("NFC"))]);
  return {
    in(texts, locale) {
      const written = new Set([...texts].map((text) => text.normalize("NFC")));
      const found = new Set<number>();
      for (const text of written) look(plain, codesOf(text).map(foldCase), asWritten, found);
      const seen = new Set([...written].flatMap((text) => [...readingsOf(text, locale)]));
      for (const text of seen) look(looks, codesOf(text).map(foldCase), disguise, found);
      return [...found].sort((a, b) => a - b).flatMap((index) => words[index] ?? []);
    },
  };
}

function look({ whole, anywhere }: Tries, codes: Uint32Array, spelling: Spelling, found: Set<number>): void {
  findPhrases(whole, codes, { spelling, wholeWords: true }, found);
  findPhrases(anywhere, codes, { spelling, wholeWords: false }, found);
}

/** In scripts that put no spaces between words a word may begin anywhere. */
function triesOf(words: readonly string[], read: (word: string) => Signs[]): Tries {
  const all = words.flatMap((word, index) => {
    const bare = word.trim();
    return bare === "" ? [] : read(bare).map((signs) => ({ index, signs, divided: !undivided.test(word) }));
  });
  return {
    whole: createTrie(all.filter(({ divided }) => divided)),
    anywhere: createTrie(all.filter(({ divided }) => !divided)),
  };
}

function signsOf(word: string): number[] {
  return Array.from(codesOf(word), (code) => (isSpace(code) ? space : foldCase(code)));
}
