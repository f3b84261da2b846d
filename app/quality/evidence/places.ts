import type { TextPlace } from "../../db/schema/index.ts";
import { spansInAnyCase, spansOf } from "../../lib/html/spans-of-words.ts";
import type { Span } from "../statements/statement.ts";

/**
 * Where words stand in a text, as whole words, each time they occur: what a finding or a piece of evidence is shown at, and how
 * it is found again after an edit.
 * @param text what a reader sees, bullets joined by line feeds
 * @param quote words of it, to the letter; capitals may differ @returns code points; empty when the text does not hold them
 */
export function placesOf(text: string, quote: string): TextPlace[] {
  return placesOfSpans(text, spansOf(text, quote));
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
