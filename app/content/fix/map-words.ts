import { undivided } from "../undivided.ts";
import { overText, tidy } from "./over-text.ts";

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
 * Replaces words as the config says: whole words only, "" deletes. A part of a code, of an address or of a word with a hyphen
 * or an apostrophe is no word (`GREY-01`, `T-shirt`, `men's`). An entry in small letters holds in every case and keeps it, one
 * with capitals is literal; its spaces are of any kind. One pass, the longest first, so that a replacement is never replaced
 * again.
 */
export function mapWords(source: string, { wordMap, html, kept }: WordMapInput): string {
  const entries = Object.entries(wordMap ?? {}).filter(([word]) => word !== "");
  if (entries.length === 0 || source === "") return source;
  const replacements = new Map(entries.map(([word, replacement]) => [spaced(word), replacement]));
  const keep = new Set(kept.filter((text) => text !== ""));
  const words = [...keep, ...replacements.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(words.map(wordPattern).join("|"), "giu");
  let deleted = false;
  const mapped = overText(source, html, (text) => {
    const addresses = addressesIn(text);
    let next = 0;
    return text.replace(pattern, (word, ...rest) => {
      const at = rest.find((part) => typeof part === "number") ?? 0;
      while ((addresses[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next++;
      if (keep.has(word) || (addresses[next]?.[0] ?? Number.POSITIVE_INFINITY) <= at) return word;
      const replacement = replacementOf(spaced(word), replacements);
      if (replacement === "") deleted = true;
      return replacement ?? word;
    });
  });
  return deleted ? tidy(mapped, html) : mapped;
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

/** Where addresses stand, in their order: whole words between spaces. */
function addressesIn(text: string): [number, number][] {
  if (!/[.@#/]/.test(text)) return [];
  return [...text.matchAll(/\S+/g)].flatMap(({ index, 0: word }): [number, number][] =>
    word.length <= longestAddress && address.test(word) ? [[index, index + word.length]] : [],
  );
}

function spaced(word: string): string {
  return word.replace(/\s+/gu, " ");
}

/** What, beside a letter, ties a word to what stands next to it. */
const tie = "[-‐‑'’_]";

/** A whole word that is not part of a longer one. */
function wordPattern(word: string): string {
  const first = [...word][0] ?? "";
  const last = [...word].at(-1) ?? "";
  const before = edge(first) ? `(?<!${letter})(?<!${letter}${tie})(?<!\\p{N}[/.])` : "";
  const after = edge(last) ? `(?!${letter})(?!${tie}${letter})(?![/.]\\p{N})` : "";
  return `${before}${literal(word).replace(/\s+/gu, "\\s+")}${after}`;
}

/** A boundary is asked for only where the word itself begins or ends with a letter: ` - ` stands anywhere. */
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
