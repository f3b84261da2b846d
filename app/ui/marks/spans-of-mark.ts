import { spansOf, type WordSpan } from "../../lib/html/spans-of-words.ts";
import type { MarkView } from "./mark-view.ts";

/**
 * Where a mark's words stand in a text as whole words: all places, or, of a mark that was found at some, those nearest to them.
 * White space of any kind is the same. Words that the text does not hold any more are marked nowhere.
 */
export function spansOfMark(text: string, { quote, at }: Pick<MarkView, "quote" | "at">): WordSpan[] {
  const all = spansOf(oneSpace(text), oneSpace(quote));
  return at.length === 0
    ? all
    : nearest(
        all,
        at.map(({ start }) => unitsOf(text, start)),
      );
}

/** As long as before, so that places stay. */
function oneSpace(text: string): string {
  return text.replace(/\s/gu, " ");
}

function nearest(all: readonly WordSpan[], wanted: readonly number[]): WordSpan[] {
  const left = new Set(all);
  return wanted.flatMap((place) => {
    const [best] = [...left].sort((a, b) => Math.abs(a.start - place) - Math.abs(b.start - place));
    if (best === undefined) return [];
    left.delete(best);
    return [best];
  });
}

/** Code points as UTF-16 units. */
function unitsOf(text: string, points: number): number {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left--)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}
