import type { FoundNumber } from "./found-number.ts";

const basisBefore = /(?:(?<!\p{L})(?:per|je|pro|pour|por|par|auf|op|na|pr\.?|ogni|cada)|\/|每)[ \u00a0]?$/iu;
const basisBehind = /^ ?(?:あたり|当たり|당(?!\p{L}))/u;

/** "per 100 g" says what other amounts are of, and nothing by itself. */
export function isBasis(text: string, { start, end, values, units, hasUnit }: FoundNumber): boolean {
  const [unit] = units;
  if (!hasUnit || values[0] !== 100 || unit?.factor !== 1 || (unit.dimension !== "mass" && unit.dimension !== "volume"))
    return false;
  return basisBefore.test(text.slice(Math.max(0, start - 6), start)) || basisBehind.test(text.slice(end, end + 5));
}

const listNumber = /(?:^|\n)\s*$/;
const ordinal = /^(?:st|nd|rd|th|º|ª|er|ère|re|ème|e|ste|de|ος|η|ο|-й|-го|-я|-е|-ая|-ый|\.º|\.ª)(?![\p{L}\p{N}])/iu;
const idiom =
  /(?:24\/7|24 ?h ?\/ ?24|7 ?j ?\/ ?7|50\/50|\d+[- ](?:in|en|em|w|i)[- ](?:1|one|un|uno|un[oa]|eins)(?![\d\p{L}]))/iuy;
const phones = [
  /\+\(?\d{1,4}\)?(?:[ \-/.]?\(?\d{2,5}\)?){2,5}/uy,
  /\(?\d{3}\)?[- ]\d{3}[- ]\d{4}(?!\d)/uy,
  /0\d{2,4}[ /-]\d{3,8}(?:[ -]\d{2,8}){0,3}(?!\d)/uy,
];
const spelledIdiom = /\p{L}+[- ](?:in|en|em)[- ](?:one|eins?|un|uno|um)(?!\p{L})/iuy;

/** Where `24/7`, `2-in-1` or a telephone number ends that begins at `start`; `start` when none does. */
export function endOfIdiom(text: string, start: number, end: number): number {
  const before = text[start - 1] ?? " ";
  if (/[\p{L}\p{N}]/u.test(before)) return start;
  const at = /[+(]/.test(before) ? start - 1 : start;
  const from = text[at - 1] === "+" ? at - 1 : at;
  idiom.lastIndex = start;
  spelledIdiom.lastIndex = start;
  const length = idiom.exec(text)?.[0].length ?? spelledIdiom.exec(text)?.[0].length;
  if (length !== undefined && start + length > end) return start + length;
  for (const phone of phones) {
    phone.lastIndex = from;
    const found = phone.exec(text)?.[0];
    if (found !== undefined) return from + found.length;
  }
  return start;
}

/** "21. Jahrhundert", "1. Platz"; a number at the end of a sentence is none. */
const germanOrdinal =
  /^\d{1,2}\. (?:Jahrhundert|Platz|Generation|Auflage|Klasse|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Geburtstag|Stock|Lebensjahr)/u;
// German "2 am Tag" is no time of day.
const clockWord = /^(?: ?(?:[ap]\.m\.?|pm(?!\p{L})|o['’]clock|uhr(?!\p{L})|heures? du)|am(?!\p{L}))/iu;
const writtenDate = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?!\d)/u;
const clock = /^\d{1,2}:[0-5]\d(?!\d)/;

/** Words, a clock or a list around a number in digits that make it no quantity: `3rd`, `5 Uhr`, the `1.` of a list, `the 1990s`. */
export function isNoQuantity(text: string, { start, end }: { start: number; end: number }): boolean {
  const ahead = text.slice(end, end + 12);
  const behind = text.slice(Math.max(0, start - 24), start);
  const here = text.slice(start, start + 18);
  if (ordinal.test(ahead) || germanOrdinal.test(here) || clockWord.test(ahead)) return true;
  if (/^0?s(?!\p{L})/u.test(ahead) && /0$/.test(text.slice(start, end)) && /(?:\bthe |['’])$/iu.test(behind))
    return true;
  if (dateAt(text, start) !== undefined) return false;
  const isOfList = end - start <= 2 && /^[.)]\s/.test(ahead) && listNumber.test(behind);
  if (isOfList && end < text.trimEnd().length - 2) return true;
  if (/^:\d/.test(ahead) && clock.test(here)) return true;
  return /\d{1,2}:$/.test(behind) && /^[0-5]\d(?!\d)/.test(here);
}

/** A number in words that is a time of day, "neun Uhr", or 年中. */
export function isTimeInWords(text: string, end: number): boolean {
  return clockWord.test(text.slice(end, end + 9)) || /^年中/u.test(text.slice(end, end + 2));
}

/** The date that begins at `start`, as written; undefined when none does. */
export function dateAt(text: string, start: number): string | undefined {
  return writtenDate.exec(text.slice(start, start + 18))?.[0];
}
