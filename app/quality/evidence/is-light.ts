import { comparable } from "../../texts/text-body.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { isDistance } from "../quantities/compare-named.ts";
import type { QuantityStatement, Statement } from "../statements/statement.ts";

/** Counts up to here are written in words, whatever is counted. */
const mostInWords = 20;

/**
 * Whether a statement that no fact settles is better left unmarked: how far to be from something, half a day, a small count in words ("two ice cubes and it is ready"), or a
 * number without a unit that a fact holds, be it a size, a year or a piece of a list, or a colour that nothing is said to come in.
 */
export function isLight(statement: Statement, book: Pick<FactBook, "candidates" | "written">): boolean {
  if (statement.kind === "member") return !statement.offered;
  if (statement.kind !== "quantity") return false;
  if (isYearOfFacts(statement, book) || maybeOneWord.test(statement.quote)) return true;
  return isBare(statement)
    ? isSmallInWords(statement) || isOfFacts(statement, book)
    : isPartOfTime(statement) || isDistance(statement.quantity);
}

/** Korean "oil" is written as "five days", and many a word begins as "two". */
const maybeOneWord = /^[일이삼사오육칠팔구]\s?(?:일|도|주|년|시|분)$/u;

/** "2023年", "w 2023 roku": a year that a fact names. */
function isYearOfFacts({ quote }: QuantityStatement, { written }: Pick<FactBook, "written">): boolean {
  const year = /^((?:19|20)\d\d)\s?\p{L}{1,5}\.?$/u.exec(quote)?.[1];
  return year !== undefined && written.includes(year);
}

/** Whether words of facts name what a list of options does not: a colour in the product's title. */
export function isNamed({ quote }: Statement, { words }: Pick<FactBook, "words">): boolean {
  const plain = comparable(quote);
  return plain !== "" && words.includes(` ${plain} `);
}

/** "Half an hour", "half a day". */
function isPartOfTime({ quantity: { spelled, values, units } }: QuantityStatement): boolean {
  return spelled === true && values.every((value) => value < 1) && units.every((unit) => unit?.dimension === "time");
}

function isBare({ quantity }: QuantityStatement): boolean {
  return quantity.units.every((unit) => unit === null);
}

/** A number that counts something is that of a count; one that counts nothing may be of any measure. */
function isOfFacts(statement: QuantityStatement, book: Pick<FactBook, "candidates">): boolean {
  const { values, nextWord } = statement.quantity;
  return book
    .candidates(statement)
    .some(
      (one) =>
        one.kind === "quantity" &&
        (nextWord === "" || isBare(one)) &&
        one.quantity.values.some((value) => values.includes(value)),
    );
}

function isSmallInWords({ quote, quantity }: QuantityStatement): boolean {
  return !/\p{N}/u.test(quote) && quantity.values.every((value) => value <= mostInWords);
}
