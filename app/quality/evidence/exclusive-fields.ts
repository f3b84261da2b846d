import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { type ExclusiveFamily, type ExclusiveValue, exclusiveFamilies } from "../language/data/exclusive-families.ts";
import { negationWords } from "../language/negation-words.ts";
import { patternOf } from "../language/word-pattern.ts";
import { affirmsThere, clauseEnd, isAsideAt, placeAt } from "./affirming.ts";
import { contentWords, type WordSet, wordSet } from "./content-words.ts";
import { languageOf } from "./sentences.ts";

/** A field with one of the values of which a thing has one: `Sleeves: short`, `Care: hand wash`. */
interface ExclusiveField {
  fact: Fact;
  family: ExclusiveFamily;
  value: string;
  /** words of its name */
  name: readonly string[];
  /** other values that no fact of the product speaks of: a text with one of them is wrong */
  others: readonly string[];
}

/** A longer value tells a story. */
const longestValue = 60;
const mostFields = 20;
const known = new WeakMap<FactBook, Map<string, readonly ExclusiveField[]>>();

/**
 * The fact whose field has another value of its family than a clause of the sentence: long sleeves of `Sleeves: short`. A clause
 * says so in a phrase that means nothing else, or names the field. Null in doubt, and in languages whose negations are not known.
 * @param locale BCP-47
 */
export function otherValueIn(book: FactBook, sentence: string, locale: string): Fact | null {
  const fields = fieldsOf(book, locale);
  if (fields.length === 0) return null;
  const language = negationWords(locale);
  if (!language || /[?？]\s*$/.test(sentence)) return null;
  const things = thingsOf(book, locale);
  for (const clause of sentence.split(clauseEnd)) {
    const said = wordSet(contentWords(clause, locale));
    const found = fields.find((field) => saysOther(field, clause, { said, things, locale }));
    if (found) return language.doubts(sentence) ? null : found.fact;
  }
  return null;
}

interface Clause {
  said: WordSet;
  things: readonly string[];
  locale: string;
}

function saysOther({ family, value, name, others }: ExclusiveField, clause: string, of: Clause): boolean {
  const { said, things, locale } = of;
  const isNamed = name.every((word) => said.has(word)) || namesField(family, clause, [languageOf(locale)]);
  const says = (one: string) => {
    const words = family.values[one];
    if (affirmsPhrase(words?.phrase, clause, locale)) return true;
    if (isNamed && holds(words?.bare, clause, [languageOf(locale)])) return true;
    return family.ofThing === true && isBesideThing(words, clause, { things, locale });
  };
  const mentions = (one: string) =>
    holds(family.values[one]?.phrase, clause, [languageOf(locale)]) || (isNamed && says(one));
  return (
    others.some(says) && !mentions(value) && !isAsideAt(clause, { start: clause.length, end: clause.length }, locale)
  );
}

/** "With long sleeves", "Long sleeves for cool evenings", and not those that "peek out below". */
function affirmsPhrase(phrase: Words, clause: string, locale: string): boolean {
  const words = phrase?.[languageOf(locale)];
  if (words === undefined) return false;
  const lower = clause.toLowerCase();
  for (const { 0: found, index } of clause.matchAll(patternFor(words, languageOf(locale)))) {
    const place = placeAt(lower, { start: index, end: index + found.length });
    if (affirmsThere(place, locale, true)) return true;
  }
  return false;
}

type Words = ExclusiveValue["phrase"];

/** `harte Matratze`: right before or behind a word for the product itself. */
function isBesideThing(
  words: ExclusiveValue | undefined,
  clause: string,
  { things, locale }: Pick<Clause, "things" | "locale">,
): boolean {
  const bare = words?.bare?.[languageOf(locale)];
  if (bare === undefined) return false;
  for (const match of clause.matchAll(patternFor(bare, languageOf(locale)))) {
    const [from, to] = [match.index, match.index + match[0].length];
    const before = /([\p{L}\p{M}]+)\s$/u.exec(clause.slice(Math.max(0, from - longestWord), from))?.[1]?.toLowerCase();
    const behind = /^\s([\p{L}\p{M}]+)/u.exec(clause.slice(to, to + longestWord))?.[1]?.toLowerCase();
    if (things.some((thing) => isThing(before ?? "", thing) || isThing(behind ?? "", thing))) return true;
  }
  return false;
}

const shortestThing = 4;
const longestWord = 60;

/** `matratze` of "Kaltschaummatratze". */
function isThing(word: string, thing: string): boolean {
  return word.length >= shortestThing && thing.endsWith(word);
}

function thingsOf({ facts }: FactBook, locale: string): readonly string[] {
  return [...contentWords(`${facts.title} ${facts.productType}`, locale)];
}

function fieldsOf(book: FactBook, locale: string): readonly ExclusiveField[] {
  const ofBook = known.get(book) ?? new Map<string, readonly ExclusiveField[]>();
  known.set(book, ofBook);
  const made = ofBook.get(locale) ?? readFields(book, locale);
  ofBook.set(locale, made);
  return made;
}

function readFields(book: FactBook, locale: string): ExclusiveField[] {
  const languages = [...new Set([languageOf(book.facts.locale ?? locale), languageOf(locale), "en"])];
  const fields: ExclusiveField[] = [];
  for (const fact of book.list) {
    if (fact.kind !== "attribute" || fact.tier > 2 || fact.unusable || fact.value.length > longestValue) continue;
    for (const family of exclusiveFamilies) {
      if (!namesField(family, fact.name, languages)) continue;
      const values = valuesIn(family, fact.value, languages);
      const [value] = values;
      if (value === undefined || values.length > 1 || (family.strict && !family.strict.includes(value))) continue;
      const others = Object.keys(family.values).filter(
        (other) => other !== value && !isMentioned(book, { fact, family, other, languages }),
      );
      const name = [...contentWords(fact.name, locale)];
      fields.push({ fact, family, value, name: name.length > 0 ? name : [fact.name.toLowerCase()], others });
    }
    if (fields.length >= mostFields) break;
  }
  // Two fields of a family leave open which of them a text speaks of.
  return fields.filter(({ family }) => fields.filter((one) => one.family === family).length === 1);
}

function isMentioned(
  book: FactBook,
  {
    fact,
    family,
    other,
    languages,
  }: { fact: Fact; family: ExclusiveFamily; other: string; languages: readonly string[] },
): boolean {
  const { phrase, bare } = family.values[other] ?? {};
  return book.list.some(
    (one) =>
      one !== fact &&
      !one.unusable &&
      one.kind !== "code" &&
      (holds(phrase, one.value, languages) || holds(bare, one.value, languages)) &&
      !languages.some((language) => negationWords(language)?.denies(one.value)),
  );
}

function valuesIn({ values }: ExclusiveFamily, text: string, languages: readonly string[]): string[] {
  return Object.entries(values).flatMap(([value, { phrase, bare }]) =>
    holds(phrase, text, languages) || holds(bare, text, languages) ? [value] : [],
  );
}

function namesField({ names }: ExclusiveFamily, text: string, languages: readonly string[]): boolean {
  return holds(names, text, languages);
}

function holds(
  words: Readonly<Record<string, string>> | undefined,
  text: string,
  languages: readonly string[],
): boolean {
  return languages.some((language) => {
    const ofLanguage = words?.[language];
    if (ofLanguage === undefined) return false;
    const pattern = patternFor(ofLanguage, language);
    pattern.lastIndex = 0;
    return pattern.test(text);
  });
}

const patterns = new Map<string, RegExp>();

function patternFor(words: string, language: string): RegExp {
  const made = patterns.get(words) ?? patternOf(words.split("|"), language);
  patterns.set(words, made);
  return made;
}
