import type { FactBook } from "../facts/fact-book.ts";
import { contentWords, wordSet } from "./content-words.ts";
import { readStatements } from "./readers.ts";

/** What a product is called. */
export interface ProductNouns {
  /** its own nouns, small letters: "shirt" of "Marlow Camp Shirt" */
  heads: ReadonlySet<string>;
  /** further words of its name */
  names: ReadonlySet<string>;
}

const known = new WeakMap<FactBook, Map<string, ProductNouns>>();
/** Behind these, and behind signs, a title names parts, numbers, sizes and colours. */
const goesOn =
  /[,;:|()/–—]|\s-\s|\s(?:with|mit|avec|con|com|med|met|cu|s|z|ze|с|със|με|ile|for|für|pour|para|per|voor|för|til|do|na|для|from|aus|en|in|im|de|di|of|von|van|av|af|iz|из|din|από)\s|\s\d/iu;
const longestName = 60;

/**
 * The nouns that sentences call the product by: the first and the last word of its title and type (in English the last one),
 * none that is a material, a colour or the name of a part that a field is about.
 * @param locale BCP-47 of the text
 */
export function thingsOf(book: FactBook, locale: string): ProductNouns {
  const ofBook = known.get(book) ?? new Map<string, ProductNouns>();
  known.set(book, ofBook);
  const made = ofBook.get(locale) ?? read(book, locale);
  ofBook.set(locale, made);
  return made;
}

function read(book: FactBook, locale: string): ProductNouns {
  const { title, productType } = book.facts;
  const ofParts = wordSet(
    book.list.flatMap(({ kind, name }) => (kind === "attribute" ? [...contentWords(name, locale)] : [])),
  );
  const heads = new Set<string>();
  const names = new Set<string>();
  for (const name of [title, productType]) {
    const words = wordsOf(name.slice(0, longestName), locale);
    const isEnglish = /^en(?:-|$)/i.test(locale);
    for (const word of words) names.add(word);
    for (const head of isEnglish ? words.slice(-1) : [words[0], words.at(-1)]) {
      if (head !== undefined && !ofParts.has(head)) heads.add(head);
    }
  }
  return { heads, names };
}

/** Words of a name, without materials and colours. */
function wordsOf(name: string, locale: string): string[] {
  const [own = ""] = name.split(goesOn);
  const stated = readStatements(own, locale, { name: "Material" }).concat(
    readStatements(own, locale, { name: "Color" }),
  );
  const isDivided = !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(own);
  const taken = stated.filter(
    ({ kind, quote }) =>
      kind === "material" || (kind === "member" && isDivided && !quote.includes(" ") && quote.length < own.length),
  );
  if (!isDivided) {
    let left = own;
    for (const { quote, kind } of taken) if (kind === "material") left = left.replace(quote, " ");
    return (left.match(/\p{scx=Kana}{2,}|[\p{Script=Han}]+|\p{scx=Thai}{3,}/gu) ?? []).filter((word) => word !== "ー");
  }
  const isTaken = new Set(
    taken.flatMap(({ kind, quote, ...one }) =>
      kind === "material" || (one as { member?: string }).member !== quote.toLowerCase() ? [quote.toLowerCase()] : [],
    ),
  );
  return (own.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (word) => word.length >= shortest(word) && !isTaken.has(word),
  );
}

function shortest(word: string): number {
  return /\p{scx=Hang}/u.test(word) ? 1 : 3;
}
