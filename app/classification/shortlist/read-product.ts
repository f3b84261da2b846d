import { compounding, splitCompound } from "./compounds.ts";
import { type CategoryIndex, isHeadFirst, termOf } from "./index-categories.ts";
import { weights } from "./weights.ts";
import { isEmptyIn, languageOf, stemOf, type Word, wordsOf } from "./words.ts";

/** What is read of a product to find its category; plain text, as the shop has it. */
export interface ProductToClassify {
  title: string;
  /** "" where the shop has none */
  type: string;
  vendor: string;
  tags: readonly string[];
  description: string;
  /** names of its options */
  options: readonly string[];
  /** BCP-47, of the texts; English words are looked for as well */
  locale: string;
  /** what a model calls it in a taxonomy's English words, at most `mostPhrases` of them count */
  phrases?: readonly string[];
}

/** A word of a product as it is looked up. */
export interface QueryTerm {
  weight: number;
  /** as the product has it */
  word: string;
}

export const mostPhrases = 6;
/** So much of a description is read: what follows is delivery, care and the shop itself. */
const describedChars = 1_200;
const firstSentenceChars = 300;
const isAWords = 7;

const prepositions: Readonly<Record<string, RegExp>> = {
  en: /\s(?:with|for|from|by|in|of|w\/)\s/i,
  de: /\s(?:mit|für|aus|von|zum|zur|in|im)\s/i,
  nl: /\s(?:met|voor|van|uit|in)\s/i,
  sv: /\s(?:med|för|av|från|i)\s/i,
  es: /\s(?:con|para|por|sin)\s/i,
  pt: /\s(?:com|para|por|sem)\s/i,
  it: /\s(?:con|per|senza)\s/i,
  fr: /\s(?:avec|pour|par|sans)\s/i,
};
const isA: Readonly<Record<string, RegExp>> = {
  en: /\b(?:is|are|this|these)\s+(?:an?|the|our|one of the)?\s/i,
  de: /\b(?:ist|sind|dieser?|dieses)\s+(?:ein|eine|der|die|das)?\s/i,
  nl: /\b(?:is|zijn|deze|dit)\s+(?:een|de|het)?\s/i,
  sv: /\b(?:är)\s+(?:en|ett)?\s/i,
  es: /\b(?:es|son|est[ea]s?)\s+(?:un|una|el|la)?\s/i,
  pt: /(?:\bé|\bsão|\beste|\besta)\s+(?:um|uma|o|a)?\s/i,
  it: /(?:\bè|\bsono|\bquest[oa])\s+(?:un|una|il|la)?\s/i,
  fr: /\b(?:est|sont|ce|cet|cette)\s+(?:un|une|le|la)?\s/i,
};

/** A product's words as terms of the index, each with how much it counts. */
export function readProduct(index: CategoryIndex, product: ProductToClassify): Map<string, QueryTerm> {
  const own = languageOf(product.locale);
  const terms = new Terms(index, own);
  const vendor = new Set(wordsOf(product.vendor, "en").map(({ text }) => text));
  readTitle(terms, product.title, own, vendor);
  readType(terms, index, product.type, own);
  for (const tag of product.tags) terms.read(tag, weights.tag);
  for (const option of product.options) terms.read(option, weights.option);
  const described = product.description.slice(0, describedChars);
  const [first = ""] = described.split(/(?<=[.!?])\s|\n/, 1);
  const opening = first.slice(0, firstSentenceChars);
  const said = isA[own]?.exec(described.slice(0, 2 * firstSentenceChars));
  if (said) {
    const after = described.slice(said.index + said[0].length).split(/[.!?\n]|,/)[0] ?? "";
    terms.read(after.split(/\s+/).slice(0, isAWords).join(" "), weights.isA);
  }
  terms.read(opening, weights.firstSentence);
  terms.read(described, weights.description);
  for (const phrase of (product.phrases ?? []).slice(0, mostPhrases)) terms.readEnglish(phrase, weights.phrase);
  return terms.weighed();
}

function readTitle(terms: Terms, title: string, language: string, vendor: ReadonlySet<string>): void {
  const segments = title.split(/\s[-–—|:•/]+\s|[,()[\]|]/).filter((segment) => /\p{L}/u.test(segment));
  for (const [at, segment] of segments.entries()) {
    const share = at === 0 ? 1 : weights.titleLaterSegment;
    const split = prepositions[language]?.exec(segment) ?? prepositions.en?.exec(segment);
    const main = split && split.index > 0 ? segment.slice(0, split.index) : segment;
    const rest = segment.slice(main.length);
    terms.read(main, weights.title * share, { head: weights.titleHead, dimmed: vendor });
    terms.read(rest, weights.title * share * weights.titleAfterPreposition, { dimmed: vendor });
  }
}

/** A type counts as far as its last word names something: "Indoor" does not. */
function readType(terms: Terms, index: CategoryIndex, type: string, language: string): void {
  const text = type.split(/[>/]/).at(-1) ?? "";
  const namesThing = ["en", language].some((one) => {
    const words = wordsOf(text, one);
    const head = isHeadFirst(one) ? words[0] : words.at(-1);
    return head !== undefined && index.heads.has(termOf(head.stem, one));
  });
  terms.read(text, namesThing ? weights.type : weights.typeOfNothing, { head: namesThing ? weights.titleHead : 1 });
}

class Terms {
  readonly #index: CategoryIndex;
  readonly #language: string;
  readonly #found = new Map<string, QueryTerm & { times: number }>();
  readonly #isLoaded: boolean;

  constructor(index: CategoryIndex, language: string) {
    this.#index = index;
    this.#language = language;
    this.#isLoaded = index.languages.includes(language);
  }

  /** @param how.head times the weight that the head noun has @param how.dimmed words that count for less: the vendor's */
  read(text: string, weight: number, how: { head?: number; dimmed?: ReadonlySet<string> } = {}): void {
    const isEnglish = this.#language === "en";
    this.readEnglish(text, isEnglish ? weight : weight * weights.englishElsewhere, how);
    // Cognates are a guess: running text has too many of them.
    const isRead = this.#isLoaded || weight > weights.description;
    if (!isEnglish && isRead) this.#readOwn(text, weight, how.head ?? 1);
  }

  readEnglish(text: string, weight: number, how: { head?: number; dimmed?: ReadonlySet<string> } = {}): void {
    const words = wordsOf(text, "en").filter((word) => isName(word) && !isEmptyIn(word.text, this.#language));
    const isHead = (at: number) => how.head !== undefined && at === words.length - 1 && this.#language === "en";
    for (const [at, { stem, text: word }] of words.entries()) {
      const own = how.dimmed?.has(word) ? weight * weights.vendor : weight;
      this.#add(stem, word, isHead(at) ? own * (how.head ?? 1) : own);
      const before = words[at - 1];
      if (!before) continue;
      this.#add(before.stem + stem, `${before.text} ${word}`, own * weights.joined);
    }
  }

  #readOwn(text: string, weight: number, head: number): void {
    const language = this.#language;
    const words = wordsOf(text, language).filter(isName);
    const headAt = isHeadFirst(language) ? 0 : words.length - 1;
    for (const [at, { stem, text: word }] of words.entries()) {
      const own = at === headAt ? weight * head : weight;
      if (this.#isLoaded) {
        this.#add(termOf(stem, language), word, own);
        if (compounding.has(language)) this.#addParts(word, own);
      } else {
        this.#addCognates(stem, word, own);
      }
    }
  }

  #addParts(word: string, weight: number): void {
    const language = this.#language;
    const { tail, start } = splitCompound(word, (part) => this.#index.knows(part, language));
    if (tail) this.#add(termOf(stemOf(tail, language), language), word, weight * weights.compoundTail);
    if (start) this.#add(termOf(stemOf(start, language), language), word, weight * weights.compoundStart);
  }

  #addCognates(stem: string, word: string, weight: number): void {
    const cognates = this.#index.cognatesFor(this.#language);
    for (const { term, likeness } of [...cognates.of(word), ...(stem === word ? [] : cognates.of(stem))]) {
      this.#add(term, word, weight * weights.cognate * likeness ** 2);
    }
  }

  #add(term: string, word: string, weight: number): void {
    const found = this.#found.get(term);
    if (!found) {
      this.#found.set(term, { weight, word, times: 1 });
      return;
    }
    found.times++;
    if (weight > found.weight) {
      found.weight = weight;
      found.word = word;
    }
  }

  weighed(): Map<string, QueryTerm> {
    return new Map(
      [...this.#found].map(([term, { weight, word, times }]) => [
        term,
        { word, weight: weight * (1 + weights.repeated * Math.log2(times)) },
      ]),
    );
  }
}

/** Sizes, amounts and model numbers name no kind of thing. */
function isName({ text }: Word): boolean {
  return !/\d/.test(text);
}
