import eld from "eld/extrasmall";
import { comparable } from "../../texts/text-body.ts";
import { foreignChinese, isChineseForJapanese } from "../language/chinese-scripts.ts";
import { functionWords } from "../language/function-words.ts";
import { isInternational } from "../language/international-words.ts";
import { foreignLanguage } from "../language/verify-language.ts";
import { plainNumbers } from "../quantities/digits.ts";
import { findNumbers } from "../quantities/find-numbers.ts";
import { withoutTokens } from "./compare-tokens.ts";
import { keptByBoth, withoutKept } from "./kept-by-both.ts";
import { leftPhrase } from "./left-phrase.ts";
import type { Place, Side } from "./side.ts";

/** Fewer letters tell no pair of languages apart: there, only the source's own words are taken for it. */
const fewestLetters = 16;
/** From here on the pair test is wrong in no text that was measured. */
const certainLetters = 31;

export type StillSource =
  /** the very words of the source */
  | { kind: "equal"; certain: boolean }
  /** these words are in the source's language */
  | { kind: "language"; certain: boolean; place: Place | null }
  /** it is in a third language; only ever worth a look */
  | { kind: "other"; certain: false; language: string };

/** What the detector calls languages by. */
const detectorsName: Record<string, string> = { nb: "no", nn: "no", id: "ms", bs: "hr", iw: "he", gl: "pt", af: "nl" };
/** Neighbours that share most of their words: taken for one another they are only worth a look. */
const neighbours = ["no da sv", "sk cs", "sl hr sr sk", "pt es ca", "ru bg uk be", "ms"].map((row) => row.split(" "));

/**
 * Whether a translation is still its source: word for word, or sentences of it. Held to the two languages alone, which tells
 * them apart from some 16 letters on. Names and words of all languages are no source left over.
 * @param names words that both may have in common: names, SKUs, terms that the glossary keeps
 */
export function stillSource(source: Side, target: Side, names: readonly string[] = []): StillSource | null {
  const [from, to] = [detectedAs(source), detectedAs(target)];
  if (from === to) return null;
  const kept = [...names, ...keptByBoth(source.text, target.text)];
  const own = withoutKept(withoutTokens(target.text), kept);
  const letters = lettersOf(own);
  if (comparable(source.text) === comparable(target.text)) {
    const words = comparable(withoutNumbers(own, target.locale))
      .split(" ")
      .filter((word) => /\p{L}{2,}/u.test(word) && !isInternational(word));
    if (words.length === 0) return null;
    // Its source was in the language of the translation.
    if (letters >= certainLetters && readsAs(own, to, from) > clearMargin) return null;
    return { kind: "equal", certain: isCertainEcho(own, { source, target, letters, words: words.length }) };
  }
  const line = lineLeftOver(source, target, { kept, areNeighbours: areNeighbours(from, to) });
  if (line) return { kind: "language", certain: true, place: line };
  const han = foreignHan(own, target.locale);
  if (han !== null && !isOf(source.locale, "zh")) return { kind: "other", certain: false, language: han };
  if (letters < fewestLetters) return null;
  const isLeft = (text: string) => readsAs(withoutKept(text, kept), from, to) > margin;
  // Another script tells by itself.
  const isOtherScript = scriptOf(source.locale) !== scriptOf(target.locale);
  const certain = !areNeighbours(from, to) && (isOtherScript || sharesWords(source.text, own));
  const long = sentencesOf(target.text).filter(({ quote }) => lettersOf(withoutKept(quote, kept)) >= certainLetters);
  const left = long.filter(({ quote }) => isLeft(quote));
  const [place] = left;
  if (place && (left.length < long.length || place.quote.length < target.text.trim().length)) {
    return { kind: "language", certain, place };
  }
  if (isLeft(own)) return { kind: "language", certain: certain && letters >= certainLetters, place: null };
  const phrase = areNeighbours(from, to)
    ? null
    : leftPhrase(source, { text: blanked(target.text, kept), locale: target.locale }, (words) =>
        readsAs(words, from, to),
      );
  if (phrase) return { kind: "language", certain: false, place: phrase };
  const other = thirdLanguage(own, target.locale);
  return other === null || isOf(source.locale, other) ? null : { kind: "other", certain: false, language: other };
}

/**
 * Whether words that are the same in both languages can only be untranslated. One word may be right in either ("Polo", "Hotel"), a row
 * of capitals a name, and neighbours share whole lines: there the program cannot know.
 */
function isCertainEcho(
  own: string,
  { source, target, letters, words }: { source: Side; target: Side; letters: number; words: number },
): boolean {
  const [from, to] = [detectedAs(source), detectedAs(target)];
  const reads = readsAs(own, from, to);
  if (areNeighbours(from, to)) return letters >= certainLetters && reads > margin;
  const isRead = letters >= fewestLetters && reads > 0;
  if (!isRead && words < fewestWordsOfEcho) return false;
  // A detector that knows two scripts tells nothing of the words; names are mostly written in that of their readers.
  if (scriptOf(source.locale) !== scriptOf(target.locale) || !isRowOfCapitals(own, source.locale)) return true;
  return bestLanguageOf(own) === from;
}

const fewestWordsOfEcho = 4;

/** As names and titles are written: nothing in it is a small word, and none holds words together. */
function isRowOfCapitals(text: string, locale: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];
  const little = functionWords(locale);
  return words.every((word) => !/^\p{Ll}/u.test(word) && !little.has(word.toLowerCase()));
}

function bestLanguageOf(text: string): string {
  return eld.detect(text).language;
}

function scriptOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    // Not every locale that a shop names is one.
    return undefined;
  }
}

/**
 * A key point, heading, line or sentence of some words that stands in the source as it is. Neighbours share whole sentences, so that
 * of them only lines count.
 */
function lineLeftOver(
  source: Side,
  target: Side,
  { kept, areNeighbours }: { kept: readonly string[]; areNeighbours: boolean },
): Place | null {
  const units = ({ text }: Side) => [...linesOf(text), ...(areNeighbours ? [] : sentencesOf(text))];
  const said = new Set(units(source).map(({ quote }) => comparable(quote)));
  const isLeft = ({ quote }: Place) => {
    const own = comparable(withoutNumbers(withoutKept(quote, kept), target.locale)).split(" ");
    const words = own.filter((word) => /\p{L}{2,}/u.test(word) && !isInternational(word));
    return words.length >= fewestWordsOfLine && said.has(comparable(quote));
  };
  return units(target).find(isLeft) ?? null;
}

function linesOf(text: string): Place[] {
  let start = 0;
  return text.split("\n").map((quote) => {
    const place = { quote, start, end: start + quote.length };
    start = place.end + 1;
    return place;
  });
}

const fewestSigns = 2;

/** Chinese for Japanese, and the one way of writing Chinese for the other. */
function foreignHan(text: string, locale: string): string | null {
  const language = languageOf(locale);
  if (language === "ja") return isChineseForJapanese(text) ? "zh" : null;
  if (language !== "zh") return null;
  const other = foreignChinese(text, locale, fewestSigns);
  return other === undefined ? null : other === "Traditional Chinese" ? "zh-Hant" : "zh-Hans";
}

const fewestLettersOfThird = 60;
const sampleChars = 500;

/** A language that is neither the source's nor the translation's; of so many letters none was taken for another. */
function thirdLanguage(text: string, locale: string): string | null {
  if (lettersOf(text) < fewestLettersOfThird) return null;
  const wanted = locale.split("-")[0]?.toLowerCase() ?? "";
  return foreignLanguage(text.slice(0, sampleChars), wanted)?.language ?? null;
}

function isOf(locale: string, language: string): boolean {
  return languageOf(locale) === languageOf(language);
}

/** One word, or two beside a name, may be the same in both languages. */
const fewestWordsOfLine = 3;
/** So much better one language has to fit than the other. */
const margin = 0.05;
const clearMargin = 0.2;
const detectors = new Map<string, ReturnType<typeof eld.newInstance> | null>();

/** How much better a text fits the one language than the other: below 0 it is the other; 0 where one of them is not known. */
function readsAs(text: string, one: string, other: string): number {
  const detector = detectorOf(one, other);
  if (!detector) return 0;
  const scores = detector.detect(text).getScores();
  return (scores[one] ?? 0) - (scores[other] ?? 0);
}

function detectorOf(one: string, other: string) {
  const key = [one, other].toSorted().join(" ");
  const known = detectors.get(key);
  if (known !== undefined) return known;
  const detector = eld.newInstance();
  const names = new Set(Object.values(eld.info().Languages));
  const both = names.has(one) && names.has(other) && one !== other;
  if (both) detector.setLanguageSubset([one, other]);
  detectors.set(key, both ? detector : null);
  return both ? detector : null;
}

/** "250 ml" is the same in most languages. */
function withoutNumbers(text: string, locale: string): string {
  const plain = plainNumbers(text);
  let rest = "";
  let from = 0;
  for (const { start, end } of findNumbers(plain, { locale })) {
    rest += `${text.slice(from, start)} `;
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}

function languageOf(locale: string): string {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  return detectorsName[language] ?? language;
}

/** Serbian in Latin letters is Croatian to the detector. */
function detectedAs({ text, locale }: Side): string {
  const language = languageOf(locale);
  return language === "sr" && !/\p{Script=Cyrillic}{3}/u.test(text) ? "hr" : language;
}

function areNeighbours(one: string, other: string): boolean {
  return neighbours.some((row) => row.includes(one) && row.includes(other));
}

function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** The same with a mark of each letter's length, so that all else keeps its place. */
function blanked(text: string, kept: readonly string[]): string {
  return kept.reduce(
    (rest, word) => (word.length > 1 ? rest.replaceAll(word, "¶".repeat(word.length)) : rest),
    withoutTokens(text),
  );
}

/** What is left over is of the source's words; a list of compounds may look like another language, and holds none of them. */
function sharesWords(source: string, target: string): boolean {
  const said = new Set(longWords(source));
  return longWords(target).some((word) => said.has(word));
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? [];
}

function sentencesOf(text: string): Place[] {
  return [...text.matchAll(/[^.!?。！？\n]+[.!?。！？]*/gu)].map(({ 0: quote, index }) => {
    const start = index + (quote.length - quote.trimStart().length);
    return { quote: quote.trim(), start, end: start + quote.trim().length };
  });
}
