import type { LocaleTerm, LocaleTerms } from "../../rules/terms/locale-term.ts";
import { undivided } from "../../texts/undivided.ts";
import { stemmerOf } from "../language/inflection.ts";
import { wordEdges } from "./folded.ts";

/** A term whose source a text holds, and where it stands there first. */
export interface TermInText {
  term: LocaleTerm;
  /** as it stands in the text */
  quote: string;
}

interface Words {
  term: LocaleTerm;
  words: readonly string[];
}

interface Compiled {
  /** by the first word, and by its stem */
  byWord: ReadonlyMap<string, readonly Words[]>;
  /** of scripts without spaces, the longest first */
  anywhere: readonly LocaleTerm[];
}

interface Token {
  written: string;
  lower: string;
  start: number;
  end: number;
}

const compiled = new WeakMap<LocaleTerms, Map<string, Compiled>>();
/** Between two words of one term: spaces, a hyphen, an apostrophe. */
const joint = /^(?:\s{1,3}|\s?[-‐‑–'’&/]\s?)$/u;
const mostMore = 2;

/**
 * The terms whose source stands in a text, each once: as words of their own, in the plural or another short form. Of terms that overlap
 * the longest counts: what says "cast iron" says nothing of "iron". A claim counts to the letter, a name with capitals as it is written.
 * @param locale BCP-47 of the text
 */
export function termsIn(text: string, terms: LocaleTerms, locale: string): TermInText[] {
  if (terms.length === 0) return [];
  const { byWord, anywhere } = compile(terms, locale);
  const found = new Map<LocaleTerm, TermInText>();
  const add = (term: LocaleTerm, quote: string) => {
    if (!found.has(term)) found.set(term, { term, quote });
  };
  const tokens = tokensOf(text);
  const stemmer = stemmerOf(locale);
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (!first) break;
    const keys = new Set([first.lower, stemmer?.stem(first.lower) ?? first.lower]);
    const candidates = [...keys].flatMap((key) => byWord.get(key) ?? []);
    const hits = candidates.filter((one) => stands(text, tokens, at, one, locale));
    const most = Math.max(0, ...hits.map(({ words }) => words.length));
    const last = tokens[at + most - 1];
    if (most === 0 || !last) continue;
    for (const { term, words } of hits) if (words.length === most) add(term, text.slice(first.start, last.end));
    at += most - 1;
  }
  for (const { term, quote } of undividedIn(text, anywhere, locale)) add(term, quote);
  return [...found.values()];
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: written, index }) => ({
    ...{ written, lower: written.normalize("NFKC").toLowerCase() },
    ...{ start: index, end: index + written.length },
  }));
}

function stands(text: string, tokens: readonly Token[], at: number, { term, words }: Words, locale: string): boolean {
  const isToTheLetter = term.kind === "statement" || term.kind === "kept";
  for (const [i, word] of words.entries()) {
    const token = tokens[at + i];
    const before = tokens[at + i - 1];
    if (!token) return false;
    if (i > 0 && before && !isJoined(text.slice(before.end, token.start), term)) return false;
    if (token.lower !== word && (isToTheLetter || !isShortForm(token.lower, word, locale))) return false;
  }
  const written = text.slice(tokens[at]?.start, tokens[at + words.length - 1]?.end);
  return isWrittenSo(written, term);
}

/** A claim may have a sentence's signs between its words. */
function isJoined(between: string, { kind }: LocaleTerm): boolean {
  return joint.test(between) || (kind === "statement" && between.length <= 5);
}

/** "Nest" is a brand and "nest" none; "IT" is no "it". What is written in capitals may be any of them but a short one. */
function isWrittenSo(written: string, { source, kind }: LocaleTerm): boolean {
  const letters = source.replace(/[^\p{L}]/gu, "");
  const isShortName = letters.length > 0 && letters.length <= 4 && letters === letters.toUpperCase();
  if (isShortName && letters !== letters.toLowerCase()) return written.startsWith(source);
  if (kind !== "kept" || source === source.toLowerCase()) return true;
  return written === source || written === source.toUpperCase();
}

/** In another number or case: in English its plural, elsewhere at most two letters more with the same stem. */
function isShortForm(one: string, other: string, locale: string): boolean {
  if (Math.abs(one.length - other.length) > mostMore) return false;
  const stemmer = stemmerOf(locale);
  if (!stemmer || stemmer.stem(one) !== stemmer.stem(other)) return false;
  return !/^en\b/i.test(locale) || (one.length > other.length ? one : other).endsWith("s");
}

/** The longest first; what one has taken no other one finds. */
function undividedIn(text: string, terms: readonly LocaleTerm[], locale: string): TermInText[] {
  const found: TermInText[] = [];
  let rest = text.normalize("NFC");
  if (!terms.some(({ source }) => rest.includes(source))) return found;
  const edges = wordEdges(rest, locale);
  for (const term of terms) {
    const { source } = term;
    let isIn = false;
    for (let at = rest.indexOf(source); at >= 0; at = rest.indexOf(source, at + 1)) {
      const end = at + source.length;
      if (term.kind !== "statement" && !(edges.has(at) && edges.has(end))) continue;
      rest = rest.slice(0, at) + "\u0000".repeat(source.length) + rest.slice(end);
      isIn = true;
    }
    if (isIn) found.push({ term, quote: source });
  }
  return found;
}

function compile(terms: LocaleTerms, locale: string): Compiled {
  const ofTerms = compiled.get(terms) ?? new Map<string, Compiled>();
  compiled.set(terms, ofTerms);
  const known = ofTerms.get(locale);
  if (known) return known;
  const stemmer = stemmerOf(locale);
  const byWord = new Map<string, Words[]>();
  const anywhere: LocaleTerm[] = [];
  for (const term of terms) {
    if (term.source === "") continue;
    if (undivided.test(term.source)) {
      anywhere.push(term);
      continue;
    }
    const words = tokensOf(term.source).map(({ lower }) => lower);
    const [first = ""] = words;
    for (const key of new Set([first, stemmer?.stem(first) ?? first])) {
      byWord.set(key, [...(byWord.get(key) ?? []), { term, words }]);
    }
  }
  const fresh = { byWord, anywhere: anywhere.toSorted((a, b) => b.source.length - a.source.length) };
  ofTerms.set(locale, fresh);
  return fresh;
}
