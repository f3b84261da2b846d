import { contentWords, wordSet } from "../evidence/content-words.ts";
import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";

/** So many signs of facts cost about as much as the sentences themselves: with fewer nothing is left out. */
const roomChars = 3_000;
/** However many facts speak of the same thing. */
const mostFacts = 80;
/** Words of a fact that are looked at. */
const readChars = 600;

/**
 * The facts that an examiner needs for sentences: all of them where they are few. Of many, all denials and those that share a word
 * or a number with the sentences, and of the others as many as there is room for. Codes, reviews and what is no evidence are left out.
 * @param locale BCP-47 of the sentences
 * @returns in the order of the book
 */
export function chooseFacts(
  book: FactBook,
  { sentences, locale }: { sentences: readonly string[]; locale: string },
): Fact[] {
  const usable = book.list.filter(({ unusable, kind }) => !unusable && kind !== "code" && kind !== "review");
  if (charsOf(usable) <= roomChars && usable.length <= mostFacts) return usable;
  const text = sentences.join("\n");
  const words = wordSet(contentWords(text, locale));
  const numbers = new Set(numbersIn(text));
  const denials = new Set(book.statements().flatMap(({ polarity, fact }) => (polarity === "denied" ? [fact.id] : [])));
  const matters = ({ id, name, value }: Fact) => {
    if (denials.has(id)) return true;
    const said = `${name} ${value.slice(0, readChars)}`;
    return (
      numbersIn(said).some((number) => numbers.has(number)) ||
      [...contentWords(said, locale)].some((word) => words.has(word))
    );
  };
  const chosen = new Set(usable.filter(matters).slice(0, mostFacts));
  let room = roomChars - charsOf([...chosen]);
  for (const fact of usable) {
    if (chosen.has(fact) || chosen.size >= mostFacts) continue;
    room -= charsOf([fact]);
    if (room < 0) break;
    chosen.add(fact);
  }
  return usable.filter((fact) => chosen.has(fact));
}

function charsOf(facts: readonly Fact[]): number {
  return facts.reduce((sum, { name, value }) => sum + name.length + Math.min(value.length, readChars), 0);
}

function numbersIn(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}
