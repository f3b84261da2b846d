import eld from "eld/extrasmall";
import { readLength } from "../../texts/script-weight.ts";
import { comparable } from "../../texts/text-body.ts";
import { functionWordShares } from "./function-words.ts";
import { isInternational } from "./international-words.ts";

/** A language that a text is written in instead of the wanted one. */
export interface ForeignLanguage {
  /** ISO 639-1 */
  language: string;
  /** false: the text is short, or the two are close relatives */
  certain: boolean;
}

/** Shorter texts are names more than language. */
const fewestLetters = 25;
const fewestWords = 4;
/** English is what slips into shops of other languages, and a title has few words. */
const fewestEnglishLetters = 16;
const fewestEnglishWords = 3;
/** From here on n-grams leave hardly a doubt. */
const certainLetters = 200;
/** From here on close relatives are told apart. */
const relativesLetters = 60;
/** What a detector gives a text of a language that it does not know stays below this. */
const leastScore = { known: 0.5, unknown: 0.75 };
/** A text's own language has at least so much of the best score of all. */
const ownShare = { certain: 0.85, likely: 0.85, relatives: 0.88, english: 0.75, englishSmallWords: 0.9, title: 0.6 };
const ownFunctionWords = 0.08;

/** What the detector calls languages by. */
const detectorsName: Record<string, string> = {
  nb: "no",
  nn: "no",
  id: "ms",
  bs: "hr",
  iw: "he",
  // Close enough to be known by a relative's name.
  gl: "pt",
  af: "nl",
  mk: "bg",
};
const detected: ReadonlySet<string> = new Set(Object.values(eld.info().Languages));

/** Languages that share most of their words: one taken for the other is no finding in a short text. */
const families = [
  "no nb nn da sv is fo",
  "hr sr bs sl mk",
  "cs sk",
  "id ms",
  "pt gl es ca",
  "ru uk be bg sr mk",
  "de lb",
  "nl af",
  "hi mr ne",
  "zh yue",
  "tr az",
  "it co",
].map((family) => family.split(" "));
/** Relatives that n-grams still tell apart in a sentence. */
const tellable = ["pt es ca", "sv da", "sv no"].map((family) => family.split(" "));

/** Letters that a Cyrillic alphabet does not have, where relatives do. */
const foreignLetters: Record<string, [letters: RegExp, language: string][]> = {
  ru: [
    [/[іїєґ]/gu, "uk"],
    [/[јљњђћџ]/gu, "sr"],
  ],
  uk: [[/[ыэёъ]/gu, "ru"]],
  bg: [
    [/[ыэё]/gu, "ru"],
    [/[іїєґ]/gu, "uk"],
    [/[јљњђћџ]/gu, "sr"],
  ],
  be: [[/[щъи]/gu, "ru"]],
  sr: [[/[ыэёъщюя]/gu, "ru"]],
};
const fewestForeignLetters = 3;

/**
 * Whether a text is written in another language than the wanted one. The wanted language is known, so that it need not be
 * guessed: it is held against the best of all others. Nothing is said of a text that is too short, or of a language that
 * nothing is known of.
 * @param text without names of the product @param wanted ISO 639-1
 */
export function foreignLanguage(text: string, wanted: string): ForeignLanguage | undefined {
  const words = comparable(text)
    .split(" ")
    .filter((word) => /\p{L}/u.test(word));
  const joined = words.join("");
  const letters = readLength(joined, joined.length);
  return letters < fewestEnglishLetters
    ? undefined
    : (otherFamily(text, { words, letters, wanted }) ?? relative(text, letters, wanted));
}

interface Asked {
  words: readonly string[];
  letters: number;
  wanted: string;
}

function otherFamily(text: string, { words, letters, wanted }: Asked): ForeignLanguage | undefined {
  const shares = functionWordShares(words);
  const own = Math.max(
    0,
    ...[...shares].filter(([language]) => isRelated(language, wanted)).map(([, { share }]) => share),
  );
  if (own >= 0.25) return undefined;
  const scores = scoresOf(text);
  const [top, topScore] = scores[0] ?? ["", 0];
  if (top === "" || isRelated(top, wanted)) return undefined;
  const language = top;
  const { share = 0, distinct = 0 } = shares.get(language === "no" ? "nb" : language) ?? {};
  if (!knows(wanted)) {
    return topScore >= leastScore.unknown && share >= 0.2 && distinct >= 3 && letters >= relativesLetters
      ? { language, certain: false }
      : undefined;
  }
  if (topScore < leastScore.known) return undefined;
  const rest = bestOf(scores, (one) => isRelated(one, wanted)) / topScore;
  const isOther = shares.size === 0 || share === 0 ? own < 0.1 : own < share / 2;
  if (letters >= certainLetters && rest < ownShare.certain && isOther) return { language, certain: true };
  if (own >= ownFunctionWords && own * 3 > share) return undefined;
  if (letters >= relativesLetters && rest < ownShare.likely) return { language, certain: false };
  if (language === "en") {
    const most = share > 0 && own === 0 ? ownShare.englishSmallWords : ownShare.english;
    return isEnglishTitle(words) && rest < most ? { language, certain: false } : undefined;
  }
  const isLong = letters >= fewestLetters && words.length >= fewestWords;
  const isSeen = (share >= 0.15 && distinct >= 2 && own * 3 < share && rest < 1) || rest < ownShare.title;
  return isLong && isSeen && isNoName(text, letters, language) ? { language, certain: false } : undefined;
}

/** Words that only English has, and enough of them. */
function isEnglishTitle(words: readonly string[]): boolean {
  const telling = words.filter((word) => word.length > 1 && !isInternational(word));
  return telling.length >= fewestEnglishWords && telling.join("").length >= fewestEnglishLetters;
}

/** Romance and other languages that write titles in small letters: a row of capitals is a name, which any shop may hold. */
function isNoName(text: string, letters: number, language: string): boolean {
  if (letters >= relativesLetters || !/\p{Lu}/u.test(text)) return true;
  const small = text.match(/(?<![\p{L}\p{M}'’])\p{Ll}[\p{L}\p{M}'’]{2,}/gu) ?? [];
  return small.length >= (language === "de" ? 1 : 2);
}

function relative(text: string, letters: number, wanted: string): ForeignLanguage | undefined {
  const alphabet = /\p{Script=Cyrillic}/u.test(text) ? (foreignLetters[wanted] ?? []) : [];
  for (const [pattern, language] of alphabet) {
    const foreign = text.toLowerCase().match(pattern)?.length ?? 0;
    if (foreign >= fewestForeignLetters || (foreign > 0 && scoresOf(text)[0]?.[0] === language)) {
      return { language, certain: false };
    }
  }
  const family = tellable.filter((names) => names.includes(nameOf(wanted)));
  if (family.length === 0 || letters < relativesLetters) return undefined;
  const scores = scoresOf(text);
  const [top, topScore] = scores[0] ?? ["", 0];
  if (!family.some((names) => names.includes(top)) || topScore < leastScore.known) return undefined;
  const own = scores.find(([language]) => language === nameOf(wanted))?.[1] ?? 0;
  return own < topScore * ownShare.relatives ? { language: top, certain: false } : undefined;
}

function knows(language: string): boolean {
  return detected.has(nameOf(language));
}

function nameOf(language: string): string {
  return detectorsName[language] ?? language;
}

/** Best first. */
function scoresOf(text: string): [language: string, score: number][] {
  return Object.entries(eld.detect(text).getScores()).sort(([, a], [, b]) => b - a);
}

function bestOf(scores: readonly [string, number][], counts: (language: string) => boolean): number {
  return scores.find(([language]) => counts(language))?.[1] ?? 0;
}

function isRelated(one: string, other: string): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  return (
    a === b ||
    families.some((family) => family.some((name) => nameOf(name) === a) && family.some((name) => nameOf(name) === b))
  );
}
