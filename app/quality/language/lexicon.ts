/** A text prepared for look-ups: where its words begin. */
export interface Words {
  text: string;
  /** in small letters, each at its place in the text */
  lower: string;
  starts: readonly number[];
}

/** Finds things in texts by the words that name them. */
export interface Lexicon {
  /** each thing with the first words of the text that name it */
  in(words: Words): Map<string, string>;
}

interface Entry {
  thing: string;
  head: string;
  /** sticky */
  pattern: RegExp;
}

/** Letters by which candidates are found; no head is shorter. */
const keyChars = 2;
const longestHead = 6;

/**
 * A lexicon of patterns. A pattern is tried only where a word begins like one of its alternatives, so that the time grows with
 * the text and not with the lexicon.
 * @param things name → alternatives of a regular expression for whole words; each begins with at least two letters
 * @param bounds what must come before and after, besides the ends of words
 */
export function createLexicon(things: Readonly<Record<string, string>>, { before = "", after = "" } = {}): Lexicon {
  const byKey = new Map<string, Entry[]>();
  for (const [thing, alternatives] of Object.entries(things)) {
    const pattern = new RegExp(`${before}(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])${after}`, "iuy");
    for (const head of headsOf(alternatives)) {
      if (head.length < keyChars) throw new Error(`"${thing}" has a word that begins with less than two letters`);
      const key = head.slice(0, keyChars);
      byKey.set(key, [...(byKey.get(key) ?? []), { thing, head: head.slice(0, longestHead), pattern }]);
    }
  }
  return {
    in({ text, lower, starts }) {
      const found = new Map<string, string>();
      for (const at of starts) {
        for (const { thing, head, pattern } of byKey.get(lower.slice(at, at + keyChars)) ?? none) {
          if (found.has(thing) || !lower.startsWith(head, at)) continue;
          pattern.lastIndex = at;
          const words = pattern.exec(text)?.[0];
          if (words !== undefined) found.set(thing, words);
        }
      }
      return found;
    },
  };
}

const none: readonly Entry[] = [];

/** The letters that the alternatives of a pattern surely begin with. */
export function headsOf(alternatives: string): Set<string> {
  const heads = new Set<string>();
  for (const alternative of splitTop(alternatives)) {
    const group = /^\(\?:(.*)\)/u.exec(alternative)?.[1];
    if (group !== undefined) for (const head of headsOf(group)) heads.add(head);
    else heads.add(/^[\p{L} -]*(?![?*{])/u.exec(alternative)?.[0] ?? "");
  }
  return heads;
}

/** At the bars that are in no group. */
function splitTop(alternatives: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const char of alternatives) {
    if (char === "(" || char === "[") depth++;
    if (char === ")" || char === "]") depth--;
    if (char === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/** Prepares a text once for all lexicons. */
export function wordsOf(text: string): Words {
  const lower = folded(text);
  const starts: number[] = [];
  let inside = false;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    const high = code >= 0xd800 && code < 0xdc00;
    const isWord = code < 128 ? isAsciiWord(code) : isWordSign(high ? (lower.codePointAt(i) ?? code) : code);
    if (isWord && !inside) starts.push(i);
    inside = isWord;
    if (high) i++;
  }
  return { text, lower, starts };
}

/** As a regular expression folds case; every letter keeps its place. */
function folded(text: string): string {
  return (/[İſ]/.test(text) ? text.replaceAll("İ", "I").replaceAll("ſ", "s") : text).toLowerCase();
}

/** Of small letters. */
function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** 0 = not asked yet */
const known = new Uint8Array(0x11_0000);
const [yes, no] = [1, 2];

function isWordSign(code: number): boolean {
  const before = known[code];
  if (before) return before === yes;
  const is = /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
  known[code] = is ? yes : no;
  return is;
}
