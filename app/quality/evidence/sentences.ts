import type { Span } from "../statements/statement.ts";

/** A sentence, a bullet or a line of a text, without the white space around it. */
export interface Sentence {
  text: string;
  at: Span;
}

/** Their full stop ends no sentence: lower case, without the last one. */
const abbreviations = new Set(
  (
    "max min approx ca circa env aprox no nr num art inkl incl exkl excl ggf evtl bzw vgl vs dia diam abm dr mr mrs ms prof mind " +
    "zzgl z.b d.h u.a e.g i.e n° núm ref réf dim abb bspw rdn tzv resp fl sq cu"
  ).split(" "),
);
/** Units: their full stop ends no sentence before a number or a small letter. */
const units = new Set("oz in ft lb lbs yd gal qt pt sec hr hrs std stk tbsp tsp cm mm kg ml gr g m l".split(" "));
/** A number with a full stop is an ordinal there: `der 1. Preis`. */
const ordinalDots = new Set("de da nb no nn fi cs sk pl hr sr bs sl hu et lv tr".split(" "));

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of a text. A line feed ends one, so that titles and bullets are sentences of their own; the full stop of an
 * abbreviation or of an ordinal does not.
 * @param text what a reader sees, bullets joined by line feeds
 * @param locale BCP-47
 */
export function sentencesOf(text: string, locale: string): Sentence[] {
  const sentences: Sentence[] = [];
  const hasOrdinals = ordinalDots.has(languageOf(locale));
  let start = 0;
  for (const { segment, index } of segmenterFor(locale).segment(text)) {
    const end = index + segment.length;
    const isOpen = end < text.length && !segment.includes("\n");
    if (isOpen && goesOn(text.slice(start, end), text.charAt(end), hasOrdinals)) continue;
    const words = text.slice(start, end);
    const lead = words.length - words.trimStart().length;
    const trimmed = words.trim();
    if (trimmed !== "") {
      sentences.push({ text: trimmed, at: { start: start + lead, end: start + lead + trimmed.length } });
    }
    start = end;
  }
  return sentences;
}

/** Whether the last full stop is that of an abbreviation, an initial or an ordinal. */
function goesOn(words: string, next: string, hasOrdinals: boolean): boolean {
  const last = /(?<word>[\p{L}\p{M}°][\p{L}\p{M}.°]{0,9}|\d{1,2})\.\s*$/u.exec(words.slice(-24));
  const word = last?.groups?.word?.toLowerCase() ?? "";
  if (word === "") return false;
  if (/^\d/.test(word)) return hasOrdinals || /^\s*\d{1,2}\.\s*$/.test(words);
  if (units.has(word)) return !/\p{Lu}/u.test(next);
  return word.length === 1 || abbreviations.has(word);
}

function segmenterFor(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale);
  if (known) return known;
  const fresh = createSegmenter(locale);
  segmenters.set(locale, fresh);
  return fresh;
}

function createSegmenter(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity: "sentence" });
  } catch {
    // Not every locale that a file names is one.
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}

export function languageOf(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}
