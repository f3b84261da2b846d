import { firstSignsOf, secondSignsOf, spreadAlternatives } from "./first-signs.ts";

/** Words of one thing: a regular expression without a beginning, alternatives with `|` between them. */
export interface WordsOf<Key> {
  key: Key;
  words: string;
}

export interface FoundWords<Key> {
  key: Key;
  /** UTF-16 code units, `end` exclusive */
  start: number;
  end: number;
}

interface Alternative<Key> {
  key: Key;
  source: string;
  /** null: any */
  signs: ReadonlySet<string> | null;
}

/** All that may begin with one sign. */
interface Begun<Key> {
  pattern: RegExp;
  /** code units that come second; null: any */
  seconds: ReadonlySet<number> | null;
  /** by group */
  keys: readonly Key[];
}

/** Finds words, from left to right, none inside another. */
export type FindWords<Key> = (lower: string, most?: number) => FoundWords<Key>[];

/**
 * Finds what one regular expression of all these words would, first ones first, without trying hundreds of alternatives at every
 * letter: only at beginnings of words, and only those that begin with the sign that is there.
 * @param options.prefix regular expression of what may stand before each word, as one with it
 * @param options.anywhere scripts that put no spaces between words: also within a run of letters
 */
export function findByBeginning<Key>(
  all: readonly WordsOf<Key>[],
  { prefix = "", anywhere = false }: { prefix?: string; anywhere?: boolean },
): FindWords<Key> {
  const alternatives = all.flatMap(({ key, words }) =>
    spreadAlternatives(words).map(
      (source): Alternative<Key> => ({ key, source, signs: firstSignsOf(prefix + source) }),
    ),
  );
  const beginning = `${anywhere ? "" : "(?<![\\p{L}\\p{M}])"}${prefix}`;
  const known = new Set(alternatives.flatMap(({ signs }) => [...(signs ?? [])].map((sign) => sign.charCodeAt(0))));
  const bySign = new Map<number, Begun<Key> | null>();
  const others = -1;

  const begunBy = (code: number): Begun<Key> | null => {
    const sign = known.has(code) ? code : others;
    const made = bySign.get(sign);
    if (made !== undefined) return made;
    const letter = sign === others ? "" : String.fromCharCode(sign);
    const wanted = alternatives.filter(({ signs }) => signs === null || signs.has(letter));
    const fresh =
      wanted.length === 0 ? null : compiled(wanted, { beginning, seconds: prefix === "" ? secondsOf(wanted) : null });
    bySign.set(sign, fresh);
    return fresh;
  };

  return (lower, most = Number.POSITIVE_INFINITY) => {
    const found: FoundWords<Key>[] = [];
    let isInside = false;
    for (let at = 0; at < lower.length && found.length < most; ) {
      const code = lower.charCodeAt(at);
      const begun: Begun<Key> | null = isInside ? null : begunBy(code);
      const isPossible = begun && (begun.seconds === null || begun.seconds.has(lower.charCodeAt(at + 1)));
      const match: FoundWords<Key> | null = isPossible ? matchAt(begun, lower, at) : null;
      if (match) found.push(match);
      const next: number = match ? Math.max(match.end, at + 1) : at + 1;
      isInside = !anywhere && isLetter(lower.charCodeAt(next - 1));
      at = next;
    }
    return found;
  };
}

function matchAt<Key>({ pattern, keys }: Begun<Key>, lower: string, at: number): FoundWords<Key> | null {
  pattern.lastIndex = at;
  const match = pattern.exec(lower);
  // In the middle of a pair of surrogates a pattern begins at its first half.
  if (!match || match.index !== at) return null;
  const key = keys[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
  return key === undefined ? null : { key, start: at, end: at + match[0].length };
}

function secondsOf<Key>(alternatives: readonly Alternative<Key>[]): Begun<Key>["seconds"] {
  const found = new Set<number>();
  for (const { source } of alternatives) {
    const signs = secondSignsOf(source);
    if (signs === null) return null;
    for (const sign of signs) found.add(sign.charCodeAt(0));
  }
  return found;
}

function compiled<Key>(
  alternatives: readonly Alternative<Key>[],
  { beginning, seconds }: { beginning: string; seconds: Begun<Key>["seconds"] },
): Begun<Key> {
  const byKey = Map.groupBy(alternatives, ({ key }) => key);
  const groups = [...byKey.values()].map((ofKey) => `(${ofKey.map(({ source }) => source).join("|")})`);
  return { pattern: new RegExp(`${beginning}(?:${groups.join("|")})`, "uy"), seconds, keys: [...byKey.keys()] };
}

const letters = new Uint8Array(0x10000);
const [no, yes] = [1, 2];

/** True for a letter or a mark, as a word has them inside; signs outside the basic plane are asked of the pattern itself. */
function isLetter(code: number): boolean {
  let known = letters[code];
  if (!known) {
    known = /^[\p{L}\p{M}]$/u.test(String.fromCharCode(code)) ? yes : no;
    letters[code] = known;
  }
  return known === yes;
}
