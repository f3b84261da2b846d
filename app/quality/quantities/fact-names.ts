import type { FactQuantity } from "./fact-quantity.ts";
import { roleAt } from "./role-names.ts";
import { wordsOfName } from "./roles.ts";
import { isNamedBy } from "./same-words.ts";
import type { Dimension } from "./unit.ts";

const segmentEnd = /[,;/+•|\n()&:=.!?]|\s[–—-]\s/u;
/** A line of a description with more words of content is a sentence and no label. */
const longestLabel = 3;
/** Words of names that every field of that dimension may have. */
const generic: ReadonlySet<string> = new Set(
  "max maximum maximal maximale maximaal massimo máximo máxima maks min minimum total gesamt totale totaal approx about per pro each size größe grösse taille tamaño talla maat rozmiar storlek størrelse koko misura tamanho value amount menge quantity measure dimension dimensions maße abmessungen time zeit tid tijd temps tiempo tempo czas čas".split(
    " ",
  ),
);

/**
 * The words by which a fact names one of its numbers, without those that say no more than its dimension does: the strap of "Strap
 * length: 55 cm", the case of "7 h buds + 23 h case", the hose of "With gauge. Hose 110 cm.". Empty: it has no such name.
 */
export function namingWords(
  candidate: FactQuantity,
  dimension: Dimension,
  all: readonly FactQuantity[],
): readonly string[] {
  const read = known.get(candidate);
  if (read?.dimension === dimension) return read.words;
  const words = readNames(candidate, dimension, all);
  known.set(candidate, { dimension, words });
  return words;
}

/** The facts of a product are held against every number of its texts. */
const known = new WeakMap<FactQuantity, { dimension: Dimension; words: readonly string[] }>();

function readNames(candidate: FactQuantity, dimension: Dimension, all: readonly FactQuantity[]): string[] {
  const { fact, quote } = candidate;
  const siblings = all.filter((one) => one.fact === fact && one.quantity.units.some((u) => u?.dimension === dimension));
  const isLabelled = fact.kind === "attribute";
  if (isLabelled && siblings.length === 1) return telling(wordsOfName(bare(fact.name)), dimension);
  if (!isLabelled && fact.kind !== "description") return [];
  const segment = segmentAround(fact.value, quote);
  if (segment === null || siblings.some((one) => one !== candidate && segment.includes(one.quote))) return [];
  const words = telling(wordsOfName(segment.replace(quote, " ")), dimension);
  return words.length <= longestLabel ? words : [];
}

/** Of the words that name one, those that do not name the others as well. */
export function ownWords(words: readonly string[], others: readonly (readonly string[])[]): readonly string[] {
  const own = words.filter((word) => !others.some((names) => names.some((other) => isNamedBy(word, other))));
  return own.length > 0 ? own : words;
}

function bare(name: string): string {
  return name.split(/[([]/)[0] ?? "";
}

function segmentAround(value: string, quote: string): string | null {
  const at = value.indexOf(quote);
  if (at === -1) return null;
  const behind = value.slice(0, at).split(segmentEnd).at(-1) ?? "";
  const [ahead = ""] = value.slice(at + quote.length).split(segmentEnd);
  return `${behind}${quote}${ahead}`;
}

/** `Stiel` of "Stiellänge", and no word that names the dimension alone. */
function telling(words: readonly string[], dimension: Dimension): string[] {
  return words.flatMap((word, at) => {
    if (generic.has(word) || word.length < 2) return [];
    const role = roleAt(words, at, dimension);
    if (!role) return [word];
    return role.part === "" || role.length > 1 ? [] : [role.part];
  });
}
