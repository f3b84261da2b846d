import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { containsWords } from "../language/contains-words.ts";
import { completeLists, ingredientRows, mayHold } from "../language/data/listed-rows.ts";
import { negationWords } from "../language/negation-words.ts";
import { createWordTrie, foldedText, hitsIn, languageSet, noLanguages, type WordTrie } from "../language/word-trie.ts";

/** A list of fewer entries may be a choice of them. */
const fewest = 3;
const mostChars = 4_000;

let trie: WordTrie<string> | undefined;

/** The ingredients that words name, in whatever language, each with its place. */
function ingredientsIn(lower: string): { key: string; start: number; end: number }[] {
  trie ??= createWordTrie(
    Object.entries(ingredientRows).flatMap(([key, words]) =>
      words.split("|").map((word) => ({ words: word, meaning: key, languages: languageSet(0) })),
    ),
  );
  const languages = { own: languageSet(0), foreign: noLanguages };
  return hitsIn(trie, lower, languages, mostHits).flatMap(({ meanings: [key], start, end }) =>
    key === undefined ? [] : [{ key, start, end }],
  );
}

const mostHits = 300;

/** A product's complete list of ingredients, and what any of its facts names. */
interface Listed {
  fact: Fact;
  inList: ReadonlySet<string>;
  anywhere: ReadonlySet<string>;
}

const known = new WeakMap<FactBook, Listed | null>();

/**
 * The list of ingredients that a sentence contradicts: it says that something is in the product which no fact names, by whatever
 * name, or that something is not in it which the list names. Null in doubt: where the list may hold it as an aroma or a spice, and
 * where the sentence tells of serving, taste, scent or likeness.
 * @param locale BCP-47
 */
export function ingredientListAgainst(book: FactBook, sentence: string, locale: string): Fact | null {
  const listed = listedOf(book);
  if (!listed) return null;
  const words = containsWords(locale);
  if (!words || /[?？]\s*$/.test(sentence)) return null;
  const lower = foldedText(sentence);
  const denied = words.denied(lower);
  if (denied) return firstsOf(lower, denied).some((key) => listed.inList.has(key)) ? listed.fact : null;
  const affirmed = words.affirmed(lower);
  if (!affirmed || (negationWords(locale)?.negates(sentence) ?? true)) return null;
  const isServed = (key: string) => affirmed.opens && served.has(key);
  return firstsOf(lower, affirmed).some((key) => !isServed(key) && isAbsent(key, listed)) ? listed.fact : null;
}

/** What is named right behind the verb and in the list that begins there, not what is named later in the clause. */
function firstsOf(lower: string, { from, to }: { from: number; to: number }): string[] {
  const found: string[] = [];
  let edge = from;
  for (const { key, start, end } of ingredientsIn(lower.slice(0, to))) {
    if (start < from) continue;
    if ((lower.slice(edge, start).match(/\p{L}+/gu)?.length ?? 0) > mostBetween) break;
    found.push(key);
    edge = end;
  }
  return found;
}

const mostBetween = 3;
/** "With milk" tells how it is eaten. */
const served: ReadonlySet<string> = new Set(["milk", "added sugar"]);

function isAbsent(key: string, { anywhere }: Listed): boolean {
  if (key in mayHold || key === "everything" || key === "aroma") return key === "chocolate" && !anywhere.has(key);
  return (
    !anywhere.has(key) && !Object.entries(mayHold).some(([holder, held]) => held.includes(key) && anywhere.has(holder))
  );
}

function listedOf(book: FactBook): Listed | null {
  const done = known.get(book);
  if (done !== undefined) return done;
  const fresh = read(book);
  known.set(book, fresh);
  return fresh;
}

function read(book: FactBook): Listed | null {
  const fact = book.list.find(
    ({ name, value, kind, tier, unusable }) =>
      kind === "attribute" &&
      tier === 1 &&
      !unusable &&
      value.length <= mostChars &&
      completeLists.test(name.replaceAll("_", " ").trim()) &&
      value.split(/[,;、，・]/u).length >= fewest,
  );
  if (!fact) return null;
  const keysOf = (text: string) => new Set(ingredientsIn(foldedText(text)).map(({ key }) => key));
  const inList = keysOf(fact.value);
  // Lower case throughout: letters keep their place only within a text.
  return inList.has("everything") ? null : { fact, inList, anywhere: keysOf(book.written.slice(0, 3 * mostChars)) };
}
