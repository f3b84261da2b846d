import { undivided } from "../../texts/undivided.ts";
import { stemmerOf } from "../language/inflection.ts";
import { folded, foldedKey, wordsOf } from "./folded.ts";

/** A word that is found inside others has at least so many letters; one of Hangul two, since its particles are glued to it. */
const shortestInside = 4;
const shortestOfHangul = 2;
/** Words that are shorter join others: "de", "en", "aus". They may be others in another form of the same term. */
const shortestTelling = 4;
const mostMore = 4;
/** Two words are taken for forms of one that have this share of the shorter one's letters as their beginning. */
const sharedBeginning = 0.6;
const shortestBeginning = 3;
/** Languages that write compounds as one word: behind what two share stands an ending, or the words are others, as "Wanderstiefel". */
const mostOfEnding: Readonly<Record<string, number>> = { de: 3, nl: 3 };

/**
 * Whether a text has a term in some form: declined, in the plural, inside a compound, with an article or a particle glued to it, its
 * words apart or in another order. Where nobody can tell, it has: what a check calls missing is missing.
 * @param locale BCP-47 of both
 */
export function saysForm(text: string, term: string, locale: string): boolean {
  const key = foldedKey(term);
  if (key === "") return true;
  const inText = foldedKey(text);
  if (undivided.test(term)) return inText.includes(key);
  const shortest = /\p{Script=Hangul}/u.test(key) ? shortestOfHangul : shortestInside;
  if (key.length >= shortest && inText.includes(key)) return true;
  const said = wordsOf(folded(text));
  const wanted = wordsOf(folded(term));
  const telling = wanted.filter((word) => word.length >= shortestTelling);
  const stemmer = stemmerOf(locale);
  const isForm = (one: string, other: string) =>
    one === other ||
    (stemmer !== undefined && stemmer.stem(one) === stemmer.stem(other)) ||
    isAlike(one, other, mostOfEnding[languageOf(locale)]);
  return (telling.length > 0 ? telling : wanted).every((word) =>
    said.some(
      (other) =>
        isForm(word, other) ||
        (word.length >= shortest && other.includes(word)) ||
        beginsCompound(word, other, languageOf(locale)),
    ),
  );
}

/** "Baumwollhemd" has "Baumwolle" in it: in a compound the last sound of the word before goes. */
function beginsCompound(word: string, other: string, language: string): boolean {
  if (mostOfEnding[language] === undefined) return false;
  const stem = word.replace(/(?:en|e|n)$/u, "");
  return stem.length >= shortestInside && stem !== word && other.startsWith(stem);
}

/** @param mostBehind letters of either behind what they share */
function isAlike(one: string, other: string, mostBehind = Number.POSITIVE_INFINITY): boolean {
  const [a, b] = /\p{Script=Arabic}/u.test(one) ? [skeletonOf(one), skeletonOf(other)] : [one, other];
  const shorter = Math.min(a.length, b.length);
  if (shorter < shortestBeginning || Math.abs(a.length - b.length) > mostMore) return false;
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  if (Math.max(a.length, b.length) - same > mostBehind) return false;
  return same >= Math.max(shortestBeginning, Math.ceil(Math.max(shorter, shortestBeginning) * sharedBeginning));
}

function languageOf(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}

/** Arabic makes its plurals inside the word: its consonants stay, without what is glued before them. */
function skeletonOf(word: string): string {
  return word.replace(/^[وف]?(?:[بك]?ال|لل|[بلك](?=.{3}))?/u, "").replace(/(?!^)[اويه]/g, "");
}
