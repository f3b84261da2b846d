import type { Place, Side } from "./side.ts";

/** A sentence with its translation, or a line where both have not the same number of sentences. */
export interface SentencePair {
  source: Place;
  target: Place;
}

/** Behind "e.g." and "No." goes on what stands before them, in a small letter or a number. */
const betweenSentences =
  /(?<=[\p{L}\p{M}\p{N})\]"”»’%°][.!?؟]+["”»’)]?)\s+(?=[^\p{Ll}\p{N}\s])|(?<=[。！？।۔؟][」』）]?)/gu;

/** The sentences of each line, without the spaces around them. */
export function linesOfSentences({ text }: Pick<Side, "text">): Place[][] {
  return partsOf({ quote: text, start: 0, end: text.length }, /\n/g).map((line) => partsOf(line, betweenSentences));
}

/**
 * Each sentence beside the one that stands in its place in the translation. None where the texts have not the same number of lines:
 * nobody could tell which belongs to which.
 */
export function sentencePairs(source: Side, target: Side): SentencePair[] {
  const [lines, others] = [linesOfSentences(source), linesOfSentences(target)];
  if (lines.length !== others.length) return [];
  return lines.flatMap((sentences, line) => {
    const translated = others[line] ?? [];
    if (sentences.length === translated.length)
      return sentences.map((one, i): SentencePair => ({ source: one, target: translated[i] ?? one }));
    const [whole, other] = [joined(source.text, sentences), joined(target.text, translated)];
    return whole && other ? [{ source: whole, target: other }] : [];
  });
}

function joined(text: string, sentences: readonly Place[]): Place | null {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return null;
  return { quote: text.slice(first.start, last.end), start: first.start, end: last.end };
}

function partsOf({ quote, start }: Place, between: RegExp): Place[] {
  const parts: Place[] = [];
  let from = 0;
  for (const { 0: gap, index } of [...quote.matchAll(between), { 0: "", index: quote.length }]) {
    const part = quote.slice(from, index);
    const at = start + from + (part.length - part.trimStart().length);
    if (/[\p{L}\p{N}]/u.test(part)) parts.push({ quote: part.trim(), start: at, end: at + part.trim().length });
    from = index + gap.length;
  }
  return parts;
}

/** What commas and dashes part in a sentence. */
export function clausesOf(sentence: string): string[] {
  return sentence.split(/[;；،؛，、]|[,:](?!\d)|\s[–—]\s/u).filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}
