import { roleOfName } from "./roles.ts";

/** A label glued to a number: the side that it names, or null for `ca`. */
export interface NumberLabel {
  label: string | null;
  /** it can be nothing else, as Ø */
  isSure: boolean;
}

const sides: Readonly<Record<string, string>> = {
  ...{ w: "width", b: "width", 幅: "width", h: "height", v: "height", d: "depth", t: "depth", p: "depth", l: "length" },
  ...{ ø: "diameter", "⌀": "diameter", φ: "diameter", dia: "diameter", 高さ: "height", 奥行: "depth" },
};
const words: Readonly<Record<string, string>> = {
  ...{
    width: "width",
    depth: "depth",
    height: "height",
    length: "length",
    breite: "width",
    tiefe: "depth",
    höhe: "height",
  },
  ...{ länge: "length", largeur: "width", profondeur: "depth", hauteur: "height", longueur: "length", ancho: "width" },
  ...{ fondo: "depth", alto: "height", largo: "length", larghezza: "width", profondità: "depth", altezza: "height" },
  ...{ lunghezza: "length", breedte: "width", diepte: "depth", hoogte: "height", lengte: "length" },
};

const glued = /(?<![\p{L}\p{N}])(?<label>[WBHDTLPwbhdtlp]|[Øø⌀Φφ]|ca\.?|approx\.?|c\.)[:. ]?\s?$/u;

/** The label right before the number at `start`: `W60`, `Ø 8`, `ca20`. */
export function labelBefore(text: string, start: number): NumberLabel | null {
  const label = glued.exec(text.slice(Math.max(0, start - 9), start))?.groups?.label?.toLowerCase();
  if (label === undefined) return null;
  if (/^(?:ca|approx|c)\.?$/.test(label)) return { label: null, isSure: true };
  return { label: sides[label] ?? null, isSure: /[ø⌀φ]/u.test(label) };
}

/** The label right behind a number: `60W x 40D`, `60 cm (W)`; null when there is none. */
export function labelAfter(text: string, end: number): string | null {
  const label = /^\s?(?:\(([WBHDTLPØ])\)|([WBHDTLPØ])(?=\s?[x×✕*]|\s*$|[,.;)]))/u.exec(text.slice(end, end + 6));
  const letter = (label?.[1] ?? label?.[2])?.toLowerCase();
  return letter === undefined ? null : (sides[letter] ?? null);
}

/** As {@link labelAfter}, of sizes that are linked, where `60W` is a width and not a power. */
export function linkedLabelAfter(text: string, start: number, end: number): { label: string; end: number } | null {
  const found = /^\s?[WBHDTLP](?=\s?[x×✕*]\s?\d|\s*$|[ ,.;)])/u.exec(text.slice(end, end + 8))?.[0];
  if (found === undefined) return null;
  const isFirst = /^\s?[x×✕*]\s?\d+(?:[.,]\d+)?\s?[WBHDTLP]\b/u.test(
    text.slice(end + found.length, end + found.length + 16),
  );
  const isLater = /\d\s?[WBHDTLP]\s?[x×✕*]\s?$/u.test(text.slice(Math.max(0, start - 10), start));
  const label = sides[found.trim().toLowerCase()];
  return (isFirst || isLater) && label !== undefined ? { label, end: end + found.length } : null;
}

const separator = /\s?[x×✕*/]\s?/u;
const lettersOfAll = /(?<!\p{L})[WBHDTLPØ](?:\s?[x×✕*/]\s?[WBHDTLPØ]){1,3}(?!\p{L})/iu;
const cjkWordsOfAll =
  /(?<![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{1,4}(?:\s?[x×✕*/]\s?[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{1,4}){1,3}/u;
const wordsOfAll = /(?<!\p{L})\p{L}{3,11}(?:\s?[x×✕*/]\s?\p{L}{3,11}(?!\p{L})){1,3}/u;

/**
 * The sides of a size by the letters or words written for all of them: in the name of its fact, before it or behind it.
 * @returns null when there are none, or not one for each; a word that names no side that is known is null
 */
export function chainLabels(
  text: string,
  { start, end, length }: { start: number; end: number; length: number },
  name: string,
): (string | null)[] | null {
  for (const near of [text.slice(end, end + 40), text.slice(Math.max(0, start - 44), start), name]) {
    const found = (lettersOfAll.exec(near) ?? wordsOfAll.exec(near) ?? cjkWordsOfAll.exec(near))?.[0];
    if (found === undefined) continue;
    const all = found.split(separator).map(sideOf);
    if (all.length === length && all.some((side) => side !== null)) return all;
  }
  return null;
}

function sideOf(word: string): string | null {
  const plain = word.toLowerCase();
  return sides[plain] ?? words[plain] ?? roleOfName(plain, "length")?.role ?? null;
}
