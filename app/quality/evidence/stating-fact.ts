import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { negationWords } from "../language/negation-words.ts";
import { yesNoOf } from "../language/yes-no.ts";

/** Of a product with thousands of facts so many are looked through. */
const maxFacts = 300;
const maxChars = 600;
/** What shorter sentences say hangs on the words around them in the fact. */
const shortestSentence = 4;
const spaces = /[\s\u00a0:：]+/gu;
const quotes = /["“”„«»‘’']/gu;
const bounds = /[.!?;,|•\n。！？；、，()–—]/u;
const ends = /[\s.!。！]+$/u;

/**
 * The fact in which all words of a sentence are, in this order and with nothing between them: whole, or as a part of its own between
 * commas or full stops where nothing around it denies, doubts or asks.
 * @param locale BCP-47 of the sentence
 * @returns null where no usable fact does
 */
export function statingFact(book: FactBook, sentence: string, locale: string): Fact | null {
  const said = levelled(sentence);
  if (said.length < shortestSentence || said.length > maxChars || /[?？]$/u.test(sentence)) return null;
  for (const fact of book.list.slice(0, maxFacts)) {
    if (fact.unusable || fact.tier > 2 || fact.kind === "code" || fact.value.length > maxChars) continue;
    if (states(fact, said, book.facts.locale ?? locale)) return fact;
  }
  return null;
}

function states({ name, value, kind }: Fact, said: string, locale: string): boolean {
  const isField = kind === "attribute" || kind === "option" || kind === "merchant";
  if (isField && levelled(`${name}: ${value}`) === said) return true;
  if (yesNoOf(value)) return false;
  const words = levelled(value);
  // "Not for: children" and "Free from: nuts" say the opposite of their value.
  const around = isField && kind !== "merchant" ? name : "";
  if (words === said) return around === "" || isPlain(around, locale);
  const at = words.indexOf(said);
  if (at === -1) return false;
  const [before, behind] = [words.slice(0, at).trimEnd(), words.slice(at + said.length).trimStart()];
  const isPart = (before === "" || bounds.test(before.slice(-1))) && (behind === "" || bounds.test(behind.charAt(0)));
  return isPart && isPlain(`${around} ${before} ${behind}`, locale);
}

/** In a language whose negations nobody knows a part may be denied by the rest. */
function isPlain(words: string, locale: string): boolean {
  const known = [negationWords(locale), negationWords("en")];
  return known.every((language) => language !== null && !language.doubts(words)) && !/[?？]/u.test(words);
}

function levelled(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(quotes, "").replace(spaces, " ").replace(ends, "").trim();
}
