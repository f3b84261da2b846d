import { comparable } from "../../texts/text-body.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { isDistance, isOfWearer } from "../quantities/compare-named.ts";
import { isComposed } from "../quantities/composed.ts";
import { isUsable as isFactQuantity } from "../quantities/fact-quantity.ts";
import { measuresAgree } from "../quantities/same-value.ts";
import type { QuantityStatement, Statement } from "../statements/statement.ts";
import { tellsUse } from "./usage-words.ts";

/** Counts up to here are written in words, whatever is counted. */
const mostInWords = 20;

/**
 * Whether a statement that no fact settles is better left unmarked while no examiner has looked at it: how far to be from
 * something, how long to wait, a small count ("two ice cubes and it is ready"), an idiom, a number that
 * the facts have for something else, or a colour that nothing is said to come in.
 */
export function isLight(
  statement: Statement,
  book: Pick<FactBook, "candidates" | "written" | "words">,
  { sentence, locale }: { sentence: string; locale: string },
): boolean {
  if (statement.kind === "member") return !statement.offered;
  if (statement.kind !== "quantity") return false;
  if (isYearOfFacts(statement, book) || maybeOneWord.test(statement.quote)) return true;
  if (statement.quantity.code !== undefined) return isNumberOne(statement);
  if (isBare(statement)) return isSmallCount(statement, book) || isOfFacts(statement, book);
  if (isIdiom(statement) || isDistance(statement.quantity) || isOfWearer(statement.quantity) || isTimeOfUse(statement))
    return true;
  if (isComposed(statement, book.candidates(statement).filter(isFactQuantity))) return true;
  return isGivenAmount(statement, book) || (isUsable(statement) && tellsUse(sentence, locale));
}

/**
 * "Two ice cubes and it is ready", "nine to five", "the first 10 cuts": but for what makes the whole, for many, and for how many
 * there are of what the facts speak of, nothing that a shop would be held to.
 */
function isSmallCount({ role, quote, quantity }: QuantityStatement, { words }: Pick<FactBook, "words">): boolean {
  const { values, nextWord } = quantity;
  const isInWords = !/\p{N}/u.test(quote) && values.every((value) => value <= mostInWords);
  if (role !== null && countsOfWhole.has(role)) return isInWords;
  if (isInWords) return true;
  if (!values.every((value) => Number.isInteger(value) && (value < many || roundNumbers.has(value)))) return false;
  return nextWord === "" || !words.includes(` ${comparable(nextWord)} `);
}

/** So many buyers, washes or hours are a figure. */
const many = 100;
const roundNumbers: ReadonlySet<number> = new Set([100, 365, 1_000]);

const countsOfWhole: ReadonlySet<string> = new Set(["pieces", "puzzle pieces", "pages", "thread count", "discount"]);

/** "Number one", "No. 1". */
function isNumberOne({ quote }: QuantityStatement): boolean {
  return /^(?:nr|no|n[º°o]|num|№|nummer|number|numéro|número|numero|numer|číslo)[.\s]+\p{L}*\d?$/iu.test(quote);
}

const turns: ReadonlySet<number> = new Set([180, 360]);
const all: ReadonlySet<number> = new Set([100, 110, 1_000]);

/** "360° of sound", "100 % comfort": no share of anything. */
function isIdiom({ role, quantity: { values, units } }: QuantityStatement): boolean {
  const is = (dimension: string) => units.some((unit) => unit?.dimension === dimension);
  if (is("angle")) return values.some((value) => turns.has(value));
  return is("percent") && role === null && values.some((value) => all.has(value));
}

/** How long something takes or when it is done, as long as nothing says that the product has that time: "wait five minutes". */
function isTimeOfUse(statement: QuantityStatement): boolean {
  const { role, provable, quantity } = statement;
  const { units } = quantity;
  if (provable !== null || !units.every((unit) => unit === null || unit.dimension === "time")) return false;
  // Nothing keeps for minutes: "two minutes a day keep it clean".
  if (role === "shelf life") return units.every((unit) => unit !== null && unit.factor < day);
  // What it is said to last for is a statement about it, however little the facts say of times.
  if (role === "lasting") return false;
  return role === null || timesOfUse.has(role);
}

const day = 86_400;
const timesOfUse: ReadonlySet<string> = new Set(["cooking time", "brewing time", "drying time"]);
const ofUse: ReadonlySet<string> = new Set(["mass", "volume", "length", "temperature"]);
const rolesOfUse: ReadonlySet<string | null> = new Set([null, "temperature", "capacity", "contents"]);

/** An amount, a length or a heat that a thing may be used with. */
function isUsable({ role, quantity: { units } }: QuantityStatement): boolean {
  return rolesOfUse.has(role) && units.some((unit) => unit !== null && ofUse.has(unit.dimension));
}

/** The facts have the very number in that dimension, whatever they say that it measures. */
function isGivenAmount(statement: QuantityStatement, book: Pick<FactBook, "candidates">): boolean {
  const { quantity } = statement;
  return book
    .candidates(statement)
    .some(
      (one) =>
        one.kind === "quantity" &&
        one.fact.unusable === undefined &&
        one.fact.kind !== "shipping_weight" &&
        quantity.units.some(
          (unit) =>
            unit !== null &&
            one.quantity.units.some(
              (known) => known?.dimension === unit.dimension && measuresAgree(quantity, unit, one.quantity, known),
            ),
        ),
    );
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
