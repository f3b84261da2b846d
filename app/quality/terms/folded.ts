import { undivided } from "../../texts/undivided.ts";

/**
 * Words without what their forms and spellings change: capitals, accents and vowel signs, the letters that Arabic writes in several
 * ways, long vowels of katakana. For asking whether a text has a word in some form, never for its spelling.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0591-\u05c7\u0640]/g, "")
    .normalize("NFKC")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/(?<=\p{Script=Katakana})ー/gu, "");
}

/** The same with letters and digits alone: "Guss-Eisen" and "Gusseisen" are one. */
export function foldedKey(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(locale: string): Intl.Segmenter {
  const kept = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: "word" });
  segmenters.set(locale, kept);
  return kept;
}

/** The places at which a word of a text may begin or end, in UTF-16 units: scripts without spaces show none. */
export function wordEdges(text: string, locale: string): ReadonlySet<number> {
  const edges = new Set<number>([text.length]);
  if (!undivided.test(text)) return edges;
  for (const { index } of segmenterOf(locale).segment(text)) edges.add(index);
  return edges;
}
