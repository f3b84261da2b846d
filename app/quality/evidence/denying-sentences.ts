import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { conditional, needless, withoutIt } from "../language/data/lack-words.ts";
import { type NegationWords, negationWords } from "../language/negation-words.ts";
import { contentWords, type WordSet, wordSet } from "./content-words.ts";

/** What a sentence of a fact denies: "Nicht für Induktion geeignet", "Comes without a lid", "Ne pas repasser". */
export interface DeniedBySentence {
  fact: Fact;
  /** all of them together name it */
  words: readonly string[];
  /** it does not come with the product: to mention it asserts nothing */
  part: boolean;
}

/** A longer fact is a text of its own, in which a denial may be about anything. */
const longestFact = 600;
const longestClause = 140;
const mostWords = 3;
/** Of scripts without spaces, pairs of signs. */
const mostPairs = 9;
const mostFacts = 200;
const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;
const clauseEnd =
  /[,;:.!?。！？、，；：()（）–—\n]|\s-\s|\s(?:but|aber|sondern|mais|pero|sino|ma|maar|mas|ale|men|utan att|mutta|но|але|ama|hanem|dar|αλλά|لكن|אבל|लेकिन|tetapi|nhưng|แต่)\s/iu;

/**
 * What sentences of the facts deny, for texts in a language: few words of clauses that surely deny, without conditions, degrees
 * and numbers, and nothing that another fact affirms.
 * @param locale BCP-47
 */
export function deniedBySentences(book: FactBook, locale: string): DeniedBySentence[] {
  const language = negationWords(locale);
  if (!language) return [];
  const things = thingsOf(book, locale);
  const found = book.list
    .filter(isRead)
    .slice(0, mostFacts)
    .flatMap((fact) => deniedBy(fact, { language, locale, things }));
  if (found.length === 0) return [];
  return withoutAffirmed(withoutContents(found, book, locale), { book, language, locale });
}

/** What a thing is made of or holds is read by its own readers, which know when a mention asserts it. */
function withoutContents(found: readonly DeniedBySentence[], book: FactBook, locale: string): DeniedBySentence[] {
  const read = [...book.statements("content"), ...book.statements("material")];
  return found.filter(({ fact, words, part }) => {
    if (part) return true;
    const said = wordSet(read.flatMap((one) => (one.fact === fact ? [...contentWords(one.quote, locale)] : [])));
    return !words.some((word) => said.has(word));
  });
}

interface Deps {
  language: NegationWords;
  locale: string;
  things: (word: string) => boolean;
}

function isRead({ kind, tier, unusable, value }: Fact): boolean {
  return (kind === "description" || kind === "attribute") && tier <= 2 && !unusable && value.length <= longestFact;
}

function deniedBy(fact: Fact, deps: Deps): DeniedBySentence[] {
  if (!deps.language.denies(fact.value)) return [];
  return fact.value.split(clauseEnd).flatMap((clause) => ofClause(fact, clause.trim(), deps));
}

function ofClause(fact: Fact, clause: string, { language, locale, things }: Deps): DeniedBySentence[] {
  if (clause === "" || clause.length > longestClause || !language.denies(clause)) return [];
  if (/\p{N}/u.test(clause) || conditional.test(clause) || needless.test(clause)) return [];
  const lacking = language.lacking(clause);
  const part = language.comesApart(clause) || (lacking !== null && withoutIt.test(clause));
  const { subject, object } = lacking ?? { subject: "", object: clause };
  const meant = (words: string) => [...contentWords(words, locale)].filter((word) => !things(word));
  const ofSubject = thisOne.test(subject.trim()) ? [] : meant(language.denied(subject).words);
  const isFramed = part || lacking !== null || language.frames(clause);
  return alternativesOf(object, locale).flatMap((one) => {
    const { words, acts } = language.denied(one);
    const named = meant(words);
    const all = [...(named.length > 0 ? named : meant(acts)), ...ofSubject];
    const [only = ""] = all;
    if (all.length === 0 || all.length > (spaceless.test(only) ? mostPairs : mostWords)) return [];
    return all.length > 1 || isFramed ? [{ fact, words: all, part }] : [];
  });
}

/** The subject is the product: "This drum comes without a stand". Of all languages together. */
const thisOne =
  /^(?:this|these|it|dies(?:e|er|es|en|em)|ce|cet|cette|ces|il|elle|ils|elles|este|esta|estos|estas|questo|questa|questi|queste|deze|dit|hij|esse|essa|ten|ta|te|denna|detta|dessa|denne|dette|disse|den|det|tämä|nämä|tento|tato|toto|táto|ovaj|ova|ovo|ta|to|ez|acest|această|aceste|acești|этот|эта|это|эти|он|она|цей|ця|це|ці|този|тази|това|тези|αυτό|αυτή|αυτός|αυτά|bu|هذا|هذه|यह|ini|produk ini)(?!\p{L})/iu;

const listed = new Map<string, RegExp>();

/** "Dishwasher or microwave": each of them is denied. */
function alternativesOf(words: string, locale: string): string[] {
  let pattern = listed.get(locale);
  if (!pattern) {
    const between = (["conjunction", "disjunction"] as const).flatMap((type) =>
      new Intl.ListFormat(locale, { type })
        .formatToParts(["a", "b"])
        .flatMap((part) => (part.type === "literal" ? [part.value] : [])),
    );
    pattern = new RegExp(`[/+&、]|${between.join("|")}`, "iu");
    listed.set(locale, pattern);
  }
  return words.split(pattern);
}

/** Words for the product itself, which what it lacks is not named by: `Zelt` of "Familienzelt Nord". */
function thingsOf({ facts }: FactBook, locale: string): (word: string) => boolean {
  const words = [...contentWords(`${facts.title} ${facts.productType}`, locale)];
  const set = wordSet(words);
  return (word) => set.has(word) || (word.length >= shortestEnd && words.some((one) => one.endsWith(word)));
}

const shortestEnd = 4;

/** Nothing is denied for sure that another fact affirms. */
function withoutAffirmed(
  found: readonly DeniedBySentence[],
  { book, language, locale }: { book: FactBook; language: NegationWords; locale: string },
): DeniedBySentence[] {
  const others = book.list
    .slice(0, mostFacts)
    .filter(({ kind, unusable, value }) => !unusable && kind !== "code" && value.length <= longestFact)
    .map((fact) => ({ fact, text: `${fact.name}: ${fact.value}`.toLowerCase() }));
  return found.filter(({ fact, words, part }) => {
    if (part) return true;
    const beginnings = words.map((word) => word.slice(0, keyChars));
    return !others.some(
      (one) =>
        one.fact !== fact &&
        beginnings.every((beginning) => one.text.includes(beginning)) &&
        !language.doubts(one.text) &&
        holdsAll(wordSet(contentWords(one.text, locale)), words),
    );
  });
}

const keyChars = 4;

function holdsAll(set: WordSet, words: readonly string[]): boolean {
  return words.every((word) => set.has(word));
}
