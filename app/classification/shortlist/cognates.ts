import { foldedWord } from "./words.ts";

/** Languages whose words resemble each other's. */
const families: readonly (readonly string[])[] = [
  ["es", "pt", "it", "fr", "ca", "ro", "gl"],
  ["de", "nl", "sv", "da", "nb", "no", "en"],
];

/** Spellings of one sound, in the order in which they are replaced. */
const sounds: ReadonlyArray<readonly [RegExp, string]> = [
  [/ção|cao$|zione?$|tion$|sion$/g, "cion"],
  [/ph/g, "f"], [/sch/g, "s"], [/sk/g, "s"], [/ck|qu|c(?![eiyh])/g, "k"], [/th/g, "t"], [/lh|gli|j/g, "l"], [/nh|gn/g, "n"], [/z|ç|c(?=[eiy])/g, "s"],
  [/^v/g, "f"], [/ij|y/g, "i"], [/oe|ou/g, "u"], [/ee|ie/g, "i"], [/x/g, "s"], [/h/g, ""], [/b|v|w/g, "v"],
]; // biome-ignore format: a table

const leastShared = 0.62;
const shortestWord = 4;
const mostFound = 3;
/** So many words are remembered with what was found, some 200 bytes each. */
const mostRemembered = 20_000;

/** A known word that resembles one of another language. */
export interface Cognate {
  term: string;
  /** 0 to 1 */
  likeness: number;
}

export interface Cognates {
  /** best first, at most three */
  of(word: string): Cognate[];
}

/** @returns languages of those that are known whose words a text in `language` may share, nearest first; itself excluded */
export function relativesOf(language: string, known: Iterable<string>): string[] {
  const family = families.find((languages) => languages.includes(language)) ?? [];
  return [...known].filter((other) => other !== language && family.includes(other));
}

/**
 * Looks words up among those of related languages by the pairs of letters that they share (Dice's coefficient), after spellings of
 * one sound are made one. Cognates begin alike, so only words of the same first sound and
 * the same consonant after it are compared. @param terms by word and by stem
 */
export function indexCognates(terms: ReadonlyMap<string, string>): Cognates {
  const entries = new Map<string, Entry[]>();
  for (const [word, term] of terms) {
    if (word.length < shortestWord) continue;
    const { first, pairs } = soundsOf(word);
    const alike = entries.get(first);
    if (alike) alike.push({ term, pairs });
    else entries.set(first, [{ term, pairs }]);
  }
  const remembered = new Map<string, Cognate[]>();
  return {
    of(word) {
      if (word.length < shortestWord) return [];
      const known = remembered.get(word);
      if (known) return known;
      const { first, pairs } = soundsOf(word);
      const found = nearest(pairs, entries.get(first) ?? []);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(word, found);
      return found;
    },
  };
}

interface Entry {
  term: string;
  pairs: readonly number[];
}

function nearest(pairs: readonly number[], entries: readonly Entry[]): Cognate[] {
  const best = new Map<string, number>();
  for (const entry of entries) {
    const both = pairs.length + entry.pairs.length;
    if ((2 * Math.min(pairs.length, entry.pairs.length)) / both < leastShared) continue;
    const likeness = (2 * sharedBy(pairs, entry.pairs)) / both;
    if (likeness >= leastShared && likeness > (best.get(entry.term) ?? 0)) best.set(entry.term, likeness);
  }
  return [...best]
    .map(([term, likeness]) => ({ term, likeness }))
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, mostFound);
}

/** How many numbers two sorted lists have in common. */
function sharedBy(one: readonly number[], other: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const difference = (one[i] ?? 0) - (other[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** @returns the first sound with the first consonant after it, and the pairs of sounds as sorted numbers */
function soundsOf(word: string): { first: string; pairs: number[] } {
  const sounded = ` ${sounds.reduce((text, [spelling, sound]) => text.replace(spelling, sound), foldedWord(word))} `;
  const pairs = new Set<number>();
  for (let at = 0; at < sounded.length - 1; at++)
    pairs.add(sounded.charCodeAt(at) * 65_536 + sounded.charCodeAt(at + 1));
  const [, first = "", consonant = ""] = /^ (.)[aeiou]*(.)/.exec(sounded) ?? [];
  return { first: first + consonant, pairs: [...pairs].sort((one, other) => one - other) };
}
