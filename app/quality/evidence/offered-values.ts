import { comparable } from "../../texts/text-body.ts";
import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { readWordStatements } from "../statements/read-words.ts";
import type { Comparison, MemberStatement, Statement } from "../statements/statement.ts";
import { areNeighbours, isKnownColor } from "../statements/words/implied.ts";

/** An option of the product with its values, whatever it is called. */
interface Offer {
  fact: Fact;
  /** comparable words of each value */
  values: ReadonlySet<string>;
  /** colours, sizes and scents that they name, as concepts */
  members: ReadonlySet<string>;
  /** each value is a colour that a table knows */
  areColors: boolean;
  /** each value is a size in letters */
  areSizes: boolean;
}

/** An option with more values is no choice that a text lists. */
const mostValues = 200;
const sizeInLetters = /^(?:[2-6]?x{0,5}[sl]|m|[2-6]xl)$/;
const offers = new WeakMap<FactBook, readonly Offer[]>();

/**
 * What the product's options make of words that are one of their values, also where those mean a material or a colour: "available in
 * gold" of `Metal: Silver, Gold`. A colour or size that none of them has is refuted where it is listed beside one that they have, and
 * where all of them are known and others.
 * @param said.others the other statements of the sentence
 * @param said.text the text that they are read from
 */
export function byOfferedValue(
  book: FactBook,
  said: { statement: Statement; others: readonly Statement[]; text: string },
): Comparison | null {
  const { statement } = said;
  if (statement.kind === "quantity" || statement.kind === "age" || statement.provable !== null) return null;
  if (statement.polarity !== "affirmed") return null;
  const all = offersOf(book);
  const own = all.find((offer) => isValue(statement, offer));
  if (own) return { verdict: "supported", fact: own.fact, fix: null };
  if (statement.kind !== "member" || !statement.offered || isSpokenOf(statement, book)) return null;
  const listed = all.find((offer) => isOtherOf(statement, offer) && isBesideValue(offer, statement, said));
  return listed ? { verdict: "refuted", fact: listed.fact, fix: null } : null;
}

function isValue(statement: Statement, { values, members }: Offer): boolean {
  if (statement.kind === "member" && members.has(`${statement.set}:${statement.member}`)) return true;
  return values.has(comparable(statement.quote));
}

/** A fact beside the options may know of it: "the strap is red". */
function isSpokenOf({ quote }: MemberStatement, { words }: FactBook): boolean {
  return words.includes(` ${comparable(quote)} `);
}

/** None of the values may be what another shop calls so. */
function isOtherOf({ set, member }: MemberStatement, { areColors, areSizes, members }: Offer): boolean {
  if (set === "size") return areSizes && sizeInLetters.test(member);
  if (set !== "color" || !areColors || !isKnownColor(member)) return false;
  return ![...members].some((one) => areNeighbours(one.slice("color:".length), member));
}

const listGlue = /^\s?[,、，/&]?\s?(?:\p{L}{1,4}\s)?$/u;

/** "Silver and blue": nothing but a comma or a short word between a value and the words. */
function isBesideValue(
  offer: Offer,
  { at }: MemberStatement,
  { others, text }: { others: readonly Statement[]; text: string },
): boolean {
  return others.some((other) => {
    if (other.polarity !== "affirmed" || !isValue(other, offer)) return false;
    const between = other.at.end <= at.start ? text.slice(other.at.end, at.start) : text.slice(at.end, other.at.start);
    return (other.at.end <= at.start || other.at.start >= at.end) && listGlue.test(between);
  });
}

function offersOf(book: FactBook): readonly Offer[] {
  const known = offers.get(book);
  if (known) return known;
  const locale = book.facts.locale ?? "en";
  const made = book.facts.options.flatMap(({ name, values: given }): Offer[] => {
    const fact = book.byPath(`options.${name}`);
    if (!fact || fact.unusable || given.length > mostValues) return [];
    const values = given.map((value) => comparable(value)).filter((value) => value !== "");
    const colors = values.map((value) => colorOf(value, locale));
    return [
      {
        fact,
        values: new Set(values),
        members: new Set([
          ...colors.flatMap((color) => (color === null ? [] : [`color:${color}`])),
          ...values.map((value) => `size:${value}`),
        ]),
        areColors: colors.every((color) => color !== null && isKnownColor(color)),
        areSizes: values.every((value) => sizeInLetters.test(value)),
      },
    ];
  });
  offers.set(book, made);
  return made;
}

/** The colour that a value is as a whole; null: it says more, or none. */
function colorOf(value: string, locale: string): string | null {
  for (const one of readWordStatements(value, { locale, name: "Color" })) {
    if (one.kind === "member" && one.set === "color" && one.at.end - one.at.start === value.length) return one.member;
  }
  return null;
}
