import { countChars } from "../../texts/text-body.ts";
import type { Side } from "./side.ts";

/** How long the translation is beside the usual one, 1 = as long. */
export interface LengthRatio {
  kind: "long" | "short";
  /** characters of the translation for each 100 of the source */
  percent: number;
}

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
/** Few words may need many. */
const shortChars = 60;
const mostOfShort = 1.7;

/** A translation that is much shorter or longer than translations into its language are; null where it is not, or too short to tell. */
export function compareLength(source: Side, target: Side): LengthRatio | null {
  const chars = countChars(source.text);
  if (chars < fewestChars) return null;
  const { median, spread, least } = usual(lengthOf(source.locale), lengthOf(target.locale));
  const ratio = countChars(target.text) / chars;
  const percent = Math.round(ratio * 100);
  if (ratio < least) return { kind: "short", percent };
  if (ratio > (chars < shortChars ? mostOfShort : most) * median * spread) return { kind: "long", percent };
  // A sentence less may be one that was joined to another; a text that is also shorter than nearly all are has lost it.
  const isLess = !unmarked.has(languageOf(target.locale)) && sentencesIn(target.text) < sentencesIn(source.text);
  return isLess && ratio < median / spread ? { kind: "short", percent } : null;
}

type Length = readonly [median: number, p95: number];

/** How long texts of the one language are in the other, and how far the longest go beyond that. */
function usual(before: Length, after: Length): { median: number; spread: number; least: number } {
  const median = after[0] / before[0];
  const spread = before[1] / before[0];
  return { median, spread: (after[1] / after[0]) * spread, least: (leastShare * median) / spread };
}

/** Scripts that put no sign behind a sentence. */
const unmarked: ReadonlySet<string> = new Set(["th", "lo", "km", "my"]);

function lengthOf(locale: string): Length {
  return lengths[languageOf(locale)] ?? others;
}

function languageOf(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}

function sentencesIn(text: string): number {
  return text.match(/[\p{L}\p{N})"”»’][.!?]+(?=\s|$)|[。！？।۔؟]|[\p{L}\p{N})]\s*(?:\n|$)/gu)?.length ?? 0;
}
