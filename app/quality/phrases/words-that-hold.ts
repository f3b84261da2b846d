import { undivided } from "../../texts/undivided.ts";

/** Text cut in halves leaves this much of each in the other, so that words at the cut stay whole. */
const overlap = 400;
/** From here on, words are taken away one by one. */
const short = 3 * overlap;
const word = /\S+/gu;
const sign = /\S/gu;
const signsAround = /^[\p{Ps}\p{Pi}"']{1,5}|[\p{Pe}\p{Pf}"'.,;:!?。、，！？]{1,5}$/gu;

/**
 * The words of a text by which something holds of it, as they stand there: what a check that compares texts in another spelling
 * can show of the words it means. The time is that of twice looking at the whole text, and some thousand signs more.
 * @param holds of the whole text, of the wanted words, and of each text that holds those; they have at most 400 characters
 * @returns undefined where it does not hold of the text
 */
export function wordsThatHold(text: string, holds: (part: string) => boolean): string | undefined {
  if (!holds(text)) return undefined;
  let part = text;
  while (part.length > short) {
    const middle = part.length >> 1;
    const halves = [part.slice(0, middle + overlap / 2), part.slice(middle - overlap / 2)].map(wholeWords);
    const half = halves.find((one) => one.length < part.length && holds(one));
    if (half === undefined) break;
    part = half;
  }
  const pieces = [...part.matchAll(undivided.test(part) ? sign : word)];
  const ends = pieces.map(({ 0: piece, index }) => index + piece.length);
  const end = ends[firstTrue(ends.length, (at) => holds(part.slice(0, ends[at])))] ?? part.length;
  const starts = pieces.flatMap(({ index }) => (index < end ? [index] : []));
  // The last beginning of which it holds is the one before the first of which it does not.
  const start = starts[firstTrue(starts.length, (at) => !holds(part.slice(starts[at], end))) - 1] ?? 0;
  const words = part.slice(start, end);
  const bare = words.replace(signsAround, "");
  return holds(bare) ? bare : words;
}

/** @param is false up to some place and true from there on */
function firstTrue(length: number, is: (at: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (is(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Without the halves of words that a cut left at its ends. */
function wholeWords(part: string): string {
  return part.replace(/^\S{0,60}(?=\s)|(?<=\s)\S{0,60}$/gu, "");
}
