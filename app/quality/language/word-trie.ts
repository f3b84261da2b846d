/** A phrase of a lexicon and what it means. */
export interface Phrase<Meaning> {
  /**
   * Small letters. A space is any run of spaces or a hyphen, `~` the same or nothing; `*` at the end of a word: up to four more
   * letters, `**`: any number of them.
   */
  words: string;
  meaning: Meaning;
  languages: LanguageSet;
}

/** Some of up to 60 languages: a bit each, in two numbers, since bitwise operators know 32 of a number's bits. */
export interface LanguageSet {
  low: number;
  high: number;
}

export const noLanguages: LanguageSet = { low: 0, high: 0 };
const bitsOfLow = 30;

/** The languages of these indices, 0 to 59. */
export function languageSet(...indices: readonly number[]): LanguageSet {
  const set = { low: 0, high: 0 };
  for (const index of indices) {
    if (index < bitsOfLow) set.low |= 1 << index;
    else set.high |= 1 << (index - bitsOfLow);
  }
  return set;
}

function overlap(one: LanguageSet, other: LanguageSet): boolean {
  return (one.low & other.low) !== 0 || (one.high & other.high) !== 0;
}

/** Phrases of many languages in one tree of characters, which grows where texts go: most of its words no text ever asks for. */
export interface WordTrie<Meaning> {
  root: Node<Meaning>;
}

interface Node<Meaning> {
  next: Map<number, Node<Meaning>> | null;
  /** after the letters that `*` stands for */
  inflected: Node<Meaning> | null;
  /** after the letters that `**` stands for */
  compound: Node<Meaning> | null;
  ends: End<Meaning>[] | null;
  /** phrases that go on below and are not sorted yet */
  waiting: Waiting<Meaning>[] | null;
}

/** A phrase on its way down. */
interface Waiting<Meaning> {
  spelling: string;
  /** the place of the sign that decides where it goes next */
  at: number;
  phrase: Phrase<Meaning>;
}

interface End<Meaning> {
  meaning: Meaning;
  languages: LanguageSet;
  /** letters of the phrase */
  length: number;
  /** no letter or digit may follow: scripts that put spaces between words */
  wholeWord: boolean;
}

/** A phrase found in a text, with all that it may mean: UTF-16 code units, `end` exclusive. */
export interface Hit<Meaning> {
  start: number;
  end: number;
  meanings: readonly Meaning[];
}

const separator = 0;
const mostInflection = 4;
/** Shorter words of a language that is not the text's mean something else too often. */
const shortestForeign = 4;
/** A separator is some spaces and hyphens, not an indentation. */
const widestSeparator = 3;

/** @returns the tree of all phrases; of letters with accents also the spelling without them, where the phrase is long enough */
export function createWordTrie<Meaning>(phrases: Iterable<Phrase<Meaning>>): WordTrie<Meaning> {
  const root = createNode<Meaning>();
  const waiting: Waiting<Meaning>[] = [];
  for (const phrase of phrases) {
    for (const spelling of spellingsOf(phrase.words)) waiting.push({ spelling, at: 0, phrase });
  }
  root.waiting = waiting;
  return { root };
}

function createNode<Meaning>(): Node<Meaning> {
  return { next: null, inflected: null, compound: null, ends: null, waiting: null };
}

const plain = /^[\0-\x7f]*$/;

function spellingsOf(words: string): readonly string[] {
  if (plain.test(words) && !words.includes("~")) return [words];
  const [before = "", ...after] = words.split("~");
  let all = [before];
  for (const part of after) all = all.flatMap((one) => [`${one}${part}`, `${one} ${part}`]);
  if (plain.test(words)) return all;
  const bare = all.map((one) =>
    one.length < 5
      ? one
      : one
          .normalize("NFD")
          .replace(/[\u0300-\u036f]/g, "")
          .normalize("NFC"),
  );
  return [...new Set([...all, ...bare])];
}

/** Sends the phrases that wait at a node one sign further. */
function expand<Meaning>(node: Node<Meaning>): void {
  const { waiting } = node;
  node.waiting = null;
  for (const one of waiting ?? []) {
    if (one.at >= one.spelling.length) {
      addEnd(node, one);
      continue;
    }
    const child = childFor(node, one);
    child.waiting ??= [];
    child.waiting.push(one);
  }
}

/** The node behind the next sign, which is passed. */
function childFor<Meaning>(node: Node<Meaning>, one: Waiting<Meaning>): Node<Meaning> {
  const { spelling, at } = one;
  if (spelling[at] === "*") {
    const isCompound = spelling[at + 1] === "*";
    one.at += isCompound ? 2 : 1;
    if (!isCompound) {
      node.inflected ??= createNode();
      return node.inflected;
    }
    node.compound ??= createNode();
    return node.compound;
  }
  one.at++;
  const code = spelling[at] === " " ? separator : spelling.charCodeAt(at);
  node.next ??= new Map();
  let child = node.next.get(code);
  if (!child) {
    child = createNode();
    node.next.set(code, child);
  }
  return child;
}

function addEnd<Meaning>(node: Node<Meaning>, { spelling, phrase }: Waiting<Meaning>): void {
  const { meaning, languages } = phrase;
  const letters = spelling.replaceAll("*", "");
  const known = node.ends?.find((end) => end.meaning === meaning && end.length === letters.length);
  if (known) {
    const { low, high } = known.languages;
    known.languages = { low: low | languages.low, high: high | languages.high };
    return;
  }
  const wholeWord = !isUndivided(letters.charCodeAt(letters.length - 1));
  node.ends ??= [];
  node.ends.push({ meaning, languages, length: letters.length, wholeWord });
}

/** Which languages count: the text's own in full, others by words that are long enough to mean nothing else. */
export interface Languages {
  own: LanguageSet;
  foreign: LanguageSet;
}

/**
 * The longest phrases of a text, from left to right, none inside another.
 * @param lower the text in small letters, every letter in its place
 * @param most phrases that are looked for; the text behind them is not read
 */
export function hitsIn<Meaning>(
  { root }: WordTrie<Meaning>,
  lower: string,
  { own, foreign }: Languages,
  most = Number.POSITIVE_INFINITY,
): Hit<Meaning>[] {
  const hits: Hit<Meaning>[] = [];
  let covered = 0;
  let wasWord = false;
  let found: { end: number; meanings: Meaning[] } = { end: 0, meanings: [] };

  const look = (node: Node<Meaning>, at: number) => {
    if (node.waiting) expand(node);
    if (node.ends && at >= found.end) {
      for (const { meaning, languages, length, wholeWord } of node.ends) {
        if (wholeWord && isWord(lower.charCodeAt(at)) && !isUndivided(lower.charCodeAt(at))) continue;
        const counts = overlap(languages, own) || (length >= shortestForeign && overlap(languages, foreign));
        if (!counts || isInsideCluster(lower.charCodeAt(at), lower.charCodeAt(at - 1))) continue;
        if (at > found.end) found = { end: at, meanings: [meaning] };
        else if (!found.meanings.includes(meaning)) found.meanings.push(meaning);
      }
    }
    if (node.next && at < lower.length) {
      const child = node.next.get(lower.charCodeAt(at));
      if (child) look(child, at + 1);
      const gap = node.next.get(separator);
      if (gap) {
        let to = at;
        while (to < lower.length && to - at < widestSeparator && isSeparator(lower.charCodeAt(to))) to++;
        if (to > at) look(gap, to);
      }
    }
    if (node.inflected || node.compound) {
      let to = at;
      while (to < lower.length && isWord(lower.charCodeAt(to)) && to - at < longestWord) to++;
      if (node.inflected && to - at <= mostInflection) look(node.inflected, to);
      if (node.compound) look(node.compound, to);
    }
  };

  /** The place behind "of", "and", "the" that are written as one with the next word, where that is a phrase; -1 without. */
  const behindPrefix = (start: number): number => {
    for (const length of prefixLengths(lower, start)) {
      const from = start + length;
      const node = root.next?.get(lower.charCodeAt(from));
      if (!node) continue;
      found = { end: from, meanings: [] };
      look(node, from + 1);
      if (found.meanings.length > 0 && found.end - from >= shortestPrefixed) return from;
    }
    return -1;
  };

  if (root.waiting) expand(root);
  for (let i = 0; i < lower.length && hits.length < most; i++) {
    const code = lower.charCodeAt(i);
    const undivided = isUndivided(code);
    const word = isWord(code);
    if (i >= covered && word && (undivided || !wasWord) && !isInsideCluster(code, lower.charCodeAt(i - 1))) {
      const node = root.next?.get(code);
      if (node) {
        found = { end: i, meanings: [] };
        look(node, i + 1);
      }
      const from = node && found.meanings.length > 0 ? i : isPrefixing(code) ? behindPrefix(i) : -1;
      if (from >= 0) {
        hits.push({ start: i, end: found.end, meanings: found.meanings });
        covered = found.end;
      }
    }
    wasWord = word && !undivided;
  }
  return hits;
}

const longestWord = 60;

/** What is left of a shorter word without its first letter is another word too often. */
const shortestPrefixed = 3;
const longestPrefix = 3;
/** "And", "in", "to", "from", "as", "that" and the article are written as one with the word behind them. */
const prefixes: ReadonlySet<string> = new Set(
  "ה|ו|ב|כ|ל|מ|ש|וה|וב|ול|ומ|בה|לה|מה|שה|כש|ال|و|ب|ل|ف|ك|وال|بال|كال|فال|لل|وب|ول".split("|"),
);

/** A Hebrew or Arabic letter. */
function isPrefixing(code: number): boolean {
  return (code >= 0x05d0 && code <= 0x05ea) || (code >= 0x0621 && code <= 0x064a);
}

/** How many letters at the beginning of a word may be a prefix, the longest first. */
function prefixLengths(lower: string, start: number): number[] {
  const lengths: number[] = [];
  for (let length = longestPrefix; length > 0; length--) {
    if (prefixes.has(lower.slice(start, start + length)) && isWord(lower.charCodeAt(start + length)))
      lengths.push(length);
  }
  return lengths;
}

/** Every letter keeps its place; typographic apostrophes become plain ones. */
export function foldedText(text: string): string {
  const plain = /[İſ’]/.test(text) ? text.replaceAll("İ", "I").replaceAll("ſ", "s").replaceAll("’", "'") : text;
  return plain.toLowerCase();
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 0xa0 || code === 0x202f || (code >= 0x2010 && code <= 0x2013);
}

/**
 * True where a Thai word can neither begin nor end: before a vowel or tone that hangs on the sign before it, and behind a vowel
 * that belongs to the sign after it. NaN, behind the end, is outside.
 */
function isInsideCluster(code: number, before: number): boolean {
  if (!(isThai(code) || isThai(before))) return false;
  const hangs = (code >= 0x0e30 && code <= 0x0e3a) || code === 0x0e45 || (code >= 0x0e47 && code <= 0x0e4e);
  return hangs || (before >= 0x0e40 && before <= 0x0e44);
}

export function isThai(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e4e;
}

/** Scripts without spaces between words, and Hangul, whose words take endings. */
export function isUndivided(code: number): boolean {
  return (
    isThai(code) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    code === 0x30fc
  );
}

/** 0 = not asked yet */
const known = new Uint8Array(0x1_0000);

/** A letter, mark or digit. NaN, behind the end, is none. */
export function isWord(code: number): boolean {
  const before = known[code];
  if (before === undefined) return false;
  if (before > 0) return before === 1;
  // Half of a sign, as of an emoji, is no letter.
  const is = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code));
  known[code] = is ? 1 : 2;
  return is;
}
