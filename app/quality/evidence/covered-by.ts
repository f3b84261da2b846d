import { contentWords, type WordSet, wordSet } from "./content-words.ts";
import { moodWords } from "./mood-words.ts";
import type { ReadFacts } from "./readers.ts";

const known = new WeakMap<ReadFacts, Map<string, WordSet>>();
/** Beyond so many a product's facts are a book, and one more word proves nothing. */
const maxWords = 5_000;

/** The words that a product's usable facts hold, and those that claim nothing in the text's language. Made once a product. */
export function coveredBy(facts: ReadFacts, locale: string): WordSet {
  const kept = known.get(facts)?.get(locale);
  if (kept) return kept;
  const words = new Set<string>();
  for (const { name, value, tier, unusable } of facts.facts) {
    if (unusable || tier > 2 || words.size > maxWords) continue;
    for (const word of contentWords(`${name} ${value}`, locale)) words.add(word);
  }
  const fromFacts = wordSet(words);
  const mood = moodWords(locale);
  const fresh: WordSet = { has: (word) => mood.has(word) || fromFacts.has(word) };
  const ofFacts = known.get(facts) ?? new Map<string, WordSet>();
  known.set(facts, ofFacts.set(locale, fresh));
  return fresh;
}
