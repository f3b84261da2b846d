import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { fieldsOf } from "../facts/fields.ts";
import { type NegationWords, negationWords } from "../language/negation-words.ts";
import { yesNoOf } from "../language/yes-no.ts";
import { affirmsThere, isAside, placesOf } from "./affirming.ts";
import { holdsAnswerNo } from "./answer-behind.ts";
import { contentWords, wordSet } from "./content-words.ts";
import { deniedBySentences } from "./denying-sentences.ts";

/** What a field says no to, whatever it is named after: `Pre-shrunk: false`; or what a sentence of a fact denies. */
interface NamedDenial {
  fact: Fact;
  words: readonly string[];
  /** it says that something does not come with the product: to mention the thing asserts nothing */
  part: boolean;
  /** its name is too short to be known in a sentence that does not deny */
  short: boolean;
  /** a sentence denies it, not a field: a mention that compares, warns or gives reasons asserts nothing */
  told: boolean;
}

const known = new WeakMap<FactBook, Map<string, readonly NamedDenial[]>>();
/** A single word that is shorter names too much; Hangul holds more in a sign. */
const shortestName = 6;
/** One that a sentence denies stands in other sentences for other things more often. */
const shortestTold = 7;
const shortestHangul = 3;
/** A word of so many letters is known in a compound that begins with it: `Rücktritt`, `Rücktrittbremse`. */
const shortestOfCompound = 7;
const mostWords = 5;
/** Of scripts without spaces, pairs of signs. */
const mostPairs = 14;
const mostDenials = 40;

/**
 * The fact that a sentence contradicts by asserting what a field denies by its name alone, or a sentence of a fact by few words: all
 * of them, near one another in whatever order, beside words that affirm, and nothing that denies, limits or asks. Null in doubt, and
 * in languages whose negations are not known.
 * @param locale BCP-47
 */
export function namedDenialIn(book: FactBook, sentence: string, locale: string): Fact | null {
  const denials = denialsOf(book, locale);
  if (denials.length === 0) return null;
  const language = negationWords(locale);
  if (!language || /[?？]\s*$/.test(sentence) || holdsAnswerNo(sentence)) return null;
  const holds = namesIn(sentence, locale);
  const found = denials.find(
    (denial) =>
      !denial.short &&
      holds(denial) &&
      (denial.part
        ? isIncluded(sentence, denial, language) &&
          !isPurpose(sentence, denial.words) &&
          !isMentioned(sentence, denial, locale)
        : isAffirmed(sentence, denial, locale)) &&
      !(denial.told && language.doubts(sentence)),
  );
  return found && !language.negates(sentence) ? found.fact : null;
}

/**
 * The fact that denies by its name what a statement of the sentence denies: `PVC: none` for "made without PVC".
 * @param quote the words of the statement that denies
 */
export function namedSupportOf(
  book: FactBook,
  { sentence, quote }: { sentence: string; quote: string },
  locale: string,
): Fact | null {
  const denials = denialsOf(book, locale);
  if (denials.length === 0 || !negationWords(locale)?.negates(sentence)) return null;
  const holds = namesIn(sentence, locale);
  const said = withoutArticles(contentWords(quote, locale));
  const set = wordSet(said);
  const found = denials.find(
    (denial) => holds(denial) && denial.words.some((word) => set.has(word) || beginsOneOf(said, word)),
  );
  return found?.fact ?? null;
}

/** One word is named for many reasons: what is for eggs has none of them. What a sentence says it is not for is affirmed so. */
function isAffirmed(sentence: string, { words, told }: NamedDenial, locale: string): boolean {
  if (words.length === 1 && !told && isPurpose(sentence, words)) return false;
  const places = placesOf(sentence, words);
  return (
    places.every((place) => !isAside(place, locale)) &&
    places.some((place) => affirmsThere(place, locale, words.length > 1))
  );
}

const partEnd = /[;!?。！？；]|\s[–—-]\s/u;

/** "The base is included; cushions are up to you" includes no cushions. */
function isIncluded(sentence: string, { words }: NamedDenial, language: NegationWords): boolean {
  const parts = sentence.split(partEnd);
  if (parts.length === 1) return language.includes(sentence);
  return parts.some((part) => language.includes(part) && placesOf(part, words).length > 0);
}

function isMentioned(sentence: string, { words }: NamedDenial, locale: string): boolean {
  return placesOf(sentence, words).some((place) => isAside(place, locale));
}

const purpose =
  /(?<!\p{L})(?:for|für|zum|pour|para|por|per|voor|dla|för|till|til|pro|pre|za|pentru|для|за|για|để|cho|untuk|of|von|de|del|di|van|med plass til)\s+(?:\p{L}+\s+){0,2}$/iu;

/** What is included is "two holders for candles", and no candles. */
function isPurpose(sentence: string, words: readonly string[]): boolean {
  const lower = sentence.toLowerCase();
  return words.every((word) => {
    const at = lower.indexOf(word.slice(0, keyChars));
    return at > 0 && purpose.test(lower.slice(Math.max(0, at - purposeChars), at));
  });
}

const keyChars = 5;
const purposeChars = 40;

/** Tells of a denial whether all words of its name are in the sentence. */
function namesIn(sentence: string, locale: string): (denial: NamedDenial) => boolean {
  const said = withoutArticles(contentWords(sentence, locale));
  const set = wordSet(said);
  const isSaid = (word: string) => set.has(word) || beginsOneOf(said, word);
  return ({ words }) => words.every((word) => isSaid(word) || (word.startsWith("ge") && isSaid(word.slice(2))));
}

/** Arabic and Hebrew glue their articles to words: البيض of بيض. */
function withoutArticles(words: ReadonlySet<string>): ReadonlySet<string> {
  const bare = [...words].flatMap((word) => /^(?:[وبلكف]?ال|لل|[הבלמו]{1,2})(\p{L}{3,})$/u.exec(word)?.[1] ?? []);
  return bare.length > 0 ? new Set([...words, ...bare]) : words;
}

function beginsOneOf(said: ReadonlySet<string>, word: string): boolean {
  if (word.length < (isHangul(word) ? 2 : shortestOfCompound)) return false;
  for (const one of said) if (one.startsWith(word)) return true;
  return false;
}

function denialsOf(book: FactBook, locale: string): readonly NamedDenial[] {
  const ofBook = known.get(book) ?? new Map<string, readonly NamedDenial[]>();
  known.set(book, ofBook);
  const made =
    ofBook.get(locale) ??
    [
      ...book.list.flatMap((fact) => denialsBy(fact, locale)),
      ...deniedBySentences(book, locale).flatMap(({ fact, words, part }) => named(fact, words, { part, told: true })),
    ].slice(0, mostDenials);
  ofBook.set(locale, made);
  return made;
}

function denialsBy(fact: Fact, locale: string): NamedDenial[] {
  if (fact.kind !== "attribute" || fact.tier > 2 || fact.unusable) return [];
  const language = negationWords(locale);
  return fieldsOf(fact.name, fact.value).flatMap(({ name = "", text }) => {
    const answer = yesNoOf(text);
    if (answer?.says !== "no" || answer.rest !== "") return [];
    const part = saysIncluded(text, language) || (language?.includes(name) ?? false);
    return namesOf(name, part, language).flatMap((words) =>
      named(fact, [...contentWords(words, locale)], { part, told: false }),
    );
  });
}

function saysIncluded(text: string, language: NegationWords | null): boolean {
  return notIncluded.test(text) || (language?.includes(text) ?? false) || (language?.comesApart(text) ?? false);
}

/** The name without what is in brackets; of a part also that, and nothing of "in the box". */
function namesOf(name: string, part: boolean, language: NegationWords | null): string[] {
  const bare = name.replace(/\([^()]*\)/g, " ");
  if (!part) return [bare];
  const inBrackets = [...name.matchAll(/\(([^()]*)\)/g)].map(([, words = ""]) => words);
  return [bare, ...inBrackets].map((words) => language?.withoutIncluded(words) ?? words);
}

function named(
  fact: Fact,
  words: readonly string[],
  { part, told }: Pick<NamedDenial, "part" | "told">,
): NamedDenial[] {
  const [only = ""] = words;
  if (words.length === 0 || words.length > (isSpaceless(only) ? mostPairs : mostWords)) return [];
  const shortest = isHangul(only) ? shortestHangul : told ? shortestTold : shortestName;
  return [{ fact, words, part, told, short: words.length === 1 && !part && only.length < shortest }];
}

function isSpaceless(word: string): boolean {
  return /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(word);
}

function isHangul(word: string): boolean {
  return /^\p{scx=Hang}/u.test(word);
}

/** In a language that is not the text's. */
const notIncluded =
  /^(?:not included|sold separately|nicht (?:enthalten|dabei|inklusive)|non (?:inclu|compri)\p{L}*|no inclu\p{L}+|niet (?:inbegrepen|meegeleverd)|não inclu\p{L}+|ingår (?:ej|inte)|medfø?l(?:ger|jer) (?:ikke|ej|inte))$/iu;
