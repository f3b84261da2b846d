import type { MarkKind, MarkView } from "./mark-view.ts";
import { spansOfMark } from "./spans-of-mark.ts";

/** A piece of a text; `ends`: the mark's last piece, after which its number stands. */
export interface Piece {
  text: string;
  mark: MarkView | null;
  ends: boolean;
}

interface Range {
  /** signs that are no white space, before it and up to its end */
  start: number;
  end: number;
  mark: MarkView;
}

const weights: Record<MarkKind, number> = { blocks: 3, warns: 2, glossary: 1, backed: 0 };
/** More marks than this would hide the text. */
const mostRanges = 120;

/**
 * Makes the function that cuts a text at its marks, to be called with the pieces of it that are shown, in their order.
 * White space does not count: what is shown may be laid out in another way than the words that were checked.
 * @param checked the words that the marks' places are of @param shown the pieces that will be asked for
 */
export function cutAtMarks(
  checked: string,
  shown: readonly string[],
  marks: readonly MarkView[],
): (piece: string) => Piece[] {
  const ranges = rangesOf(checked, shown, marks);
  let seen = 0;
  let next = 0;
  return (piece) => {
    if (ranges.length === 0) return [{ text: piece, mark: null, ends: false }];
    const pieces: Piece[] = [];
    let text = "";
    let mark: MarkView | null = null;
    const flush = (ends: boolean) => {
      if (text !== "") pieces.push({ text, mark, ends });
      text = "";
    };
    for (const sign of piece) {
      const isSpace = isWhite(sign);
      const range = ranges[next];
      if (!isSpace && mark === null && range && seen >= range.start) {
        flush(false);
        mark = range.mark;
      }
      text += sign;
      if (isSpace) continue;
      seen++;
      if (range && mark && seen >= range.end) {
        flush(true);
        mark = null;
        next++;
      }
    }
    flush(false);
    return pieces;
  };
}

/** Without overlaps: the graver mark keeps the words, of equal ones the first. */
function rangesOf(checked: string, shown: readonly string[], marks: readonly MarkView[]): Range[] {
  // What is shown may lack signs of what was checked: then its own words are looked at.
  const text = signsOf(checked) === signsOf(shown.join("")) ? checked : shown.join("\n");
  const before = signsBefore(text);
  const taken: Range[] = [];
  const heaviest = [...marks].sort((a, b) => weights[b.kind] - weights[a.kind]);
  for (const mark of heaviest) {
    for (const span of spansOfMark(text, mark)) {
      const range = { start: before[span.start] ?? 0, end: before[span.end] ?? 0, mark };
      if (taken.length < mostRanges && !taken.some((one) => one.start < range.end && range.start < one.end)) {
        taken.push(range);
      }
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

function signsOf(text: string): string {
  return text.replace(/\s/gu, "");
}

/** How many signs that are no white space stand before each UTF-16 unit, and before the end. */
function signsBefore(text: string): number[] {
  const counts: number[] = [];
  let count = 0;
  for (const sign of text) {
    for (let unit = 0; unit < sign.length; unit++) counts.push(count);
    if (!isWhite(sign)) count++;
  }
  counts.push(count);
  return counts;
}

function isWhite(sign: string): boolean {
  return /^\s$/u.test(sign);
}
