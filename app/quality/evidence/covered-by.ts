import type { FactBook } from "../facts/fact-book.ts";
import { contentWords, type WordSet, wordSet } from "./content-words.ts";
import { moodWords } from "./mood-words.ts";

const known = new WeakMap<FactBook, Map<string, WordSet>>();
/** Beyond so many a product's facts are a book, and one more word proves nothing. */
const maxWords = 5_000;

/** The words that a product's usable facts hold, and those that claim nothing in the text's language. Made once a product. */
export function coveredBy(book: FactBook, locale: string): WordSet {
  const kept = known.get(book)?.get(locale);
  if (kept) return kept;
  const words = new Set<string>();
  for (const { name, value, tier, unusable } of book.list) {
    if (unusable || tier > 2 || words.size > maxWords) continue;
    for (const word of contentWords(`${name} ${value}`, locale)) words.add(word);
  }
  const fromFacts = wordSet(words);
  const mood = moodWords(locale);
  const fresh: WordSet = { has: (word) => mood.has(word) || fromFacts.has(word) };
  const ofBook = known.get(book) ?? new Map<string, WordSet>();
  known.set(book, ofBook.set(locale, fresh));
  return fresh;
}
