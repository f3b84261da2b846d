import type { Fact } from "../facts/fact.ts";
import { readingsOf } from "../quantities/digits.ts";
import type { FactStatement, Statement } from "../statements/statement.ts";

/**
 * The fact that a quote comes from. White space and capitals may differ, nothing else.
 * @returns undefined where the fact is none that counts, or does not hold these words
 */
export function quotedFact(fact: Fact | undefined, quote: string): Fact | undefined {
  if (!fact || fact.unusable) return undefined;
  const wanted = plain(quote);
  if (wanted === "") return undefined;
  const { name, value } = fact;
  return plain(value).includes(wanted) || plain(`${name}: ${value}`).includes(wanted) ? fact : undefined;
}

/**
 * Whether words of facts may mean a statement that no program can compare: they hold its numbers, in no other unit, and deny
 * nothing that it affirms of the same thing.
 * @param words names of the quoted facts and their quoted words
 */
export function agreesWith(statement: Statement, quoted: readonly FactStatement[], words: string): boolean {
  if (quoted.some((one) => isOpposite(statement, one))) return false;
  if (statement.kind !== "quantity") return true;
  const { values, units } = statement.quantity;
  const wanted = units.flatMap((unit) => unit?.dimension ?? []);
  const same = quoted.filter(
    (one) => one.kind === "quantity" && one.quantity.values.some((value) => values.includes(value)),
  );
  if (same.length === 0) return numbersIn(words).some((number) => values.includes(number));
  return same.some((one) => {
    const has = one.kind === "quantity" ? one.quantity.units.flatMap((unit) => unit?.dimension ?? []) : [];
    return wanted.length === 0 || has.length === 0 || has.some((dimension) => wanted.includes(dimension));
  });
}

/** One denies what the other affirms. */
export function isOpposite(one: Statement, other: Statement): boolean {
  if (one.kind !== other.kind || one.polarity === other.polarity) return false;
  const [mine, theirs] = [thingOf(one), thingOf(other)];
  return mine !== null && mine === theirs;
}

/** What a statement is about, as a concept; null for numbers and ages. */
export function thingOf(statement: Statement): string | null {
  switch (statement.kind) {
    case "property":
    case "content":
    case "superlative":
      return statement.concept;
    case "material":
      return statement.material;
    case "scheme":
      return statement.scheme;
    case "origin":
      return statement.place;
    case "member":
      return statement.member;
    case "compatibility":
      return statement.with;
    case "term":
      return statement.term;
    case "quantity":
    case "age":
      return null;
  }
}

function numbersIn(words: string): number[] {
  return (words.match(/\d+(?:[.,]\d+)*/g) ?? []).slice(0, 100).flatMap(readingsOf);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim().toLowerCase();
}
