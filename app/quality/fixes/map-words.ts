import { LRUCache } from "lru-cache";
import { overText, tidy } from "../../lib/html/over-text.ts";
import { undivided } from "../../texts/undivided.ts";
import { phrasesAt, trieOfPhrases } from "../phrases/phrases-at.ts";

const letter = "[\\p{L}\\p{N}\\p{M}]";

export interface WordMapInput {
  wordMap: Readonly<Record<string, string>> | null | undefined;
  html: boolean;
  /** texts that stay to the letter, such as claims */
  kept: readonly string[];
}

/**
 * Addresses and names of files are not words: `https://fern.example/grey`, `www.grey.example`, `fern.com/grey`, `grey@fern.com`,
 * `@grey`, `grey.jpg`. A dot alone makes no address, where a space was forgotten behind a sentence.
 */
const address =
  /:\/\/|^[("'“]?(?:www\.|[@#])|\w@\w|\.(?:com|net|org|info|shop|store|jpe?g|png|gif|webp|svg|pdf|mp4|[a-z]{2})(?![\p{L}\p{N}])|\w\.\w+\//iu;
/** No address of a text is longer. */
const longestAddress = 300;

/**
 * Replaces words by the config's word map: whole words only, "" deletes. A part of a code, of an address or of a word with a hyphen
 * or an apostrophe is no word (`GREY-01`, `T-shirt`, `men's`). An entry in small letters holds in every case and keeps it, one
 * with capitals is literal; its spaces are of any kind. One pass, the longest first, so that a replacement is never replaced
 * again.
 */
export function mapWords(source: string, { wordMap, html, kept }: WordMapInput): string {
  if (!wordMap || source === "") return source;
  const listed = entriesOf(wordMap);
  if (listed.entries.length === 0) return source;
  const { replacements, keep, phrases } = wordMapOf(listed, kept);
  let deleted = false;
  const mapped = overText(source, html, (text) => {
    const addresses = addressesIn(text);
    let next = 0;
    return phrases.replace(text, (word, at) => {
      while ((addresses[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next++;
      if (keep.has(word) || (addresses[next]?.[0] ?? Number.POSITIVE_INFINITY) <= at) return word;
      const replacement = replacementOf(spaced(word), replacements);
      if (replacement === "") deleted = true;
      return replacement ?? word;
    });
  });
  return deleted ? tidy(mapped, html) : mapped;
}

interface WordMap {
  replacements: ReadonlyMap<string, string>;
  keep: ReadonlySet<string>;
  phrases: Phrases;
}

/** The words of a map, read once a configuration. */
interface Listed {
  id: number;
  chars: number;
  entries: readonly [string, string][];
}

const listedOf = new WeakMap<object, Listed>();
let lastId = 0;

function entriesOf(wordMap: Readonly<Record<string, string>>): Listed {
  const known = listedOf.get(wordMap);
  if (known) return known;
  const entries = Object.entries(wordMap).filter(([word]) => word !== "");
  const chars = entries.reduce((sum, [word, replacement]) => sum + word.length + replacement.length, 0);
  const fresh = { id: ++lastId, chars, entries };
  listedOf.set(wordMap, fresh);
  return fresh;
}

/** Of a catalogue few maps are in use at a time; each is read thousands of times. By characters of their words. */
const prepared = new LRUCache<string, WordMap>({ maxSize: 2_000_000 });

function wordMapOf({ id, chars, entries }: Listed, kept: readonly string[]): WordMap {
  const key = `${id} ${kept.join("\u0000")}`;
  const known = prepared.get(key);
  if (known) return known;
  const replacements = new Map(entries.map(([word, replacement]) => [spaced(word), replacement]));
  const keep = new Set(kept.filter((text) => text !== ""));
  const words = [...keep, ...replacements.keys()].sort((a, b) => b.length - a.length);
  const fresh = { replacements, keep, phrases: createPhrases(words) };
  prepared.set(key, fresh, { size: chars + key.length });
  return fresh;
}

interface Phrases {
  replace(text: string, change: (word: string, at: number) => string): string;
}

/** At each place the first of these words that is there as a whole one. */
function createPhrases(words: readonly string[]): Phrases {
  const trie = trieOfPhrases(words);
  const edges = words.map((word) => ({ first: edge([...word][0] ?? ""), last: edge([...word].at(-1) ?? "") }));
  const wordAt = (text: string, at: number): string | undefined => {
    const found = phrasesAt(trie, text, at);
    if (found.length === 0) return undefined;
    const begins = mayBegin(text, at);
    const whole = found.filter(({ index, end }) => {
      const { first = false, last = false } = edges[index] ?? {};
      return (!first || begins) && (!last || mayEnd(text, end));
    });
    if (whole.length === 0) return undefined;
    const { end } = whole.reduce((best, one) => (one.index < best.index ? one : best));
    return text.slice(at, end);
  };
  return {
    replace(text, change) {
      let changed = "";
      let from = 0;
      for (let at = 0; at < text.length; ) {
        const word = wordAt(text, at);
        if (word === undefined) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
        else {
          changed += text.slice(from, at) + change(word, at);
          at += word.length;
          from = at;
        }
      }
      return from === 0 ? text : changed + text.slice(from);
    },
  };
}

function replacementOf(word: string, replacements: ReadonlyMap<string, string>): string | undefined {
  const exact = replacements.get(word);
  return exact ?? inCaseOf(word, replacements.get(word.toLowerCase()));
}

/** `gray` for `Grey` is `Gray`, for `GREY` it is `GRAY`. */
function inCaseOf(word: string, replacement: string | undefined): string | undefined {
  if (!replacement) return replacement;
  const [first = "", ...rest] = [...replacement];
  const letters = [...word].filter((char) => char.toLowerCase() !== char.toUpperCase());
  const isCapital = (char: string | undefined) => char !== undefined && char !== char.toLowerCase();
  if (letters.length > 1 && letters.every(isCapital)) return replacement.toUpperCase();
  return isCapital(letters[0]) ? first.toUpperCase() + rest.join("") : replacement;
}

/** Where addresses are, in their order: whole words between spaces. */
function addressesIn(text: string): [number, number][] {
  if (!/[.@#/]/.test(text)) return [];
  return [...text.matchAll(/\S+/g)].flatMap(({ index, 0: word }): [number, number][] =>
    word.length <= longestAddress && address.test(word) ? [[index, index + word.length]] : [],
  );
}

function spaced(word: string): string {
  return word.replace(/\s+/gu, " ");
}

/** What, beside a letter, ties a word to what is next to it. */
const tiedBefore = /[\p{L}\p{N}\p{M}][-‐‑'’_]?$|\p{N}[/.]$/u;
const tiedAfter = /[-‐‑'’_]?[\p{L}\p{N}\p{M}]|[/.]\p{N}/uy;
/** A tie and a letter of two code units. */
const longestTie = 4;

/** A whole word is not part of a longer one, nor of a code. */
function mayBegin(text: string, at: number): boolean {
  const from = Math.max(0, at - longestTie);
  return !tiedBefore.test(text.slice(from, at));
}

function mayEnd(text: string, end: number): boolean {
  tiedAfter.lastIndex = end;
  return !tiedAfter.test(text);
}

/** A boundary is asked for only where the word itself begins or ends with a letter: ` - ` may be anywhere. */
export function bounded(word: string): string {
  const first = [...word][0] ?? "";
  const last = [...word].at(-1) ?? "";
  return `${edge(first) ? `(?<!${letter})` : ""}${literal(word)}${edge(last) ? `(?!${letter})` : ""}`;
}

function edge(char: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(char) && !undivided.test(char);
}

export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
