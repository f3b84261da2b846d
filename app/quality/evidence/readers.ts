import { compareQuantity } from "../quantities/compare-quantity.ts";
import { readQuantityStatements } from "../quantities/read-quantity-statements.ts";
import { compareWords } from "../statements/compare-words.ts";
import { readWordStatements } from "../statements/read-words.ts";
import type { Comparison, FactStatement, Statement } from "../statements/statement.ts";
import { answersNo } from "./answer-behind.ts";

/**
 * What words say, of every kind of statement, in the order of the text. Pure.
 * @param locale BCP-47
 * @param options.name what the words are the value of; left out for a text
 * @param options.numbers the text without those numbers that are none of its statements, each sign at its place
 */
export function readStatements(
  text: string,
  locale: string,
  { name, numbers = text }: { name?: string | undefined; numbers?: string | undefined } = {},
): Statement[] {
  return [...readQuantityStatements(numbers, { locale, name }), ...readWordStatements(text, { locale, name })]
    .map(withoutFullStop)
    .map((statement) => (name === undefined ? answered(text, statement) : statement))
    .sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
}

/** In "Waterproof: no" the answer turns round what the label says; "Gluten free: no" only makes gluten possible, as in a field. */
function answered<S extends Statement>(text: string, statement: S): S {
  if (!answersNo(text.slice(statement.at.end))) return statement;
  return { ...statement, polarity: statement.polarity === "affirmed" ? "denied" : "possible" };
}

/** The full stop after a unit is that of the sentence. */
function withoutFullStop<S extends Statement>(statement: S): S {
  const { quote, at } = statement;
  return quote.endsWith(".") ? { ...statement, quote: quote.slice(0, -1), at: { ...at, end: at.end - 1 } } : statement;
}

/**
 * What facts make of a statement. Pure.
 * @param candidates what they say of the same kind of thing
 * @param locale BCP-47 of the text, for the words of a fix
 */
export function compareStatement(
  statement: Statement,
  candidates: readonly FactStatement[],
  locale: string,
): Comparison {
  return statement.kind === "quantity" || statement.kind === "age"
    ? compareQuantity(statement, candidates, locale)
    : compareWords(statement, candidates, locale);
}
