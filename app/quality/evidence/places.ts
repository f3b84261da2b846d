import type { TextPlace } from "../../db/schema/index.ts";
import type { Span } from "../statements/statement.ts";

/** More marks of one finding help nobody. */
const maxPlaces = 20;

/**
 * Where words stand in a text, as whole words, each time they occur: what a finding or a piece of evidence is shown at, and how
 * it is found again after an edit.
 * @param text what a reader sees, bullets joined by line feeds
 * @param quote words of it, to the letter; capitals may differ @returns code points; empty when the text does not hold them
 */
export function placesOf(text: string, quote: string): TextPlace[] {
  return placesOfSpans(text, spansOf(text, quote));
}

/** The same in UTF-16 code units, in the order of the text. */
export function spansOf(text: string, quote: string): Span[] {
  const wanted = quote.trim();
  if (wanted === "") return [];
  const exact = occurrences(text, wanted);
  return exact.length > 0 ? exact : spansInAnyCase(text, wanted);
}

/** The same of words that mean the same in capitals. */
export function spansInAnyCase(text: string, quote: string): Span[] {
  const [lower, wanted] = [text.toLowerCase(), quote.trim().toLowerCase()];
  if (wanted === "") return [];
  // Some letters change their length in lower case: places would be off.
  return lower.length === text.length ? occurrences(lower, wanted) : occurrences(text, quote.trim());
}

/** Words of a text as a finding carries them, each time they occur in any case; nothing where it does not hold them. */
export function quotedInAnyCase(text: string, words: string): { quote?: string; spans?: Span[] } {
  const spans = spansInAnyCase(text, words);
  const [first] = spans;
  return first ? { quote: text.slice(first.start, first.end), spans } : {};
}

/** Code units as code points. @param spans in the order of the text */
export function placesOfSpans(text: string, spans: readonly Span[]): TextPlace[] {
  if (!/[\ud800-\udbff]/.test(text)) return spans.map(({ start, end }) => ({ start, end }));
  let [unit, point] = [0, 0];
  const pointAt = (to: number) => {
    if (to < unit) [unit, point] = [0, 0];
    while (unit < to) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point++;
    }
    return point;
  };
  return spans.map(({ start, end }) => ({ start: pointAt(start), end: pointAt(end) }));
}

function occurrences(text: string, quote: string): Span[] {
  const found: Span[] = [];
  const [opens, closes] = [isWordAt(quote, 0), isWordAt(quote, quote.length - 1)];
  let from = 0;
  while (found.length < maxPlaces) {
    const at = text.indexOf(quote, from);
    if (at === -1) break;
    const end = at + quote.length;
    from = at + 1;
    if (!(opens && isWordAt(text, at - 1)) && !(closes && isWordAt(text, end))) found.push({ start: at, end });
    // What opens with a word begins in no word: one long word is passed once, not compared from each of its letters.
    if (opens) while (isWordAt(text, from)) from++;
  }
  return found;
}

/** Letters of scripts that put no spaces between words bound none. */
function isWordAt(text: string, at: number): boolean {
  const sign = text[at];
  if (sign === undefined) return false;
  return /[\p{L}\p{N}\p{M}]/u.test(sign) && !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(sign);
}
