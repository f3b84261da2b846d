import { conditional, needless } from "../language/data/lack-words.ts";
import { onlySoMuch, turnedWords, turningVerbs } from "../language/data/turned-words.ts";
import { negationWords } from "../language/negation-words.ts";
import { patternOf } from "../language/word-pattern.ts";

/**
 * Whether a sentence surely says that something is not so, in words that every translation negates as well. Not where it only limits
 * ("no more than", "ne … que"), invites ("don't hesitate"), says what is not needed, or compares and warns: languages put those
 * otherwise. @param locale BCP-47
 */
export function surelyNegates(sentence: string, locale: string): boolean {
  const words = bareOf(sentence).replace(noNegation, " ").replace(inCompounds, " ");
  const negation = negationWords(locale);
  if (!negation || turnedOf(locale) === null || !negation.denies(words)) return false;
  return ![turningVerbs, onlySoMuch, needless, conditional].some((one) => one.test(words)) && !negation.warns(words);
}

/**
 * Whether anything in a sentence may say that something is not so: a word of negation in whatever phrase, "frei" and "exclu", or
 * nothing known of its language. @param locale BCP-47
 */
export function mayNegate(sentence: string, locale: string): boolean {
  const words = bareOf(sentence);
  const negation = negationWords(locale);
  const turned = turnedOf(locale);
  if (!negation || turned === null) return true;
  turned.lastIndex = 0;
  return noneOfIt.test(words) || needless.test(words) || negation.mentions(words) || turned.test(words);
}

/** Languages whose words of negation stand among those that turn a meaning round: nobody can tell them apart. */
const deniersAmong = /^(?:ar|he|iw|id|ms)(?:-|$)/iu;

/**
 * How many words a sentence has by which its language turns a meaning round without a word of negation: those that it has beside its
 * negation, as "waterproof" in "not waterproof". null where a word of negation, or "0 %", stands in it. @param locale BCP-47
 */
export function countTurned(sentence: string, locale: string): number | null {
  const words = bareOf(sentence);
  const turned = deniersAmong.test(locale) ? null : turnedOf(locale);
  if (turned === null || noneOfIt.test(words) || needless.test(words) || negationWords(locale)?.mentions(words))
    return null;
  return turnedIn(words, turned);
}

/** The same of a sentence with a negation, whose own words are left out. */
export function countTurnedBeside(sentence: string, locale: string): number {
  const turned = deniersAmong.test(locale) ? null : turnedOf(locale);
  return turned === null ? 0 : turnedIn(bareOf(sentence), turned);
}

function turnedIn(words: string, turned: RegExp): number {
  const all = new RegExp(turned.source, turned.flags.includes("g") ? turned.flags : `${turned.flags}g`);
  return [...words.matchAll(all)].length;
}

/** "0 % alcohol", "zero" and "✗" of all languages. */
const noneOfIt = /(?<![\d.,])0\s?[%٪％]|(?<!\p{L})zero(?!\p{L})|[✗✘❌⊘🚫]/iu;

/** "No. 5" is a number, "10 000 pas" are steps, "no-load" has a word of its own elsewhere, "free from €80" is shipping. */
const noNegation =
  /(?<!\p{L})n(?:o|r)?[.º°]+\s?(?=\d)|(?<=\d\s?)pas(?!\p{L})|pas à pas|premiers? pas|(?<!\p{L})no-(?=\p{L})|(?<!\p{L})free from(?=\s?[\p{N}\p{Sc}])/giu;
/** In Chinese a sign of negation alone may be part of a word: 獨一無二, 無線, 不鏽鋼. */
const inCompounds = /[無无未](?![法需須须])|不[鏽锈銹凡朽同]/gu;

/** Arabic and Hebrew without the signs of their vowels. */
function bareOf(sentence: string): string {
  return sentence.replace(/[\u0591-\u05c7\u0640\u064b-\u065f\u0670]/gu, "");
}

const patterns = new Map<string, RegExp | null>();
const readAs: Readonly<Record<string, string>> = {
  no: "nb",
  nn: "nb",
  sr: "hr",
  bs: "hr",
  iw: "he",
  in: "id",
  ms: "id",
};

/** null for a language of which such words are not known: of it nothing is told. */
function turnedOf(locale: string): RegExp | null {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const words = turnedWords[readAs[language] ?? language];
  const built = words === undefined ? null : patternOf(words.split("|").map(midWord), language);
  patterns.set(language, built);
  return built;
}

/** `i[mn]-able`: what begins and ends so. */
function midWord(word: string): string {
  return word.replace(/(?<=[\p{L}\])])-(?=\p{L})/gu, "\\p{L}*");
}
