import { countChars } from "../../texts/text-body.ts";
import { withoutTokens } from "./compare-tokens.ts";
import { namesOfBoth, withoutKept } from "./kept-by-both.ts";
import { missingSentence } from "./missing-sentence.ts";
import type { Side } from "./side.ts";

/** A translation that is not as long as translations are. */
export type LengthDifference =
  /** characters of the translation for each 100 of the source */
  | { kind: "long" | "short"; percent: number }
  /** a line of so many sentences that has `of` in the source; `words`: the one that is missing, null where nobody can tell */
  | { kind: "lost"; sentences: number; of: number; words: string | null };

/**
 * Length against English of 7,568 strings of Shopify's Dawn theme with more than 30 characters: median and the longest but one in
 * twenty.
 */
const lengths: Readonly<Record<string, readonly [median: number, p95: number]>> = {
  en: [1, 1],
  de: [1.28, 1.59],
  fr: [1.34, 1.56],
  es: [1.19, 1.71],
  el: [1.42, 1.73],
  pl: [1.17, 1.43],
  fi: [1.03, 1.29],
  ja: [0.5, 0.76],
  ko: [0.52, 0.65],
  zh: [0.32, 0.45],
};
/** Of languages that were not measured: between the shortest and the longest that were, of the same kind of script. */
const others: readonly [median: number, p95: number] = [1.15, 1.75];
const fewestChars = 31;
const leastShare = 0.5;
const most = 1.3;
/** Few words may need many, or fewer yet ("Kaum hörbar"), and so may each of the lines of a list. */
const shortChars = 60;
const mostOfShort = 1.7;
const leastOfShort = 0.85;

/** A translation that is much shorter or longer than translations into its language are; null where it is not, or too short to tell. */
export function compareLength(source: Side, target: Side): LengthDifference | null {
  const kept = namesOfBoth(source.text, target.text);
  const own = ({ text }: Side) => wordsOf(withoutKept(text, kept));
  const [before, after] = [own(source), own(target)];

  const chars = countChars(before);
  if (chars < fewestChars) return null;
  const { median, spread, least } = usual(lengthOf(source.locale), lengthOf(target.locale));
  const ratio = countChars(after) / chars;
  const percent = Math.round(ratio * 100);
  const lost = lostSentence(source, target, { median, least: median / spread });
  if (lost) return lost;
  const isShort = chars < shortChars * linesOf(before).length;
  if (ratio < least * (isShort ? leastOfShort : 1)) return { kind: "short", percent };
  if (ratio > (isShort ? mostOfShort : most) * median * spread) return { kind: "long", percent };
  return null;
}

/**
 * A sentence less may be one that was joined to another; a line that is also shorter than nearly all are has lost it, and one that
 * has more commas or "and" for it by half a sentence more.
 * @param usual how long texts are in the other language, and nearly always are at least, 1 = as long
 */
function lostSentence(source: Side, target: Side, usual: { median: number; least: number }): LengthDifference | null {
  if (unmarked.has(languageOf(target.locale))) return null;
  const [before, after] = [linesOf(source.text), linesOf(target.text)];
  const lines =
    before.length === after.length ? before.map((line, i) => [line, after[i] ?? ""]) : [[source.text, target.text]];
  for (const [line = "", other = ""] of lines) {
    const chars = countChars(wordsOf(line));
    const [sentences, others] = [sentencesIn(line), sentencesIn(other)];
    if (chars < fewestChars || others >= sentences) continue;
    const ratio = countChars(wordsOf(other)) / chars;
    const isJoined = jointsIn({ ...target, text: other }) > jointsIn({ ...source, text: line });
    if (ratio >= (isJoined ? usual.least * (1 - 1 / (2 * sentences)) : usual.least)) continue;
    const words = missingSentence({ ...source, text: line }, { ...target, text: other }, usual.median);
    return { kind: "lost", sentences: others, of: sentences, words };
  }
  return null;
}

type Length = readonly [median: number, p95: number];

/** How long texts of the one language are in the other, and how far the longest go beyond that. */
function usual(before: Length, after: Length): { median: number; spread: number; least: number } {
  const median = after[0] / before[0];
  const spread = before[1] / before[0];
  return { median, spread: (after[1] / after[0]) * spread, least: (leastShare * median) / spread };
}

/** How often commas, though not between digits, and the language's "and" join what might be two sentences. */
function jointsIn({ text, locale }: Side): number {
  const commas = text.match(/[;；؛,，،](?!\d)|[:：–—](?=\s)/gu)?.length ?? 0;
  return commas + (text.match(andOf(locale))?.length ?? 0);
}

const ands = new Map<string, RegExp>();

/** From CLDR: "und", "et", "и", "と". */
function andOf(locale: string): RegExp {
  const known = ands.get(locale);
  if (known) return known;
  const and = new Intl.ListFormat(locale).formatToParts(["", ""]).find(({ type }) => type === "literal")?.value ?? ",";
  const built = new RegExp(and.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gu");
  ands.set(locale, built);
  return built;
}

/** Scripts that put no sign behind a sentence. */
const unmarked: ReadonlySet<string> = new Set(["th", "lo", "km", "my"]);

function lengthOf(locale: string): Length {
  return lengths[languageOf(locale)] ?? others;
}

function languageOf(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}

/** What a translation has to say in its own words: numbers, names of articles and placeholders are as long in all languages. */
function wordsOf(text: string): string {
  return withoutTokens(text).replace(figures, "").replace(/ {2,}/g, " ");
}

const figures = /\p{Lu}[\p{Lu}\d]*-?\d[\p{Lu}\d-]*|[\d.,:/%°$€£+–-]*\d[\d.,:/%°$€£+–-]*/gu;

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => /[\p{L}\p{N}]/u.test(line));
}

/** Behind "e.g." and "approx." goes on what stands before them, in a small letter or a number. */
function sentencesIn(text: string): number {
  return (
    text.match(/[\p{L}\p{N})"”»’][.!?]+(?=\s+[^\p{Ll}\d\s]|\s*$)|[。！？।۔؟]|[^\s.!?。！？।۔؟]\s*(?:\n|$)/gu)?.length ??
    0
  );
}
