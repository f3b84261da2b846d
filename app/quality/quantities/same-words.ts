import type { Quantity } from "./quantity.ts";

const shortestStem = 4;
const longestEnding = 3;
const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'’]+$/u;

/** The same noun in another form: `pocket` and `pockets`, `caps` and `capsules`, `kieszeń` and `kieszenie`. */
export function isSameNoun(one: string, other: string): boolean {
  if (one === other) return one.length > 2 || !spaced.test(one);
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (!spaced.test(short)) return short.length > 1 && long.includes(short);
  if (short.length < shortestStem) return short.length > 2 && long.startsWith(short) && long.length - short.length < 3;
  if (long.startsWith(short)) return true;
  if (long.length - short.length > longestEnding) return false;
  let common = 0;
  while (common < short.length && one[common] === other[common]) common++;
  return common >= Math.max(shortestStem, short.length - 2);
}

const shortestPart = 4;
const shortestEnd = 5;

/** A word of a text names what a word of a fact's name does: the same noun, or a compound with it at either end. */
export function isNamedBy(word: string, name: string): boolean {
  if (word === name) return word.length > 1;
  if (!spaced.test(word) || !spaced.test(name))
    return name.length > 1 && (word.includes(name) || (name.includes(word) && word.length > 1));
  const [short, long] = word.length <= name.length ? [word, name] : [name, word];
  if (short.length < shortestPart) return false;
  if (isSameNoun(word, name) || (short.length >= shortestEnd && long.endsWith(short))) return true;
  // German participles: "geschäumt" of schäumen.
  return word.length > shortestEnd && word.startsWith("ge") && isSameNoun(word.slice(2), name);
}

/** Words of content that both quantities have beside them or in the name of their fact. */
export function isAboutTheSame({ near = [] }: Quantity, { near: known = [] }: Quantity, how?: "closely"): boolean {
  return near.some(
    (word) =>
      !common.has(word) &&
      known.some((other) => (how === "closely" ? isSameLongNoun(word, other) : isSameNoun(word, other))),
  );
}

const shortestTelling = 5;

function isSameLongNoun(one: string, other: string): boolean {
  if (!spaced.test(one)) return one.length > 1 && other.length > 1 && (one.includes(other) || other.includes(one));
  return one.length >= shortestTelling && other.length >= shortestTelling && isSameNoun(one, other);
}

/** Words of names and texts that say nothing of what is measured. */
const common: ReadonlySet<string> = new Set(
  "product produkt produit producto prodotto size sizes value note details description large small about approx comfort service maximum minimum total every after before".split(
    " ",
  ),
);
